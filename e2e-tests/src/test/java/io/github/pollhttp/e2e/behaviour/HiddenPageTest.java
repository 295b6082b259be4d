package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.runRequests;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.contract.Body;
import io.github.pollhttp.contract.Pattern;
import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.ChromiumTab;

/** A hidden page has no frames, so that a game does not poll. Chromium alone, because no protocol hides a page of the other browsers. */
class HiddenPageTest extends BehaviourServerTest {
    private static final int LENGTH = 16 * 1024 * 1024 + 1;

    /** Counts the frames of the page. */
    private static final String COUNT_FRAMES = """
            () => {
              window.frameCount = 0;
              const frame = () => {
                frameCount++;
                requestAnimationFrame(frame);
              };
              frame();
            }""";

    @ParameterizedTest
    @ValueSource(strings = {"js", "wasm"})
    void bodyArrivesWhileThePageIsHidden(String target, Browsers browsers) {
        CountDownLatch hidden = new CountDownLatch(1);
        Site site = server.open(Map.of("/x", visit -> {
            visit.head(200, List.of("Content-Length: " + LENGTH));
            visit.write(Reply.NOTHING, false);
            assertTrue(hidden.await(30, TimeUnit.SECONDS));
            visit.write(Pattern.bytes(LENGTH), true);
        }));
        try (ChromiumTab tab = ChromiumTab.open(browsers.chromium())) {
            tab.navigate(server.origin("A") + "/suite/index.html?target=" + target);
            tab.await("document.body && document.body.dataset.ready === '" + target + "'");
            tab.evaluate(ReadingOnTest.COUNT_READS);
            assertEquals("", runRequests(tab, site, "begin", "ask\t{A}/~/x", "poll"));

            tab.hide();
            tab.evaluate(COUNT_FRAMES);
            hidden.countDown();
            tab.await("counts.readEnds === 1");
            assertEquals("true 1 " + LENGTH,
                    tab.evaluate("() => [document.hidden, frameCount, counts.readBytes].join(' ')"));

            tab.show();
            assertEquals("SUCCESS:200:" + Body.patternToken(LENGTH), runRequests(tab, site, "finish"));
        }
    }
}
