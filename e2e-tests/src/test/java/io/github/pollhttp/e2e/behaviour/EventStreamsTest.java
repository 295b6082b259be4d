package io.github.pollhttp.e2e.behaviour;

import static java.nio.charset.StandardCharsets.US_ASCII;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import static io.github.pollhttp.e2e.behaviour.server.Reply.ANY_ORIGIN;
import static io.github.pollhttp.e2e.behaviour.server.Reply.preflighted;
import static io.github.pollhttp.e2e.behaviour.server.Reply.redirect;
import static io.github.pollhttp.e2e.behaviour.server.Reply.status;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;
import io.github.pollhttp.e2e.browser.Browsers;

/** Event streams under the browser's rules for other origins and for its cache. */
class EventStreamsTest extends BehaviourServerTest {
    private static final String TYPE = "Content-Type: text/event-stream";
    private static final String ALLOW_ID = "Access-Control-Allow-Headers: Last-Event-ID";

    private interface Check {
        void with(BehaviourPlayer player) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> eventStreams(Browsers browsers) {
        return BehaviourPlayer.all(browsers, server).flatMap(player -> Stream.of(
                test("a server that refuses the preflight is asked without Last-Event-ID", player,
                        EventStreamsTest::checkRefusedPreflight),
                test("a server that does not answer the preflight with CORS headers is asked without Last-Event-ID",
                        player,
                        EventStreamsTest::checkPreflightWithoutHeaders),
                test("a server that allows Last-Event-ID receives it", player, EventStreamsTest::checkAllowedPreflight),
                test("a redirect to another origin that refuses the preflight is followed without Last-Event-ID",
                        player,
                        EventStreamsTest::checkRedirect),
                test("the page's own server receives Last-Event-ID without a preflight", player,
                        EventStreamsTest::checkOwnOrigin),
                test("two sources on one URL do not wait for each other", player, EventStreamsTest::checkTwoSources),
                test("a stream that may be cached is requested again", player, each -> checkCache(each, "")),
                test("a stream that may be cached is requested again, with credentials", player,
                        each -> checkCache(each, "INCLUDE")),
                dynamicTest("close the pages" + player.title(), player::close)));
    }

    private static DynamicTest test(String name, BehaviourPlayer player, Check check) {
        return dynamicTest(name + player.title(), () -> check.with(player));
    }

    private static Reply stream(String lines, String... headers) {
        return visit -> {
            visit.head(200, List.of(TYPE));
            visit.head(200, List.of(headers));
            visit.write(lines.getBytes(US_ASCII), true);
        };
    }

    private static String run(BehaviourPlayer player, Site site, String... steps) {
        return BehaviourPlayer.run(player.page("A", ""), site, steps);
    }

    private static void close(BehaviourPlayer player, Site site) throws InterruptedException {
        run(player, site, "closeSources");
        site.awaitQuiet();
    }

    /** Reads two streams of one event each, and returns the requests. */
    private static List<String> requestsOfTwoStreams(BehaviourPlayer player, Map<String, Reply> replies, String url)
            throws InterruptedException {
        Site site = server.open(replies);
        assertEquals("events:a/1,a/1", run(player, site, "begin", "source\t" + url + "\t\t", "events\t0\t2"));
        List<String> log = site.log().stream().map(each -> each.line(List.of("Last-Event-ID"))).toList();
        close(player, site);
        return log;
    }

    private static List<String> requestsOfTwoStreams(BehaviourPlayer player, Reply preflight)
            throws InterruptedException {
        return requestsOfTwoStreams(player,
                Map.of("/x", preflighted(preflight, stream("id: 1\ndata: a\n\n", ANY_ORIGIN))), "{B}/~/x");
    }

    private static void checkRefusedPreflight(BehaviourPlayer player) throws InterruptedException {
        assertEquals(List.of("B GET /x Last-Event-ID=-", "B OPTIONS /x Last-Event-ID=-", "B GET /x Last-Event-ID=-"),
                requestsOfTwoStreams(player, status(405, ANY_ORIGIN)));
    }

    private static void checkPreflightWithoutHeaders(BehaviourPlayer player) throws InterruptedException {
        assertEquals(List.of("B GET /x Last-Event-ID=-", "B OPTIONS /x Last-Event-ID=-", "B GET /x Last-Event-ID=-"),
                requestsOfTwoStreams(player, status(200)));
    }

    private static void checkAllowedPreflight(BehaviourPlayer player) throws InterruptedException {
        assertEquals(List.of("B GET /x Last-Event-ID=-", "B OPTIONS /x Last-Event-ID=-", "B GET /x Last-Event-ID=1"),
                requestsOfTwoStreams(player, status(204, ANY_ORIGIN, ALLOW_ID)));
    }

    private static void checkRedirect(BehaviourPlayer player) throws InterruptedException {
        assertEquals(
                List.of("A GET /x Last-Event-ID=-", "B GET /y Last-Event-ID=-", "A GET /x Last-Event-ID=1",
                        "B OPTIONS /y Last-Event-ID=-", "A GET /x Last-Event-ID=-", "B GET /y Last-Event-ID=-"),
                requestsOfTwoStreams(player,
                        Map.of("/x", redirect(307, "{B}/~/y"), "/y",
                                preflighted(status(405), stream("id: 1\ndata: a\n\n", ANY_ORIGIN))),
                        "{A}/~/x"));
    }

    private static void checkOwnOrigin(BehaviourPlayer player) throws InterruptedException {
        assertEquals(List.of("A GET /x Last-Event-ID=-", "A GET /x Last-Event-ID=1"),
                requestsOfTwoStreams(player, Map.of("/x", stream("id: 1\ndata: a\n\n")), "{A}/~/x"));
    }

    private static void checkTwoSources(BehaviourPlayer player) throws InterruptedException {
        Site site = server.open(Map.of("/x", visit -> {
            visit.head(200, List.of(TYPE));
            visit.write("data: a\n\n".getBytes(US_ASCII), false);
            visit.awaitEnd();
        }));
        assertEquals("events:a/ events:a/", run(player, site, "begin", "source\t{A}/~/x\t\t", "source\t{A}/~/x\t\t",
                "events\t0\t1", "events\t1\t1"));
        close(player, site);
    }

    private static void checkCache(BehaviourPlayer player, String credentials) throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        Site site = server.open(Map.of("/x", visit -> stream("data: " + count.incrementAndGet() + "\n\n",
                "Cache-Control: max-age=600").to(visit)));
        assertEquals("events:1/,2/,3/",
                run(player, site, "begin", "source\t{A}/~/x\t\t" + credentials, "events\t0\t3"));
        close(player, site);
    }
}
