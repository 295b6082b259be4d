package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;

/** Tests that need Chromium's own protocol. */
class ChromiumBehaviourTest extends BehaviourServerTest {
    private static final String FAILED = "request:OK REQUESTING CONNECTION_ERROR poll:ERR_CONNECTION_ERROR nothing because:";
    private static final int MEBIBYTE = 1024 * 1024;
    /** More bytes than an int can count. */
    private static final int STREAMED_MEBIBYTES = 2049;
    private static final int STEP_MEBIBYTES = 256;
    /** The bytes that are read ahead, garbage that is not yet collected, and the measurement itself. */
    private static final int MAX_GROWTH_MEBIBYTES = 8;

    private Page page;

    @BeforeEach
    void open(Browsers browsers) throws Exception {
        page = browsers.chromium().newPlaywrightPage();
        page.navigate(server.origin("A") + "/suite/index.html?target=js");
        page.waitForCondition(() -> "js".equals(page.evaluate("document.body.dataset.ready")));
    }

    @AfterEach
    void close() {
        page.close();
    }

    private String run(Site site, String... steps) {
        return site.shortened(
                (String) page.evaluate("(program) => run(program)", site.expanded(String.join("\n", steps))));
    }

    /** Case 38. Only another host is reported as OFFLINE: for the page's own origin, which needs no network here, the reason is NETWORK_OR_CORS. */
    @Test
    void requestWithoutANetworkFailsAsOffline() {
        Site site = server.open(Map.of("/x", Reply.hello()));
        page.context().setOffline(true);
        assertEquals("connect:OK RESOLVING CONNECTING CONNECTED " + FAILED + "OFFLINE",
                run(site, "begin", "connect\thttp://pollhttp.invalid:80", "request\tGET\t/", "head"));
        assertEquals("connect:OK CONNECTING CONNECTED " + FAILED + "NETWORK_OR_CORS",
                run(site, "connect\t{A}", "request\tGET\t/~/x", "head"));
        page.context().setOffline(false);
        assertEquals("connect:OK CONNECTING CONNECTED request:OK REQUESTING BODY code:200 body:hello CONNECTED",
                run(site, "connect\t{A}", "request\tGET\t/~/x", "head", "body"));
        assertEquals(1, site.log().size());
    }

    /** The reason is that of the moment when the request failed, even if the browser has a network again. */
    @Test
    void keptResponseSaysOfflineAfterTheNetworkHasComeBack() {
        page.context().setOffline(true);
        assertEquals("CONNECTION_ERROR:0: because:OFFLINE",
                runRequests("begin", "get\thttp://pollhttp.invalid/", "reason"));
        page.context().setOffline(false);
        assertEquals("because:OFFLINE", runRequests("reason"));
    }

    private String runRequests(String... steps) {
        return (String) page.evaluate("(program) => run(program, 'RequestProgram')", String.join("\n", steps));
    }

    /** Measures the memory after a garbage collection, including the buffers of the page's stream. */
    @Test
    void memoryStaysConstantWhileMoreThanTwoGibibytesAreStreamed() {
        Site site = server.open(Map.of("/x", Reply.large(STREAMED_MEBIBYTES, new AtomicLong())));
        CDPSession protocol = page.context().newCDPSession(page);
        run(site, "begin", "connect\t{A}", "request\tGET\t/~/x", "head", "skip\t1");
        double first = memory(protocol);
        for (int read = STEP_MEBIBYTES; read < STREAMED_MEBIBYTES; read += STEP_MEBIBYTES) {
            run(site, "skip\t" + read);
            double growth = (memory(protocol) - first) / MEBIBYTE;
            assertTrue(growth < MAX_GROWTH_MEBIBYTES, growth + " MiB more after " + read + " MiB");
        }
        assertEquals("MiB:" + STREAMED_MEBIBYTES + " CONNECTED", run(site, "skip\t" + (STREAMED_MEBIBYTES + 1)));
    }

    private static double memory(CDPSession protocol) {
        protocol.send("HeapProfiler.collectGarbage");
        JsonObject usage = protocol.send("Runtime.getHeapUsage");
        return usage.get("usedSize").getAsDouble() + usage.get("backingStorageSize").getAsDouble();
    }
}
