package io.github.pollhttp.e2e.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Page;

import io.github.pollhttp.demo.DemoCases;
import io.github.pollhttp.demo.server.PageFiles;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.BrowsersOfTheRun;
import io.github.pollhttp.e2e.browser.PlaywrightBrowser;
import io.github.pollhttp.e2e.demo.DemoPage.Shown;

/** The demo page as a website hosts it: as files in some folder, without the demo server. */
@ExtendWith(BrowsersOfTheRun.class)
class FilesPageTest {
    private static final String PATH = "project/try/";
    private static final List<Shown> CASES = List.of(
            new Shown("json", "done", "STATUS_CONNECTED", DemoPage.UNTIL_REQUESTING + "BODY CONNECTED", "200 OK",
                    "72 bytes", "\"player\": \"Zoë\""),
            new Shown("download", "done", "STATUS_CONNECTED", DemoPage.UNTIL_REQUESTING + "BODY CONNECTED", "200 OK",
                    "4 MiB", ""),
            new Shown("head", "done", "STATUS_CONNECTED", DemoPage.UNTIL_REQUESTING + "BODY CONNECTED", "200 OK",
                    "", ""),
            new Shown("unknown-host", "failed", "STATUS_CONNECTION_ERROR",
                    DemoPage.UNTIL_REQUESTING + "CONNECTION_ERROR", "", "", ""));

    @TempDir
    private static Path folder;
    private static PlaywrightBrowser chromium;
    private static FileHost host;
    private static FileHost otherOrigin;
    private DemoPage page;

    @BeforeAll
    static void startAll(Browsers browsers) throws Exception {
        chromium = browsers.chromium();
        PageFiles.write(folder.resolve(PATH));
        host = new FileHost(folder);
        otherOrigin = new FileHost(folder);
    }

    @AfterAll
    static void stopAll() throws Exception {
        host.close();
        otherOrigin.close();
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    private void open(String target) {
        page = DemoPage.open(chromium, host.url() + PATH, target);
    }

    private void enter(String url) {
        page.part("entered", "url").fill(url);
        page.part("entered", "url").press("Enter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"js", "wasm"})
    void eachCaseEndsAsExpected(String target) {
        open(target);
        page.page().locator("#run-all").click();
        CASES.forEach(page::assertEnds);
        assertThat(page.part("not-found", "code")).hasText("404 Not Found");
        assertThat(page.page().locator("#summary")).hasText("5 of 5 ended as expected");
    }

    @Test
    void onlyCasesThatFilesCanAnswerAreOffered() {
        open("js");
        assertThat(page.page().locator("article")).hasCount(DemoCases.FILES.size() + 1);
        assertThat(page.page().getByText("mvn -Pdemo")).isVisible();
        assertThat(page.page().getByText("mvn -Pdesktop")).isHidden();
    }

    @Test
    void visitorReadsAFileOfTheSameOrigin() {
        open("js");
        enter(host.url() + PATH + "files/level.json");
        assertThat(page.part("entered", "code")).hasText("200 OK");
        assertThat(page.part("entered", "body")).containsText("smørbrød");
        assertThat(page.card("entered")).hasAttribute("data-verdict", "NOTHING_EXPECTED");
    }

    @Test
    void visitorIsToldThatAnotherOriginDoesNotAllowThePage() {
        open("js");
        enter(otherOrigin.url() + PATH + "files/level.json");
        assertThat(page.card("entered")).hasAttribute("data-state", "failed", DemoPage.withLimit());
        assertThat(page.part("entered", "failure")).containsText("Access-Control-Allow-Origin");
    }

    @Test
    void visitorIsToldWhatIsWrongWithAUrl() {
        open("js");
        enter("https://example.com:port/");
        assertThat(page.card("entered")).hasAttribute("data-state", "failed");
        assertThat(page.part("entered", "failure")).containsText("port");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void pageIsNotWiderThanTheScreen(int width) {
        open("js");
        page.assertFits(width, CASES);
    }

    @Test
    void gameIsPlayedWithoutScores() {
        open("js");
        Page tab = page.page();
        tab.getByText("Star Courier").locator("visible=true").click();
        tab.waitForSelector("#game[data-scene=title]");
        assertEquals("This page is hosted as files. Scores need a server.", tab.getAttribute("#game", "data-message"));
        tab.keyboard().press("Enter");
        tab.waitForSelector("#game[data-scene=play]");
        tab.waitForFunction("document.getElementById('game').dataset.message === 'The update is here: 4 MB'");
        assertEquals(List.of(), host.requests().stream().filter(each -> each.contains("scores")).toList());
    }
}
