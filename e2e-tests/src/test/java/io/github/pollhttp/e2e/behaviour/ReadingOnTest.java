package io.github.pollhttp.e2e.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.runRequests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

import io.github.pollhttp.contract.Body;
import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.contract.Pattern;
import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;
import io.github.pollhttp.e2e.browser.BrowserPage;

/** An HTTPRequest wants the whole body, so the page receives it while the game does not poll. */
class ReadingOnTest extends BehaviourTest {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int LENGTH = 9 * MEBIBYTE + 1;
    private static final int ENDLESS_MEBIBYTES = 128;
    private static final String DELIVERED = "SUCCESS:200:" + Body.patternToken(LENGTH);

    /** Counts the bytes and ends that the library reads from the browser, and the reads that are under way. */
    static final String COUNT_READS = """
            () => {
              const counts = window.counts = { readBytes: 0, lastBytes: 0, readEnds: 0, openReads: 0, failedReads: 0 };
              const prototype = ReadableStreamDefaultReader.prototype;
              window.originalRead = window.originalRead ?? prototype.read;
              prototype.read = async function() {
                counts.openReads++;
                const result = await originalRead.call(this).catch(failure => {
                  setTimeout(() => setTimeout(() => counts.failedReads++)); // when the library has stored the failure, one task later
                  throw failure;
                });
                setTimeout(() => counts.openReads--); // when the library has begun its next read
                if (result.done) {
                  setTimeout(() => counts.readEnds++); // when the library has stored the end
                } else {
                  counts.lastBytes = result.value.length;
                  counts.readBytes += counts.lastBytes;
                }
                return result;
              };
            }""";

    @Override
    Map<String, Check> checks() {
        Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("a body arrives without polls", player -> checkWhole(player,
                Reply.bytes(200, Pattern.bytes(LENGTH), "Content-Length: " + LENGTH)));
        checks.put("a body of unknown length arrives without polls", player -> checkWhole(player, visit -> {
            visit.head(200, List.of());
            visit.write(Pattern.bytes(LENGTH), false);
            visit.write(Reply.NOTHING, true);
        }));
        checks.put("a gzip body arrives without polls", player -> checkWhole(player,
                Reply.bytes(200, gzip(Pattern.bytes(LENGTH)), "Content-Encoding: gzip")));
        checks.put("a body whose Content-Length is that of its gzip form arrives without polls", player -> {
            byte[] encoded = gzip(Pattern.bytes(LENGTH));
            checkWhole(player,
                    Reply.bytes(200, encoded, "Content-Encoding: gzip", "Content-Length: " + encoded.length));
        });
        checks.put("a body above the size limit is not received to its end", this::checkLimit);
        checks.put("a body that announces more than an array can have fails at its first bytes", this::checkHuge);
        checks.put("a cancelled body is not received to its end", this::checkCancel);
        checks.put("a body that breaks off fails", this::checkBroken);
        checks.put("text is decoded across chunks", this::checkText);
        return checks;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(encoded)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return encoded.toByteArray();
    }

    private static BrowserPage ask(BehaviourPlayer player, Site site, String... settings) {
        BrowserPage page = player.page("A", "");
        page.evaluate(COUNT_READS);
        assertEquals("", runRequests(page, site, "begin"));
        for (String setting : settings) {
            runRequests(page, site, setting);
        }
        assertEquals("", runRequests(page, site, "ask\t{A}/~/x", "poll"));
        return page;
    }

    private void checkWhole(BehaviourPlayer player, Reply reply) {
        Site site = open(Map.of("/x", reply));
        BrowserPage page = ask(player, site);
        page.await("counts.readEnds === 1");
        assertEquals(DELIVERED, runRequests(page, site, "finish"));
        assertEquals("downloaded:" + LENGTH, runRequests(page, site, "size").split(" ")[1]);
    }

