package io.github.pollhttp.e2e.gdx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.badlogic.gdx.utils.JsonReader;
import com.badlogic.gdx.utils.JsonValue;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;

import io.github.pollhttp.contract.server.ScenarioPlayer;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.BrowsersOfTheRun;
import io.github.pollhttp.e2e.browser.SuitePages;
import io.github.pollhttp.stars.server.GameServer;

/**
 * Plays the example of libGDX, in a window of the desktop and in Chromium. The pictures of docs/libgdx.md are those that this test saves in
 * {@code target/stars}.
 */
@ExtendWith(BrowsersOfTheRun.class)
class StarsTest {
    private static final String TAG = "StarGame: ";
    private static final String RANK = "You are number ";
    private static final String MOON = "fff4d6";
    private static final String NIGHT = "b1026";
    private static final int HEIGHT = 500;

    private static GameServer gameServer;
    private static ScenarioPlayer pageServer;
    private static String news;
    private static List<int[]> stars;

    @BeforeAll
    static void start() throws IOException {
        gameServer = GameServer.start(0);
        pageServer = ScenarioPlayer
                .start(path -> new SuitePages(path.startsWith("/stars/") ? "/stars/" : "/gdx-test-game/")
                        .response(path));
        news = "http://localhost:" + pageServer.addresses().refusedPort() + "/news.json";
        try (InputStream level = URI.create(gameServer.url() + "level.json").toURL().openStream()) {
            stars = new ArrayList<>();
            for (JsonValue star : new JsonReader().parse(level).get("stars")) {
                stars.add(star.asIntArray());
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        gameServer.close();
        pageServer.close();
    }

    /** Checks the lines of the log, whose order depends on the network, and the picture at the end of the game. */
    private static void assertPlayed(List<String> log, String failure, Path end) throws IOException {
        assertEquals(4, log.size(), log.toString());
        assertTrue(log.contains("The picture has 1600 x 1000 pixels."), log.toString());
        assertTrue(log.contains("Summer night, 9 stars"), log.toString());
        assertTrue(log.stream().anyMatch(line -> line.contains(failure)), log.toString());
        String rank = log.get(3);
        assertTrue(rank.startsWith(RANK), rank);
        assertEquals(MOON, colour(Files.readAllBytes(end)), "the colour of the moon");
    }

    /** Returns the colour of the pixel that shows the middle of the moon after the game's picture has arrived. */
    private static String colour(byte[] png) {
        try {
            return Integer.toHexString(ImageIO.read(new ByteArrayInputStream(png)).getRGB(620, 150) & 0xffffff);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectories(Path.of("target", "stars", name).toAbsolutePath());
    }

    @Test
    void exampleRunsInAWindow() throws Exception {
        Path folder = folder("window");
        List<String> arguments = new ArrayList<>(List.of(gameServer.url(), news, folder.toString()));
        stars.forEach(star -> arguments.addAll(List.of(String.valueOf(star[0]), String.valueOf(star[1]))));
        try (DesktopGame game = DesktopGame.start(StarsInWindow.class, arguments.toArray(String[]::new))) {
            List<String> log = new ArrayList<>();
            while (log.size() < 4) {
                log.add(game.await(StarsInWindow.LOG));
            }
            assertEquals("end.png", game.await(StarsInWindow.SAVED));
            assertPlayed(log, "the host refused the connection", folder.resolve("end.png"));
        }
    }

    /** At first, the server of the game does not run. The game then says so, and a tap tries again. */
    @Test
    void exampleRunsInAPageAsJavaScriptAfterItsServerWasAway(Browsers browsers) throws Exception {
        GameServer away = GameServer.start(0);
        String url = away.url();
        away.close();
        try (Page page = browsers.chromium().newPlaywrightPage()) {
            // The page calls main without arguments when it has loaded.
            page.addInitScript("addEventListener('load', () => { const main = window.main; window.main = () => main(['"
                    + url + "', '" + news + "']); })");
            List<String> log = open(page, "/stars/js/webapp/index.html");
            page.waitForCondition(() -> log.size() == 1);
            assertTrue(log.remove(0).startsWith(url.substring(0, url.length() - 1) + ": the network failed"));
            page.waitForCondition(() -> NIGHT.equals(colour(page.screenshot())));
            page.screenshot(new ScreenshotOptions().setPath(folder("js").resolve("away.png")));
            GameServer back = GameServer.start(URI.create(url).getPort());
            try {
                page.mouse().click(0, 0);
                play(page, log, folder("js"));
            } finally {
                back.close();
            }
        }
    }

    @Test
    void exampleRunsInAPageAsWasm(Browsers browsers) throws Exception {
        try (Page page = browsers.chromium().newPlaywrightPage()) {
            List<String> log = open(page, "/gdx-test-game/wasm/webapp/index.html?" + gameServer.url() + "," + news);
            play(page, log, folder("wasm"));
        }
    }

    /** Opens a page of the game, and returns its log, which grows. */
    private static List<String> open(Page page, String path) throws IOException {
        List<String> log = new CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.text().startsWith(TAG)) {
                log.add(message.text().substring(TAG.length()).strip());
            }
        });
        page.setViewportSize(800, HEIGHT);
        page.navigate("http://127.0.0.1:" + pageServer.addresses().port() + path);
        return log;
    }

    private static void play(Page page, List<String> log, Path folder) throws IOException {
        page.waitForCondition(() -> log.size() == 3);
        page.waitForCondition(() -> MOON.equals(colour(page.screenshot()))); // gdx-teavm does not render the first 60 frames
        for (int i = 0; i < stars.size(); i++) {
            if (i == stars.size() / 3) {
                page.screenshot(new ScreenshotOptions().setPath(folder.resolve("middle.png")));
            }
            page.mouse().click(stars.get(i)[0], HEIGHT - stars.get(i)[1]);
            awaitFrame(page);
        }
        page.waitForCondition(() -> log.size() == 4);
        awaitFrame(page);
        Path end = folder.resolve("end.png");
        page.screenshot(new ScreenshotOptions().setPath(end));
        assertPlayed(log, "CORS", end);
    }

    /** The game looks once a frame whether the screen was touched. */
    private static void awaitFrame(Page page) {
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }
}
