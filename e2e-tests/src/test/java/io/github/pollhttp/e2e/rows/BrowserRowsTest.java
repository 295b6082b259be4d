package io.github.pollhttp.e2e.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.pollhttp.e2e.BrowserPage;
import io.github.pollhttp.e2e.Browsers;
import io.github.pollhttp.e2e.BrowsersOfTheRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What browsers do by rules of their own, in every browser of the run, as JavaScript and as WasmGC: what the program sees of it, and what the server. */
@ExtendWith(BrowsersOfTheRun.class)
class BrowserRowsTest {
    private static final String NEXT = "/next";
    private static final String RECOVERED = " connect:OK CONNECTING CONNECTED request:OK REQUESTING BODY code:200 body:next CONNECTED";

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
        return browsers.all().stream().flatMap(browser -> Stream.of("js", "wasm").flatMap(target -> {
            RowPlayer player = new RowPlayer(browser, target, server);
            return Rows.all().stream()
                    .map(row -> dynamicTest(row.name() + " [" + player.title() + "]", () -> play(row, player)));
        }));
    }

    /** The same client has to give a right answer to another request afterwards. */
    private static void play(Row row, RowPlayer player) throws InterruptedException {
        Map<String, Reply> replies = new HashMap<>(row.replies());
        replies.put(NEXT, Reply.bytes(200, "next".getBytes()));
        Site site = server.open(replies);
        BrowserPage page = player.page("A", row.page());
        List<String> program = new ArrayList<>(row.program());
        program.add(0, "begin");
        program.addAll(List.of("connect\t{A}", "request\tGET\t/~" + NEXT, "head", "body"));
        String trace = RowPlayer.run(page, site, program.toArray(String[]::new));
        assertEquals(row.trace() + RECOVERED, trace);
        if (row.log() != null) {
            assertEquals(row.log(), site.log().stream().filter(each -> !each.target().equals(NEXT))
                    .map(each -> site.told(each.line(row.shown()))).toList());
        }
        site.awaitQuiet();
    }
}