    /** The reply does not tell its length, so the library has to count. */
    private void checkLimit(BehaviourPlayer player) throws InterruptedException {
        AtomicLong sent = new AtomicLong();
        Site site = open(Map.of("/x", Reply.large(ENDLESS_MEBIBYTES, sent)));
        BrowserPage page = ask(player, site, "limit\t" + 3 * MEBIBYTE);
        page.await("counts.readBytes > " + 3 * MEBIBYTE + " && counts.openReads === 0");
        long before = number(page, "readBytes");
        assertTrue(before > 3 * MEBIBYTE && before - number(page, "lastBytes") < 4 * MEBIBYTE, before + " bytes");
        if (player.engine() == Engine.CHROMIUM) { // Firefox and WebKit receive bytes that no script reads, as with plain fetch
            assertTrue(sent.get() < (long) ENDLESS_MEBIBYTES * MEBIBYTE, "the server sent " + sent.get() + " bytes");
        }
        assertEquals("BODY_SIZE_LIMIT_EXCEEDED:200:", runRequests(page, site, "poll"));
        site.awaitQuiet();
    }

    private void checkHuge(BehaviourPlayer player) throws InterruptedException {
        Site site = open(Map.of("/x", visit -> {
            visit.head(200, List.of("Content-Length: 3000000000", "Content-Type: application/json"));
            visit.write(Pattern.bytes(10), false);
            visit.awaitEnd();
        }));
        BrowserPage page = ask(player, site);
        page.await("counts.readBytes === 10");
        assertEquals("BODY_SIZE_LIMIT_EXCEEDED:200:", runRequests(page, site, "poll"));
        site.awaitQuiet();
    }

    private void checkCancel(BehaviourPlayer player) throws InterruptedException {
        Site site = open(Map.of("/x", visit -> {
            visit.head(200, List.of());
            visit.write(Pattern.bytes(2 * MEBIBYTE), false);
            visit.awaitEnd();
        }));
        BrowserPage page = ask(player, site);
        page.await("counts.readBytes === " + 2 * MEBIBYTE);
        assertEquals("", runRequests(page, site, "poll"));
        assertEquals("downloaded:" + 2 * MEBIBYTE, runRequests(page, site, "size").split(" ")[1]);
        assertEquals("REQUEST_FAILED:0:", runRequests(page, site, "cancel"));
        site.awaitQuiet();
    }

    private void checkBroken(BehaviourPlayer player) {
        CountDownLatch arrived = new CountDownLatch(1);
        Site site = open(Map.of("/x", visit -> {
            visit.head(200, List.of("Content-Length: " + LENGTH));
            visit.write(Pattern.bytes(2 * MEBIBYTE), false);
            assertTrue(arrived.await(30, TimeUnit.SECONDS));
            throw new IOException("ended on purpose");
        }));
        BrowserPage page = ask(player, site);
        page.await("counts.readBytes === " + 2 * MEBIBYTE);
        arrived.countDown();
        page.await("counts.failedReads === 1");
        assertEquals("CONNECTION_ERROR:0:", runRequests(page, site, "poll"));
    }

    /** A byte order mark, and characters of two to four bytes of which each comes in two chunks, and half a character. */
    private void checkText(BehaviourPlayer player) {
        byte[] text = "\uFEFFa\u00E4\u20AC\uD83D\uDE00\uFEFF".getBytes(UTF_8);
        Semaphore arrived = new Semaphore(0);
        Site site = open(Map.of("/x", visit -> {
            visit.head(200, List.of("Content-Type: application/json")); // with most other types, Chromium waits for more bytes
            for (byte each : text) {
                visit.write(new byte[]{each}, false);
                assertTrue(arrived.tryAcquire(30, TimeUnit.SECONDS)); // so that each byte is a chunk
            }
            visit.write(new byte[]{(byte) 0xE2, (byte) 0x82}, true);
        }));
        BrowserPage page = player.page("A", "");
        page.evaluate(COUNT_READS);
        assertEquals("", runRequests(page, site, "begin", "askText\t{A}/~/x", "poll"));
        for (int bytes = 1; bytes <= text.length; bytes++) {
            page.await("counts.readBytes === " + bytes);
            arrived.release();
        }
        assertEquals("text:a%e4%20ac%d83d%de00%feff%fffd", runRequests(page, site, "finish"));
    }

    private static long number(BrowserPage page, String name) {
        return ((Number) page.evaluate("() => counts." + name)).longValue();
    }
}
