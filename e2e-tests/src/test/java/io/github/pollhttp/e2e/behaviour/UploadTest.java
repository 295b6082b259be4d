package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.run;
import static io.github.pollhttp.e2e.behaviour.server.Reply.ANY_ORIGIN;
import static io.github.pollhttp.e2e.behaviour.server.Reply.bytes;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;
import static io.github.pollhttp.e2e.behaviour.server.Reply.redirect;
import static io.github.pollhttp.e2e.behaviour.server.Reply.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.pollhttp.e2e.browser.BrowserPage;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;
import io.github.pollhttp.e2e.behaviour.server.SlowReader;

/** Requests with upload progress, which the library sends by {@code XMLHttpRequest}. They must have the same results as fetch. */
class UploadTest extends BehaviourServerTest {
    private static final String REQUESTING = "connect:OK CONNECTING CONNECTED request:OK REQUESTING";
    /** More than the kernel buffers for both ends of a connection. */
    private static final int MEBIBYTES = 32;
    private static final int LARGE = MEBIBYTES * SlowReader.PART;
    private static final int DRIPS = 8;
    private static final int DRIP_MILLISECONDS = 150;

    private static final Map<String, Reply> REPLIES = Map.ofEntries(Map.entry("/hello", hello("X-A: 1", "X-A: 2")),
            Map.entry("/204", status(204, "X-A: 1")), Map.entry("/404", bytes(404, "none".getBytes())),
            Map.entry("/empty", status(200)), Map.entry("/bytes", hello("X-A: ")),
            Map.entry("/latin",
                    Reply.raw("HTTP/1.1 200 OK\r\nX-A: a\u00c3\u00bcb\u00e4\r\nContent-Length: 5\r\n\r\nhello")),
            Map.entry("/gzip", bytes(200, Reply.gzip("hello"), "Content-Encoding: gzip")),
            Map.entry("/moved", redirect(307, "{A}/~/hello")),
            Map.entry("/seen-other", redirect(303, "{A}/~/hello")),
            Map.entry("/cors", hello(ANY_ORIGIN, "Access-Control-Allow-Methods: *", "X-A: 1", "X-B: 2",
                    "Access-Control-Expose-Headers: X-B")),
            Map.entry("/secret", hello("X-A: 1")), Map.entry("/cut", Reply.cutShort("Content-Length: 10")));

    private interface Check {
        void on(BrowserPage page) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> uploads(Browsers browsers) {
        return BehaviourPlayer.oneTargetEach(browsers, server).flatMap(player -> {
            List<DynamicTest> tests = new ArrayList<>();
            for (String path : List.of("/hello", "/204", "/404", "/empty", "/bytes", "/latin", "/gzip", "/moved",
                    "/seen-other")) {
                add(tests, player, "the response " + path + " is the same as with fetch",
                        page -> checkSame(page, "A", path));
            }
            for (String path : List.of("/cors", "/secret")) {
                add(tests, player, "the response " + path + " of another origin is the same as with fetch",
                        page -> checkSame(page, "B", path));
            }
            add(tests, player, "a request to another origin sends a preflight", UploadTest::checkPreflight);
            add(tests, player, "the count grows while a slow server reads, up to the length of the body",
                    UploadTest::checkGrowth);
            add(tests, player, "closing ends the transfer", UploadTest::checkAbort);
            add(tests, player, "a connection that is reset during the upload is a failure", UploadTest::checkBreak);
            add(tests, player, "a response that is cut short is a failure", UploadTest::checkCut);
            add(tests, player, "a slow response does not reach the read timeout", UploadTest::checkDrip);
            add(tests, player, "a request without a body uses fetch, and its response is read in pieces",
                    UploadTest::checkGet);
            tests.add(dynamicTest("the console is empty" + player.title(), () -> checkQuiet(player)));
            return tests.stream();
        });
    }

    private static void add(List<DynamicTest> tests, BehaviourPlayer player, String name, Check check) {
        tests.add(dynamicTest(name + player.title(), () -> check.on(player.page("A", ""))));
    }

    private static void checkSame(BrowserPage page, String origin, String path) throws InterruptedException {
        String[] post = {"connect\t{" + origin + "}", "header\tX-Mine: \u00fc", "text\tdata",
                "request\tPOST\t/~" + path,
                "head", "values\tx-a", "values\tx-b", "names", "url", "bodyLength", "body"};
        if (origin.equals("B")) {
            post[1] = "header\tAccept: text/plain";
        }
        Site fetched = server.open(REPLIES);
        run(page, fetched, "begin");
        String byFetch = run(page, fetched, post);
        Site counted = server.open(REPLIES);
        run(page, counted, "begin", "uploads");
        assertEquals(byFetch, run(page, counted, post));
        List<String> shown = List.of("X-Mine", "Accept", "Content-Type", "Content-Length", "Cookie", "Origin");
        boolean isSent = !path.equals("/secret"); // fetch sends it without a preflight, and the page cannot read the response
        assertEquals(isSent ? lines(fetched, shown) : List.of(), lines(counted, shown));
        assertEquals(isSent ? "sent:4" : "sent:0", run(page, counted, "sent"));
    }

