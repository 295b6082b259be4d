package io.github.pollhttp.e2e.rows;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.github.pollhttp.e2e.Browsers;
import io.github.pollhttp.e2e.BrowsersOfTheRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What browsers do by rules of their own, in every browser of the run, as JavaScript and as WasmGC: what the program sees of it, and what
 * the server. Each row ends with another request of the same client, which has to be answered right.
 */
@ExtendWith(BrowsersOfTheRun.class)
class BrowserRowsTest {
    private static final String NEXT = Row.ASIDE + "next";
    private static final String RECOVERED = "connect:OK CONNECTING CONNECTED request:OK REQUESTING BODY code:200 body:next CONNECTED";

    private static RowServer server;

    @BeforeAll
    static void startServer(@TempDir Path directory) throws Exception {
        server = RowServer.start(directory);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> rows(Browsers browsers) {
        return RowPlayer.all(browsers, server).flatMap(player -> Stream.concat(
                Rows.all().stream()
                        .map(row -> dynamicTest(row.name() + player.title(), () -> playUnlessKnown(row, player))),
                Stream.of(dynamicTest("nothing was said but the library's own warnings" + player.title(),
                        () -> checkQuiet(player)))));
    }

    private static void playUnlessKnown(Row row, RowPlayer player) throws InterruptedException {
        if (Known.isKnown(row, player.engine())) {
            assertThrows(AssertionError.class, () -> play(row, player), "no longer fails; take it out of the list");
        } else {
            play(row, player);
        }
    }

    private static void play(Row row, RowPlayer player) throws InterruptedException {
        Map<String, Reply> replies = new HashMap<>(row.replies());
        replies.put(NEXT, Reply.bytes(200, "next".getBytes(US_ASCII)));
        Site site = server.open(replies);
        List<String> program = new ArrayList<>(row.program());
        program.add(0, "begin");
        program.addAll(List.of("connect\t{" + row.pageOrigin() + "}", "request\tGET\t/~" + NEXT, "head", "body"));
        String trace = RowPlayer.run(player.page(row.pageOrigin(), row.page()), site, program.toArray(String[]::new));

        Row expected = row.in(player.engine());
        assertEquals(expected.trace() + " " + RECOVERED, trace, expected.reason());
        if (expected.log() != null) {
            assertEquals(expected.log(), site.log().stream().filter(each -> !each.target().startsWith(Row.ASIDE))
                    .map(each -> site.told(each.line(row.shown()))).toList(), expected.reason());
        }
        site.awaitQuiet();
    }

    /** The one row about headers that the browser owns brings a warning for each. */
    private static void checkQuiet(RowPlayer player) {
        List<String> said = player.said();
        player.close();
        assertEquals(ExchangeRows.FORBIDDEN.stream().map(name -> "warn: PollHTTP: left out, the browser alone sets it: "
                + name.toLowerCase(Locale.ROOT)).sorted().toList(), said.stream().sorted().toList());
    }
}
