package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.run;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.pollhttp.e2e.browser.BrowserPage;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Served;
import io.github.pollhttp.e2e.behaviour.server.Site;
import io.github.pollhttp.e2e.behaviour.server.Visit;

/**
 * Case 26: closing at every point of an exchange ends the transfer, as the server sees, and nothing of it comes later: the client answers the
 * next request right at once, and the page is quiet.
 */
class AbortTest extends BehaviourServerTest {
    private static final String REQUESTING = "connect:OK CONNECTING CONNECTED request:OK REQUESTING ";
    private static final String CONNECT = "connect\t{A}";
    private static final String[] NEXT = {CONNECT, "request\tGET\t/~/next", "head", "body"};

    /**
     * A phase of an exchange.
     *
     * @param name  the time of the close, for the test's name
     * @param steps the steps of the program before the close
     * @param trace the expected trace of the steps
     * @param requests the expected requests at the server
     */
    private record Phase(String name, List<String> steps, String trace, List<String> requests) {}

    private static final List<Phase> PHASES = List.of(
            new Phase("before a request", List.of(CONNECT), "connect:OK CONNECTING CONNECTED", List.of()),
            new Phase("before the head", List.of(CONNECT, "request\tGET\t/~/silent"), REQUESTING.strip(),
                    List.of("/silent")),
            new Phase("before the body is read", List.of(CONNECT, "request\tGET\t/~/endless", "head"),
                    REQUESTING + "BODY code:200", List.of("/endless")),
            new Phase("in the body", List.of(CONNECT, "request\tGET\t/~/endless", "head", "some\t5"),
                    REQUESTING + "BODY code:200 body:hello", List.of("/endless")),
            new Phase("after the end", List.of(CONNECT, "request\tGET\t/~/whole", "head", "body"),
                    REQUESTING + "BODY code:200 body:hello CONNECTED", List.of("/whole")),
            new Phase("after a failure", List.of("connect\t{N}", "request\tGET\t/~/none", "head"),
                    REQUESTING + "CONNECTION_ERROR poll:ERR_CONNECTION_ERROR nothing because:NETWORK_OR_CORS",
                    List.of()));

    @TestFactory
    Stream<DynamicTest> closingEndsTheTransferInEachPhase(Browsers browsers) {
        return BehaviourPlayer.all(browsers, server).flatMap(player -> Stream.of(
                PHASES.stream().map(phase -> dynamicTest("closing " + phase.name + player.title(),
                        () -> check(phase, player.page("A", "")))),
                Stream.of(dynamicTest("closing in the frame of the request" + player.title(),
                        () -> checkSameFrame(player.page("A", "")))),
                Stream.of(dynamicTest("the console is empty" + player.title(), () -> checkQuiet(player))))
                .flatMap(each -> each));
    }

    private static Site open() {
        return server.open(Map.of("/silent", Visit::awaitEnd, "/endless", Reply.endless(), "/whole", Reply.hello(),
                "/next", Reply.bytes(200, "next".getBytes())));
    }

    private static void check(Phase phase, BrowserPage page) throws InterruptedException {
        Site site = open();
        run(page, site, "begin");
        assertEquals(phase.trace, run(page, site, phase.steps.toArray(String[]::new)));
        site.awaitLog(phase.requests.size());
        assertEquals("close DISCONNECTED close", run(page, site, "close", "close"));
        site.awaitQuiet(); // after this, the browser has no more events of the request
        assertEquals("poll:ERR_UNCONFIGURED poll:ERR_UNCONFIGURED", run(page, site, "poll", "poll"));
        checkNext(page, site);
        assertEquals(phase.requests,
                site.log().stream().map(Served::target).filter(each -> !each.equals("/next")).toList());
    }

    /** The browser may or may not have sent the first request. The next request starts before the browser handles the abort. */
    private static void checkSameFrame(BrowserPage page) throws InterruptedException {
        Site site = open();
        run(page, site, "begin");
        String trace = run(page, site, CONNECT, "request\tGET\t/~/endless", "close", CONNECT, "request\tGET\t/~/next",
                "head", "body");
        assertEquals(REQUESTING + "close DISCONNECTED " + REQUESTING + "BODY code:200 body:next CONNECTED", trace);
        site.awaitQuiet();
        checkNext(page, site);
    }

    private static void checkNext(BrowserPage page, Site site) {
        String trace = run(page, site, NEXT);
        assertEquals(REQUESTING + "BODY code:200 body:next CONNECTED", trace);
    }

    private static void checkQuiet(BehaviourPlayer player) {
        List<String> said = player.said();
        player.close();
        assertEquals(List.of(), said);
    }
}
