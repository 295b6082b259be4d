package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.run;
import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.runRequests;
import static io.github.pollhttp.e2e.behaviour.server.Reply.ANY_ORIGIN;
import static io.github.pollhttp.e2e.behaviour.server.Reply.bytes;
import static io.github.pollhttp.e2e.behaviour.server.Reply.gzip;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;
import static io.github.pollhttp.e2e.behaviour.server.Reply.redirect;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.pollhttp.contract.Body;
import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;
import io.github.pollhttp.e2e.browser.BrowserPage;

/** A page whose service worker, {@code suite/service-worker.js}, remakes each response. */
class ServiceWorkerTest extends BehaviourTest {
    private static final int LONG = 100_000;
    private static final String TEXT = "a".repeat(LONG);
    private static final String TOKEN = token(TEXT);
    private static final String EXPOSE_ALL = "Access-Control-Expose-Headers: *";
    private static final Reply CODED = bytes(200, gzip(TEXT), "Content-Encoding: gzip", ANY_ORIGIN,
            "Access-Control-Allow-Headers: *");
    /** Its Content-Length is greater than the length of the decoded body. */
    private static final Reply SHORT = bytes(200, gzip("hello"), "Content-Encoding: gzip", ANY_ORIGIN);
    private static final Map<String, Reply> REPLIES = Map.of("/gzip", CODED, "/gzip?strip", CODED, "/moved",
            redirect(302, "{B}/~/gzip"), "/moved-plain", redirect(302, "{B}/~/plain"), "/moved-post",
            redirect(307, "{B}/~/gzip"), "/plain", hello(ANY_ORIGIN, EXPOSE_ALL), "/identity",
            hello("Content-Encoding: identity"));

    /** Registers the worker and waits until it controls the page. Returns false if this page cannot have one. */
    private static final String REGISTER = """
            async () => {
              if (!navigator.serviceWorker) {
                return false;
              }
              const controlled = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
              try {
                await navigator.serviceWorker.register('/suite/service-worker.js');
              } catch (refused) {
                return false;
              }
              if (!navigator.serviceWorker.controller) {
                await controlled;
              }
              return true;
            }""";

    private static String token(String text) {
        Body body = new Body();
        body.add(text.getBytes(), text.length());
        return body.token();
    }

    private static BrowserPage page(BehaviourPlayer player) {
        BrowserPage page = player.page("A", "X-Page:worker");
        assumeTrue(Boolean.TRUE.equals(page.evaluate(REGISTER)), "this browser has no service workers in a test");
        return page;
    }

    @Override
    Map<String, Check> checks() {
        Map<String, Check> checks = new LinkedHashMap<>();
        for (String url : new String[]{"{B}/~/gzip", "{A}/~/gzip", "{A}/~/gzip?strip", "{A}/~/moved",
                "{B}/~/gzip?strip"}) {
            checks.put("the length of " + url + " is unknown", player -> checkUnknown(page(player), url));
            checks.put("the length of " + url + " is no limit", player -> checkLimit(page(player), url));
        }
        for (String url : new String[]{"{B}/~/gzip", "{A}/~/moved-post"}) {
            checks.put("the length of the response to an upload to " + url + " is unknown",
                    player -> checkUpload(page(player), url));
        }
        for (String url : new String[]{"{B}/~/plain", "{A}/~/identity", "{A}/~/plain", "{A}/~/moved-plain"}) {
            checks.put("the length of " + url + " is known", player -> checkKnown(page(player), url));
        }
        checks.put("a stream that breaks ends a request", player -> checkBreak(page(player)));
        checks.put("a stream that breaks ends an upload", player -> checkBreak(page(player), "uploads"));
        return checks;
    }

    private void checkUnknown(BrowserPage page, String url) {
        Site site = open(REPLIES);
        assertEquals("SUCCESS:200:" + TOKEN + " size:-1 downloaded:" + LONG,
                runRequests(page, site, "begin", "get\t" + url, "size"));
    }

    private void checkLimit(BrowserPage page, String url) {
        Site site = open(Map.of("/gzip", SHORT, "/gzip?strip", SHORT, "/moved", redirect(302, "{B}/~/gzip")));
        assertEquals("SUCCESS:200:hello", runRequests(page, site, "begin", "limit\t5", "get\t" + url));
    }

    private void checkUpload(BrowserPage page, String url) {
        Site site = open(REPLIES);
        assertEquals("SUCCESS:200:" + TOKEN + " size:-1 downloaded:" + LONG,
                runRequests(page, site, "begin", "uploads", "send\tPOST\t" + url + "\tdata", "size"));
    }

    private void checkKnown(BrowserPage page, String url) {
        Site site = open(REPLIES);
        assertEquals("SUCCESS:200:hello size:5 downloaded:5",
                runRequests(page, site, "begin", "get\t" + url, "size"));
    }

    private void checkBreak(BrowserPage page, String... settings) {
        Site site = open(REPLIES);
        run(page, site, "begin");
        run(page, site, settings.length == 0 ? new String[]{"poll"} : settings);
        String trace = run(page, site, "connect\t{A}", "text\tdata", "request\tPOST\t/~/x?break", "head", "body");
        assertEquals("CONNECTION_ERROR",
                trace.replaceAll("(?s).* (CONNECTION_ERROR) poll:ERR_CONNECTION_ERROR .*", "$1"));
        assertEquals("CONNECTION_ERROR:0:",
                runRequests(page, site, "begin", "send\tPOST\t{A}/~/x?break\tdata"));
    }
}
