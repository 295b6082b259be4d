package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.run;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;
import io.github.pollhttp.e2e.browser.BrowserPage;
import io.github.pollhttp.e2e.browser.Browsers;

/**
 * A body with more bytes than an int can count. Each receiver takes seven seconds, so it is received by WasmGC in Chromium only, and with
 * {@code -Dtargets=all} by Firefox, too, and with both targets. WebKitGTK is left out: it takes minutes, also for {@code fetch} without this library.
 * {@link ChromiumBehaviourTest} measures the memory.
 */
class LongBodyTest extends BehaviourTest {
    private static final int MEBIBYTES = 2049;
    private static final int STEP_MEBIBYTES = 256;

    @Override
    Stream<BehaviourPlayer> players(Browsers browsers) {
        return super.players(browsers).filter(player -> player.engine() != Engine.WEBKIT)
                .filter(player -> "all".equals(System.getProperty("targets"))
                        || player.engine() == Engine.CHROMIUM && !player.isJavaScript());
    }

    @Override
    Map<String, Check> checks() {
        return Map.of("all bytes of a body of more than 2 GiB are counted", player -> check(player.page("A", "")));
    }

    private void check(BrowserPage page) {
        Site site = open(Map.of("/x", Reply.large(MEBIBYTES, new AtomicLong())));
        assertEquals(REQUESTING + " BODY code:200",
                run(page, site, "begin", "connect\t{A}", "request\tGET\t/~/x", "head"));
        for (int read = STEP_MEBIBYTES; read < MEBIBYTES; read += STEP_MEBIBYTES) {
            assertEquals("MiB:" + read, run(page, site, "skip\t" + read));
        }
        assertEquals("MiB:" + MEBIBYTES + " CONNECTED", run(page, site, "skip\t" + (MEBIBYTES + 1)));
    }
}
