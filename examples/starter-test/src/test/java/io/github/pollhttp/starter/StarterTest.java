package io.github.pollhttp.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;

import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.BrowsersOfTheRun;
import io.github.pollhttp.e2e.browser.VirtualScreen;

/** Runs the three commands of the starter's README, and plays the game. The pictures in {@code target/pictures} show what a player sees. */
@ExtendWith(BrowsersOfTheRun.class)
class StarterTest {
    private static final int SECONDS = 60;
    private static final int STARS = 6;

    private static StarterCommand web;
    private static String url;

    @BeforeAll
    static void compileAndServe() throws IOException {
        web = StarterCommand.start("web", Map.of(), "-Pweb", "-Dport=0");
        url = web.await("The game as JavaScript:");
    }

    @AfterAll
    static void stop() {
        web.close();
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectories(Path.of("target", "pictures", name).toAbsolutePath());
    }

    private static BufferedImage look(Page page) {
        try {
            return ImageIO.read(new ByteArrayInputStream(page.screenshot()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void save(Page page, Path file) {
        page.screenshot(new ScreenshotOptions().setPath(file));
    }

    @Test
    void everythingIsBuiltAndTested() throws IOException {
        try (StarterCommand all = StarterCommand.start("all", Map.of())) {
            all.await("[INFO] Running com.example.game.GameTest");
            all.await("[INFO] BUILD SUCCESS");
        }
        assertTrue(Files.exists(Path.of("target", "all", "web", "target", "page", "game.wasm")));
    }

    @ParameterizedTest
    @CsvSource({"js,''", "wasm,?wasm"})
    void gameIsPlayedInAPage(String target, String query, Browsers browsers) throws IOException {
        Path folder = folder(target);
        try (Page page = browsers.chromium().newPlaywrightPage()) {
            List<String> errors = new CopyOnWriteArrayList<>();
            page.onPageError(errors::add);
            page.setViewportSize(640, 400);
            page.route("**/level.json", route -> route.abort());
            page.navigate(url + query);
            page.waitForCondition(() -> Picture.hasSentence(look(page)));
            save(page, folder.resolve("failed.png"));
            page.unroute("**/level.json");
            page.mouse().click(100, 100); // try again
            page.waitForCondition(() -> Picture.star(look(page)) != null);
            save(page, folder.resolve("begin.png"));
            for (int clicks = 0; clicks < STARS; clicks++) {
                Point star = Picture.star(look(page));
                page.mouse().click(star.x, star.y);
                page.waitForCondition(() -> !star.equals(Picture.star(look(page))));
            }
            assertNull(Picture.star(look(page)));
            save(page, folder.resolve("end.png"));
            assertEquals(List.of(), errors);
        }
    }

    @Test
    void pageOfAnotherOriginMayReadTheFiles(Browsers browsers) {
        try (Page page = browsers.chromium().newPlaywrightPage()) {
            page.navigate(url.replace("localhost", "127.0.0.1"));
            Object level = page.evaluate("url => fetch(url + 'level.json').then(each => each.text())", url);
            assertTrue(level.toString().contains("stars"), level.toString());
        }
    }

    @Test
    void gameIsPlayedInAWindow() throws Exception {
        Path folder = folder("desktop");
        try (VirtualScreen screen = VirtualScreen.require();
                StarterCommand desktop = StarterCommand.start("desktop", screen.environment(), "-Pdesktop")) {
            desktop.await("The assets:");
            ProcessBuilder player = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp", System.getProperty("java.class.path"), DesktopPlayer.class.getName(), folder.toString())
                    .redirectError(Redirect.INHERIT);
            player.environment().putAll(screen.environment());
            Process playing = player.start();
            boolean ended = playing.waitFor(SECONDS, TimeUnit.SECONDS);
            playing.destroy();
            assertTrue(ended, "the stars are not caught");
            assertEquals(0, playing.exitValue());
            assertNotNull(Picture.star(ImageIO.read(folder.resolve("begin.png").toFile())));
            assertNull(Picture.star(ImageIO.read(folder.resolve("end.png").toFile())));
        }
    }
}
