package io.github.pollhttp.e2e.behaviour;

import static java.nio.charset.StandardCharsets.US_ASCII;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.run;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.e2e.browser.BrowserPage;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;

/** Bodies that arrive in pieces, and a program that does not read. */
class StreamingTest extends BehaviourServerTest {
    private static final String REQUESTING = "connect:OK CONNECTING CONNECTED request:OK REQUESTING BODY code:200";
    private static final int MEBIBYTE = 1024 * 1024;
    /** More than the kernel buffers for both ends of a loopback connection, which was up to 65 MiB, with plain fetch as with the library. */
    private static final int MEBIBYTES = 128;
    private static final int MOST_CHUNKS = 4;
    private static final long STILL_MILLISECONDS = 300;
    /** Counts the chunks and bytes that the library reads from the browser. */
    private static final String COUNT_READS = """
            () => {
              window.reads = 0;
              window.readBytes = 0;
              window.lastBytes = 0;
              const prototype = ReadableStreamDefaultReader.prototype;
              const read = prototype.read;
              prototype.read = async function() {
                const result = await read.call(this);
                if (!result.done) {
                  reads++;
                  lastBytes = result.value.length;
                  readBytes += lastBytes;
                }
                return result;
              };
            }""";

    @TestFactory
    Stream<DynamicTest> bodies(Browsers browsers) {
        return BehaviourPlayer.all(browsers, server).flatMap(player -> Stream.of(
                dynamicTest("27 each piece can be read before the server sends the next one" + player.title(),
                        () -> checkPieces(player.page("A", ""))),
                dynamicTest("without reads by the program, the library reads ahead at most four chunks or about 1 MiB"
                        + player.title(), () -> checkReadAhead(player)),
                dynamicTest("the console is empty" + player.title(), () -> checkQuiet(player))));
    }

    private static void checkPieces(BrowserPage page) {
        Semaphore wanted = new Semaphore(0);
        Site site = server.open(Map.of("/x", visit -> {
            visit.head(200, List.of());
            for (String piece : List.of("one", "two", "six")) {
                visit.write(piece.getBytes(US_ASCII), false);
                wanted.acquire();
            }
            visit.write(Reply.NOTHING, true);
        }));
        run(page, site, "begin");
        assertEquals(REQUESTING + " body:one",
                run(page, site, "connect\t{A}", "request\tGET\t/~/x", "head", "some\t3"));
        wanted.release();
        assertEquals("body:onetwo", run(page, site, "some\t6"));
        wanted.release();
        assertEquals("body:onetwosix", run(page, site, "some\t9"));
        wanted.release();
        assertEquals("body:onetwosix CONNECTED", run(page, site, "body"));
    }

    private static void checkReadAhead(BehaviourPlayer player) throws InterruptedException {
        AtomicLong sent = new AtomicLong();
        Site site = server.open(Map.of("/x", Reply.large(MEBIBYTES, sent)));
        BrowserPage page = player.page("A", "");
        page.evaluate(COUNT_READS);
        run(page, site, "begin");
        assertEquals(REQUESTING, run(page, site, "connect\t{A}", "request\tGET\t/~/x", "head"));
        long stillAt = awaitNoProgress(sent);
        checkLimits(page);
        // Firefox and WebKit buffer any number of bytes that are not read; plain fetch behaves in the same way.
        boolean serverStops = player.engine() == Engine.CHROMIUM;
        assertEquals(serverStops, stillAt < (long) MEBIBYTES * MEBIBYTE, "the server sent " + stillAt + " bytes");
        assertEquals("MiB:" + MEBIBYTES + " CONNECTED", run(page, site, "skip\t" + (MEBIBYTES + 1)));
    }

    private static void checkLimits(BrowserPage page) {
        long reads = number(page, "reads");
        long bytes = number(page, "readBytes");
        assertTrue(reads > 0 && reads <= MOST_CHUNKS && bytes - number(page, "lastBytes") < MEBIBYTE,
                "read ahead: " + bytes + " bytes in " + reads + " chunks");
    }

    private static long number(BrowserPage page, String name) {
        return ((Number) page.evaluate("() => " + name)).longValue();
    }

    /** Waits until the server sends no more bytes. */
    private static long awaitNoProgress(AtomicLong sent) throws InterruptedException {
        long before = -1;
        while (before != sent.get()) {
            before = sent.get();
            Thread.sleep(STILL_MILLISECONDS); // only time shows that the server sends no more
        }
        return before;
    }

    private static void checkQuiet(BehaviourPlayer player) {
        List<String> said = player.said();
        player.close();
        assertEquals(List.of(), said);
    }
}
