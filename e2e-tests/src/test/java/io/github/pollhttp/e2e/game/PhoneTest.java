package io.github.pollhttp.e2e.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.awt.Rectangle;
import java.io.IOException;
import java.net.URI;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.BrowsersOfTheRun;
import io.github.pollhttp.e2e.game.Phone.Finger;

/** Uses the game and the demo page with a finger, in Chromium with the screen of a phone. */
@ExtendWith(BrowsersOfTheRun.class)
class PhoneTest {
    private static final int SHORT_SIDE = 390;
    private static final int LONG_SIDE = 844;
    /** The smallest thing that a finger finds, in CSS pixels (WCAG 2.2, 2.5.5). */
    private static final int FINGER = 44;

    /** The player changes a letter, plays, sends the score again after its answer was lost, and leaves the next game. */
    @ParameterizedTest
    @CsvSource({"js, " + SHORT_SIDE + ", " + LONG_SIDE, "wasm, " + LONG_SIDE + ", " + SHORT_SIDE})
    void gameIsPlayedByTouch(String target, int width, int height, Browsers browsers) throws Exception {
        try (GameHost host = new GameHost(null);
                Phone phone = Phone.of(browsers.chromium().newPhonePage(width, height),
                        host.url() + "?target=" + target)) {
            phone.awaitScene("title");
            Rectangle letter = boxes(phone, 2).get(0);
            phone.tap(letter.getCenterX(), letter.y - FINGER / 4); // the arrow above the Y
            phone.tap(boxes(phone, 2).get(1));
            steer(phone, width, height);
            host.control("mode=cut");
            phone.save("phone-level-" + target);
            phone.awaitScene("end");
            phone.up();
            phone.await("game.message.startsWith('http')"); // a failure names the URL
            phone.save("phone-end-" + target);
            host.control("mode=normal");
            phone.tap(boxes(phone, 2).get(0));
            phone.await("game.message === 'You are number 1 of 1.'");
            assertEquals("{\"scores\":[{\"name\":\"ZOU\",\"points\":" + GameScript.SCORE + "}]}", host.scores());

            phone.tap(boxes(phone, 1).get(0)); // "Play again"
            phone.awaitScene("title");
            phone.tap(boxes(phone, 2).get(1));
            phone.awaitScene("play");
            leave(phone, width, height);
            phone.awaitScene("title");
            assertPageStoodStill(phone.page(), width, height);
        }
    }

    private static List<Rectangle> boxes(Phone phone, int count) throws IOException {
        List<Rectangle> boxes = phone.boxes();
        assertEquals(count, boxes.size(), boxes::toString);
        assertTrue(boxes.stream().allMatch(each -> each.width >= FINGER && each.height >= FINGER), boxes::toString);
        return boxes;
    }

    /** A finger swipes to the stars at the right. A second one goes down at the left, and steers, although the first one moves. */
    private static void steer(Phone phone, int width, int height) {
        Finger first = null;
        for (int i = 0; i <= 10; i++) {
            first = new Finger(0, width / 2 + i * (width / 2 - 10) / 10, height * (0.8 - i * 0.05));
            if (i == 0) {
                phone.down(first);
            } else {
                phone.move(first);
            }
        }
        phone.await("game.step > 90"); // the five stars at the right have passed
        Finger second = new Finger(1, 10, height * 0.8);
        phone.down(first, second);
        phone.move(new Finger(0, first.x(), first.y() + 20), second);
    }

    /** Taps beside the cross, as a finger does. */
    private static void leave(Phone phone, int width, int height) {
        double scale = Math.min(width / 360.0, height / 640.0);
        phone.tap((width - 360 * scale) / 2 + 26 * scale + FINGER / 3,
                (height - 640 * scale) / 2 + 28 * scale + FINGER / 3);
    }

    /** A page that is too wide for a phone makes {@code innerWidth} larger. */
    private static void assertPageStoodStill(Page page, int width, int height) {
        assertEquals(List.of(width, height, 0, 0, 1), page.evaluate("[document.documentElement.scrollWidth,"
                + " document.documentElement.scrollHeight, scrollX, scrollY, visualViewport.scale]"));
        assertEquals(false, page.evaluate("document.getElementById('game').dispatchEvent("
                + "new Event('contextmenu', {bubbles: true, cancelable: true}))"), "a menu opens");
        assertEquals("none", page.evaluate("getComputedStyle(document.getElementById('game')).userSelect"));
    }

    @Test
    void demoPageFitsAPhone(Browsers browsers) throws Exception {
        try (GameHost host = new GameHost(null);
                Page page = browsers.chromium().newPhonePage(SHORT_SIDE, LONG_SIDE)) {
            page.navigate(URI.create(host.url()).resolve("../?target=js").toString());
            assertThat(page.locator("body")).hasAttribute("data-ready", "true");
            for (String each : List.of("json", "cors-refused")) {
                Locator card = page.locator("article[data-case=" + each + "]");
                card.locator("[data-part=run]").tap();
                assertThat(card).hasAttribute("data-verdict", "AS_EXPECTED");
            }
            page.locator("article[data-case=json] summary").tap();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of("target", "game", "phone-demo.png")));
            assertEquals(SHORT_SIDE, page.evaluate("document.documentElement.scrollWidth"));
            assertEquals(List.of(), page.evaluate("[...document.querySelectorAll('button, nav a, summary')]"
                    + ".filter(each => each.offsetParent && each.getBoundingClientRect().height < " + FINGER + ")"
                    + ".map(each => each.textContent)"));
        }
    }
}
