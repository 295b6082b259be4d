package io.github.pollhttp.e2e.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;

import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.BrowsersOfTheRun;
import io.github.pollhttp.e2e.browser.Target;
import io.github.pollhttp.e2e.browser.WebBrowser;
import io.github.pollhttp.e2e.gdx.DesktopGame;

/** Plays the game of the demo by keyboard, in a window of the desktop and in pages, with a server that works and with one that does not. */
@ExtendWith(BrowsersOfTheRun.class)
class GameTest {
    private static final String SCORES = "{\"scores\":[{\"name\":\"KEY\",\"points\":" + GameScript.SCORE + "},"
            + "{\"name\":\"BOB\",\"points\":40}]}";

    /** The game's requests, on each platform, and the score of another player. */
    private static final List<String> LOG = List.of("GET /game/levels/1.json 200", "GET /game/scores 200",
            "GET /game/scores 200", "GET /game/scores 200", "GET /game/scores/live 200", "GET /game/sprites.png 200",
            "GET /game/update.bin 200", "POST /game/scores 200", "POST /game/scores 200");

    /** How many pixels of the canvas have the colour in which the graph has the time of the game. A level without a heart does not use it. */
    private static final String BARS = "(() => { const game = document.getElementById('game');"
            + " const pixels = game.getContext('2d').getImageData(0, 0, game.width, game.height).data;"
            + " let count = 0; for (let i = 0; i < pixels.length; i += 4)"
            + " count += pixels[i] === 0x7b && pixels[i + 1] === 0xe0 && pixels[i + 2] === 0xa8; return count; })()";

    private static final String FAILED = "the request failed, and the browser does not say why";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> levelIsPlayedInAPage(Browsers browsers) {
        List<DynamicTest> tests = new ArrayList<>();
        for (WebBrowser browser : browsers.all()) {
            for (Target target : browser.engine() == Engine.CHROMIUM ? Target.values() : new Target[]{Target.JS}) {
                tests.add(DynamicTest.dynamicTest(browser.engine().title() + " " + target.title(),
                        () -> play(browser, target)));
            }
        }
        return tests.stream();
    }

    private static void play(WebBrowser browser, Target target) throws Exception {
        try (GameHost host = new GameHost(null)) {
            try (PlayedGame game = new PageGame(browser.newPage(), host.url() + "?target=" + target.parameter())) {
                GameScript.play(game, host);
                GameScript.lookAtTheLeaderboard(game);
            }
            assertEquals(LOG, host.endAndLog());
            assertEquals(SCORES, host.scores());
        }
    }

    @Test
    void levelIsPlayedInAWindowWithAndWithoutTheServer() throws Exception {
        Path picture = Files.createDirectories(Path.of("target", "game")).resolve("window.png").toAbsolutePath();
        try (DesktopGame game = DesktopGame.start(WindowGame.class, folder.toString(), picture.toString())) {
            for (String request : LOG) {
                assertEquals(request, game.await(WindowGame.LOG));
            }
            assertEquals(SCORES, game.await(WindowGame.PLAYED));
            assertEquals("stopped", game.await(WindowGame.PLAYED));
            for (String mode : GameScript.MODES) {
                assertEquals(mode, game.await(WindowGame.PLAYED));
            }
        }
    }

    @Test
    void gameInAPageSurvivesAServerThatStopsCutsOrStalls(Browsers browsers) throws Exception {
        try (GameHost host = new GameHost(folder.resolve("scores"));
                PlayedGame game = new PageGame(browsers.chromium().newPage(), host.url())) {
            GameScript.stopInTheMiddle(game, host, FAILED);
            GameScript.cutInTheMiddle(game, host);
            GameScript.stallInTheMiddle(game, host);
        }
    }

    @Test
    void gameInAPageComesBackAfterEachFailure(Browsers browsers) throws Exception {
        try (GameHost host = new GameHost(null)) {
            for (String mode : GameScript.MODES) {
                host.control(mode);
                try (PlayedGame game = new PageGame(browsers.chromium().newPage(), host.url())) {
                    GameScript.comeBack(game, host, mode);
                }
            }
        }
    }

    @Test
    void gameOfAnotherOriginNeedsCors(Browsers browsers) throws Exception {
        try (GameHost host = new GameHost(null)) {
            host.control("cors=off");
            String url = host.url() + "?server=" + host.urlOfOtherOrigin();
            try (PlayedGame game = new PageGame(browsers.chromium().newPage(), url)) {
                GameScript.comeBack(game, host, "cors=off");
            }
        }
    }

    @Test
    void frameTimesAreShownAndLeavingCancelsTheUpdate(Browsers browsers) throws Exception {
        try (GameHost host = new GameHost(null); Page page = browsers.chromium().newPlaywrightPage()) {
            List<String> times = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.text().contains("ms in a frame")) {
                    times.add(message.text());
                }
            });
            page.navigate(host.url());
            page.waitForSelector("#game[data-scene=title]");
            page.keyboard().press("Enter");
            page.waitForSelector("#game[data-message='Update: 1 of 20 MB']");
            page.keyboard().press("F3");
            page.waitForFunction(BARS + " > 100");
            page.keyboard().press("F3");
            page.waitForFunction(BARS + " === 0");
            page.keyboard().press("Escape");
            page.waitForSelector("#game[data-scene=title]");
            host.awaitAborted("update.bin");
            assertEquals(1, times.size(), times::toString);
            page.evaluate("dispatchEvent(new Event('pagehide'))"); // Playwright does not hear a page that goes away
            page.waitForCondition(() -> times.size() == 2);
        }
    }

    /** Playwright disables the back/forward cache, so the test dispatches the events of a page that is left and shown again. */
    @Test
    void pageFromTheBackForwardCacheStartsAnew(Browsers browsers) throws Exception {
        try (GameHost host = new GameHost(null); Page page = browsers.chromium().newPlaywrightPage()) {
            page.navigate(host.url());
            page.waitForSelector("#game[data-scene=title]");
            page.keyboard().press("Enter");
            page.waitForSelector("#game[data-scene=play]");
            page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))");
            page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
            page.waitForSelector("#game[data-scene=title]");
        }
    }

    @Test
    void phoneThatIsOfflineKeepsTheScoreUntilItIsOnline(Browsers browsers) throws Exception {
        try (GameHost host = new GameHost(null); Page page = browsers.chromium().newPlaywrightPage()) {
            page.setViewportSize(390, 780);
            page.navigate(host.url() + "?target=wasm");
            page.waitForSelector("#game[data-scene=title]");
            assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
            page.context().setOffline(true);
            page.mouse().click(195, 390); // the button "Play"
            page.waitForSelector("#game[data-scene=end]");
            page.waitForFunction("!document.getElementById('game').dataset.message.startsWith('Sending')");
            String message = page.getAttribute("#game", "data-message");
            assertTrue(message.contains(FAILED), message); // "offline" is only said of servers on other computers
            page.screenshot(new ScreenshotOptions().setPath(
                    Files.createDirectories(Path.of("target", "game")).resolve("offline.png")));
            page.context().setOffline(false);
            page.mouse().click(195, 350); // the button "Send it again"
            page.waitForFunction("document.getElementById('game').dataset.message === 'You are number 1 of 1.'");
        }
    }
}
