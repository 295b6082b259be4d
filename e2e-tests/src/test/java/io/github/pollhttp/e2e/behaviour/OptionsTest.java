package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.run;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.e2e.browser.BrowserPage;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;

/** {@code WebOptions}, as the server sees them; options that the server cannot see are read from the browser's {@code Request}. */
class OptionsTest extends BehaviourServerTest {
    private static final String DEFAULT = "options\tSAME_ORIGIN\tDEFAULT\tfalse\tAUTO\tDEFAULT";
    private static final String OMIT = "options\tOMIT\tDEFAULT\tfalse\tAUTO\tDEFAULT";
    /** Records the options of the next requests as the library sets them, and as the browser's {@code Request} has them. */
    private static final String WATCH = """
            () => {
              window.watched = [];
              const RealRequest = window.Request;
              window.Request = function(url, init) {
                const request = new RealRequest(url, init);
                watched.push([init.priority, request.credentials, request.cache, request.keepalive, request.referrerPolicy].join(' '));
                return request;
              };
            }""";

    private static final Map<String, Reply> REPLIES = Map.of("/set", hello("Set-Cookie: test=kept; Path=/~/"), "/x",
            hello("Cache-Control: no-store"), "/fresh", hello("Cache-Control: max-age=600"));

    private interface Check {
        void on(BrowserPage page) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> options(Browsers browsers) {
        return BehaviourPlayer.all(browsers, server).flatMap(player -> Stream.of(
                test(player, "with OMIT no cookie is sent to the page's own origin",
                        page -> checkCookie(page, "-", OMIT)),
                test(player, "with OMIT and upload progress cookies are sent to the page's own origin",
                        page -> checkCookie(page, "test=kept", OMIT, "uploads")),
                test(player, "each cache mode is applied", page -> checkCache(page, player.engine())),
                test(player, "each referrer policy is applied", OptionsTest::checkReferrer),
                test(player, "the browser's request has each option", OptionsTest::checkAll),
                dynamicTest("the console is empty" + player.title(), () -> checkQuiet(player))));
    }

    private static DynamicTest test(BehaviourPlayer player, String name, Check check) {
        return dynamicTest(name + player.title(), () -> check.on(player.page("A", "")));
    }

    private static void checkCookie(BrowserPage page, String cookie, String... steps) {
        Site site = server.open(REPLIES);
        run(page, site, "begin", "connect\t{A}", "request\tGET\t/~/set", "head", "body");
        run(page, site, steps);
        run(page, site, "text\tdata", "request\tPOST\t/~/x", "head", "body");
        assertEquals(List.of("A GET /set Cookie=-", "A POST /x data Cookie=" + cookie),
                site.log().stream().map(each -> each.line(List.of("Cookie"))).toList());
    }

    /** WebKit has no cache under WebDriver, because its session is ephemeral. */
    private static void checkCache(BrowserPage page, Engine engine) {
        Site site = server.open(REPLIES);
        run(page, site, "begin", "connect\t{A}");
        int requests = 0;
        for (String[] useAndRequests : new String[][]{{"DEFAULT", "1"}, {"DEFAULT", "0"}, {"NO_STORE", "1"},
                {"FORCE_CACHE", "0"}, {"RELOAD", "1"}, {"NO_CACHE", "1"}}) {
            assertEquals("request:OK REQUESTING BODY code:200 body:hello CONNECTED",
                    run(page, site, DEFAULT.replace("DEFAULT\tfalse", useAndRequests[0] + "\tfalse"),
                            "request\tGET\t/~/fresh", "head", "body"));
            requests += engine == Engine.WEBKIT ? 1 : Integer.parseInt(useAndRequests[1]);
            assertEquals(requests, site.log().size(), useAndRequests[0]);
        }
    }

    private static void checkReferrer(BrowserPage page) {
        Site site = server.open(REPLIES);
        run(page, site, "begin", "connect\t{A}");
        for (String policy : List.of("NO_REFERRER", "ORIGIN")) {
            run(page, site, DEFAULT.replace("AUTO\tDEFAULT", "AUTO\t" + policy), "request\tGET\t/~/x", "head", "body");
        }
        assertEquals(List.of("A GET /x Referer=-", "A GET /x Referer={A}/"),
                site.log().stream().map(each -> site.shortened(each.line(List.of("Referer")))).toList());
    }

    private static void checkAll(BrowserPage page) {
        Site site = server.open(REPLIES);
        page.evaluate(WATCH);
        run(page, site, "begin", "connect\t{A}", "request\tGET\t/~/x", "head", "body",
                "options\tINCLUDE\tNO_CACHE\ttrue\tHIGH\tSTRICT_ORIGIN", "request\tGET\t/~/x", "head", "body",
                "options\tOMIT\tRELOAD\tfalse\tLOW\tUNSAFE_URL", "request\tGET\t/~/x", "head", "body", DEFAULT,
                "request\tGET\t/~/x", "head", "body");
        assertEquals(List.of(" same-origin default false ", "high include no-cache true strict-origin",
                "low omit reload false unsafe-url", "auto same-origin default false "),
                page.evaluate("() => watched"));
    }

    private static void checkQuiet(BehaviourPlayer player) {
        List<String> said = player.said();
        player.close();
        assertEquals(List.of(), said);
    }
}
