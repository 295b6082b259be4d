package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.pollhttp.e2e.behaviour.server.Site;
import io.github.pollhttp.e2e.browser.BrowserPage;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.WebBrowser;

/** A page's {@code script-src} has to allow 'unsafe-eval' for WasmGC, because TeaVM's runtime calls {@code new Function}, and nothing for JavaScript. */
class ScriptPolicyTest extends BehaviourServerTest {
    @TestFactory
    Stream<DynamicTest> programsStartUnderAPolicy(Browsers browsers) {
        return browsers.all().stream().flatMap(browser -> Stream.of(
                test(browser, "js", "'self'", true), test(browser, "wasm", "'self' 'wasm-unsafe-eval'", false),
                test(browser, "wasm", "'self' 'unsafe-eval'", true)));
    }

    private static DynamicTest test(WebBrowser browser, String target, String policy, boolean starts) {
        return dynamicTest(
                target + " under script-src " + policy + (starts ? " starts" : " does not start") + " ["
                        + browser.engine().title() + "]",
                () -> check(browser, target, policy, starts));
    }

    /** The page tells the server how it has started, because a driver's own scripts may be under the policy, too. */
    private static void check(WebBrowser browser, String target, String policy, boolean starts)
            throws InterruptedException {
        Site site = server.open(Map.of("/started", hello(), "/failed", hello()));
        try (BrowserPage page = browser.newPage()) {
            page.navigate(server.origin("A") + site.expanded("/suite/start.html?target=" + target
                    + "&report=/~/&header=Content-Security-Policy:script-src%20" + policy.replace(" ", "%20")));
            site.awaitLog(1);
        }
        assertEquals(1, site.log().size());
        String report = site.log().get(0).target();
        if (starts) {
            assertEquals("/started", report);
        } else {
            assertNotEquals("/started", report);
        }
    }
}
