package io.github.pollhttp.e2e.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Locator;

import io.github.pollhttp.demo.server.DemoServer;
import io.github.pollhttp.demo.server.ServedRequest;
import io.github.pollhttp.e2e.demo.DemoPage.Shown;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.BrowsersOfTheRun;
import io.github.pollhttp.e2e.browser.PlaywrightBrowser;

/** Clicks through the demo page in Chromium as a visitor does, as JavaScript and as WasmGC. */
@ExtendWith(BrowsersOfTheRun.class)
class DemoPageTest {
    private static final List<ServedRequest> SERVED = new CopyOnWriteArrayList<>();
    private static PlaywrightBrowser chromium;
    private static DemoServer server;
    private DemoPage page;

    private static final List<Shown> CASES = List.of(
            new Shown("json", "done", "STATUS_CONNECTED", DemoPage.UNTIL_REQUESTING + "BODY CONNECTED", "200 OK",
                    "72 bytes",
                    "\"player\": \"Zoë\""),
            new Shown("stream", "done", "STATUS_CONNECTED", DemoPage.UNTIL_REQUESTING + "BODY CONNECTED", "200 OK",
                    "156 bytes",
                    "Nobody waited."),
            new Shown("download", "done", "STATUS_CONNECTED", DemoPage.UNTIL_REQUESTING + "BODY CONNECTED", "200 OK",
                    "32 MiB",
                    ""),
            new Shown("echo", "done", "STATUS_CONNECTED", DemoPage.UNTIL_REQUESTING + "BODY CONNECTED", "200 OK",
                    "256 KiB", ""),
            new Shown("not-found", "done", "STATUS_CONNECTED", DemoPage.UNTIL_REQUESTING + "BODY CONNECTED",
                    "404 Not Found",
                    "39 bytes",
                    "no such level"),
            new Shown("no-content", "done", "STATUS_CONNECTED", DemoPage.UNTIL_REQUESTING + "CONNECTED",
                    "204 No Content", "",
                    ""),
            new Shown("cors-allowed", "done", "STATUS_CONNECTED", DemoPage.UNTIL_REQUESTING + "BODY CONNECTED",
                    "200 OK",
                    "24 bytes",
                    "Any page"),
            new Shown("cors-refused", "failed", "STATUS_CONNECTION_ERROR",
                    DemoPage.UNTIL_REQUESTING + "CONNECTION_ERROR", "",
                    "", ""),
            new Shown("refused", "failed", "STATUS_CONNECTION_ERROR", DemoPage.UNTIL_REQUESTING + "CONNECTION_ERROR",
                    "", "",
                    ""));

    @BeforeAll
    static void startAll(Browsers browsers) throws Exception {
        chromium = browsers.chromium();
        server = DemoServer.start(0, SERVED::add);
    }

    @AfterAll
    static void stopAll() throws Exception {
        server.close();
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    private void open(String target) {
        page = DemoPage.open(chromium, server.originA() + "/", target);
    }

    private Locator card(String id) {
        return page.card(id);
    }

    private Locator part(String id, String part) {
        return page.part(id, part);
    }

    static Stream<String> targets() {
        return Stream.of("js", "wasm");
    }

    @ParameterizedTest
    @MethodSource("targets")
    void eachCaseEndsAsExpected(String target) {
        open(target);
        for (Shown shown : CASES) {
            part(shown.id(), "run").click();
            page.assertEnds(shown);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void allCasesRunAtTheSameTime(String target) {
        open(target);
        page.page().locator("#run-all").click();
        CASES.forEach(page::assertEnds);
        assertEquals("9 of 9 ended as expected", page.page().locator("#summary").textContent());
    }

    @ParameterizedTest
    @MethodSource("targets")
    void cancellingACaseAbortsItsRequestAtTheServer(String target) {
        open(target);
        SERVED.clear();
        part("stream", "run").click();
        assertThat(part("stream", "body")).containsText("A game");
        part("stream", "cancel").click();
        assertThat(card("stream")).hasAttribute("data-state", "cancelled");
        assertThat(card("stream")).hasAttribute("data-status", "STATUS_DISCONNECTED");
        page.page().waitForCondition(
                () -> SERVED.stream().anyMatch(each -> each.url().endsWith("/api/stream") && each.aborted()));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void slowStreamAppearsPieceByPiece(String target) {
        open(target);
        part("stream", "run").click();
        assertThat(part("stream", "body")).containsText("A game");
        assertThat(card("stream")).hasAttribute("data-state", "running");
        assertTrue(!part("stream", "body").textContent().contains("Nobody waited."));
        assertThat(part("stream", "body")).containsText("Nobody waited.");
    }

    @Test
    void corsFailureNamesTheMissingHeader() {
        open("js");
        part("cors-refused", "run").click();
        assertThat(part("cors-refused", "failure")).containsText("Access-Control-Allow-Origin: " + server.originA());
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1280})
    void pageIsNotWiderThanTheScreen(int width) {
        open("js");
        page.assertFits(width, CASES);
    }

    @Test
    void linkSwitchesToTheOtherTarget() {
        open("js");
        page.page().locator("nav a[href='?target=wasm']").click();
        assertThat(page.page().locator("body")).hasAttribute("data-target", "wasm");
        assertThat(page.page().locator("body")).hasAttribute("data-ready", "true");
    }
}