    /** Returns the log without preflights, which fetch does not need. */
    private static List<String> lines(Site site, List<String> shown) {
        return site.log().stream().filter(each -> !each.method().equals("OPTIONS"))
                .map(each -> site.shortened(each.line(shown))).toList();
    }

    private static void checkPreflight(BrowserPage page) {
        Site site = server.open(REPLIES);
        run(page, site, "begin", "uploads", "connect\t{B}", "text\tdata", "request\tPOST\t/~/cors", "head", "body");
        assertEquals(List.of("B OPTIONS /cors", "B POST /cors data"),
                site.log().stream().map(each -> each.line(List.of())).toList());
    }

    private static void checkGrowth(BrowserPage page) throws Exception {
        try (SlowReader slow = new SlowReader(false)) {
            Site site = server.open(Map.of());
            run(page, site, "begin", "uploads");
            assertEquals(REQUESTING + " sent-more", run(page, site, begin(slow, "sendsMore")));
            slow.read(MEBIBYTES / 2);
            assertEquals("sent-more", run(page, site, "sendsMore"));
            long soFar = sent(page, site);
            assertTrue(soFar > 0 && soFar < LARGE, "sent: " + soFar);
            slow.read(MEBIBYTES);
            assertEquals("BODY code:200 body:hello CONNECTED sent:" + LARGE, run(page, site, "head", "body", "sent"));
            assertTrue(slow.arrivedWhole());
        }
    }

    private static String[] begin(SlowReader slow, String... then) {
        List<String> steps = new ArrayList<>(
                List.of("connect\t" + slow.origin(), "pattern\t" + LARGE, "request\tPOST\t/"));
        steps.addAll(List.of(then));
        return steps.toArray(String[]::new);
    }

    private static long sent(BrowserPage page, Site site) {
        return Long.parseLong(run(page, site, "sent").substring("sent:".length()));
    }

    private static void checkAbort(BrowserPage page) throws Exception {
        try (SlowReader slow = new SlowReader(false)) {
            Site site = server.open(REPLIES);
            run(page, site, "begin", "uploads");
            assertEquals(REQUESTING + " sent-more close DISCONNECTED",
                    run(page, site, begin(slow, "sendsMore", "close")));
            checkNext(page, site); // after this, the browser has handled the abort
            slow.read(MEBIBYTES);
            assertFalse(slow.arrivedWhole());
        }
    }

    private static void checkNext(BrowserPage page, Site site) {
        assertEquals(REQUESTING + " BODY code:200 body:hello CONNECTED sent:4",
                run(page, site, "connect\t{A}", "text\tdata",
                        "request\tPOST\t/~/hello", "head", "body", "sent"));
    }

    private static void checkBreak(BrowserPage page) throws Exception {
        try (SlowReader slow = new SlowReader(true)) {
            Site site = server.open(REPLIES);
            run(page, site, "begin", "uploads");
            assertEquals(REQUESTING + " sent-more", run(page, site, begin(slow, "sendsMore")));
            slow.read(MEBIBYTES); // Firefox retries several times
            assertEquals("CONNECTION_ERROR poll:ERR_CONNECTION_ERROR nothing because:NETWORK_OR_CORS",
                    run(page, site, "head"));
            checkNext(page, site);
        }
    }

    private static void checkCut(BrowserPage page) {
        Site site = server.open(REPLIES);
        run(page, site, "begin", "uploads");
        String trace = run(page, site, "connect\t{A}", "text\tdata", "request\tPOST\t/~/cut", "head", "body");
        assertTrue(trace.startsWith(REQUESTING) && trace.contains(" CONNECTION_ERROR") && !trace.contains("body:hello"),
                trace);
        checkNext(page, site);
    }

    /** Each piece of the response arrives within the read timeout, but the whole response takes longer. */
    private static void checkDrip(BrowserPage page) {
        Site site = server.open(Map.of("/x", visit -> {
            visit.head(200, List.of("Content-Type: application/json")); // with most other types, Chromium waits for more bytes to sniff the type
            for (int i = 0; i < DRIPS; i++) {
                visit.write("a".getBytes(), false);
                Thread.sleep(DRIP_MILLISECONDS); // the slowness is the subject of the test, so no condition can replace it
            }
            visit.write(Reply.NOTHING, true);
        }));
        run(page, site, "begin", "uploads", "timeout\t" + DRIPS * DRIP_MILLISECONDS * 3 / 4);
        assertEquals(REQUESTING + " BODY code:200 body:aaaaaaaa CONNECTED",
                run(page, site, "connect\t{A}", "text\tdata", "request\tPOST\t/~/x", "head", "body"));
    }

    private static void checkGet(BrowserPage page) throws InterruptedException {
        Site site = server.open(Map.of("/x", Reply.endless()));
        run(page, site, "begin", "uploads");
        assertEquals(REQUESTING + " BODY code:200 body:hello sent:0 close DISCONNECTED",
                run(page, site, "connect\t{A}", "request\tGET\t/~/x", "head", "some\t5", "sent", "close"));
        site.awaitQuiet();
    }

    private static void checkQuiet(BehaviourPlayer player) {
        List<String> said = player.said();
        player.close();
        assertEquals(List.of(), said);
    }
}
