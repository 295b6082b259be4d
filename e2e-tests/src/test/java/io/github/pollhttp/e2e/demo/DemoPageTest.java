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
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;

import io.github.pollhttp.demo.server.DemoServer;
import io.github.pollhttp.demo.server.ServedRequest;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.BrowsersOfTheRun;
import io.github.pollhttp.e2e.browser.PlaywrightBrowser;

/** Clicks through the demo page in Chromium as a visitor does, as JavaScript and as WasmGC. */
@ExtendWith(BrowsersOfTheRun.class)
class DemoPageTest {
    private static final double LIMIT_MILLISECONDS = 30_000;
    private static final String UNTIL_REQUESTING = "RESOLVING CONNECTING CONNECTED REQUESTING ";

    private static final List<ServedRequest> SERVED = new CopyOnWriteArrayList<>();
    private static PlaywrightBrowser chromium;
    private static DemoServer server;
    private Page page;

    /** The texts and attributes that a case shows at its end. */
    private record Shown(String id, String state, String status, String statuses, String code, String size,
            String body) {}

    private static final List<Shown> CASES = List.of(
            new Shown("json", "done", "STATUS_CONNECTED", UNTIL_REQUESTING + "BODY CONNECTED", "200 OK", "72 bytes",
                    "\"player\": \"Zoë\""),
            new Shown("stream", "done", "STATUS_CONNECTED", UNTIL_REQUESTING + "BODY CONNECTED", "200 OK", "156 bytes",
                    "Nobody waited."),
            new Shown("download", "done", "STATUS_CONNECTED", UNTIL_REQUESTING + "BODY CONNECTED", "200 OK", "32 MiB",
                    ""),
            new Shown("echo", "done", "STATUS_CONNECTED", UNTIL_REQUESTING + "BODY CONNECTED", "200 OK", "256 KiB", ""),
            new Shown("not-found", "done", "STATUS_CONNECTED", UNTIL_REQUESTING + "BODY CONNECTED", "404 Not Found",
                    "39 bytes",
                    "no such level"),
            new Shown("no-content", "done", "STATUS_CONNECTED", UNTIL_REQUESTING + "CONNECTED", "204 No Content", "",
                    ""),
            new Shown("cors-allowed", "done", "STATUS_CONNECTED", UNTIL_REQUESTING + "BODY CONNECTED", "200 OK",
                    "24 bytes",
                    "Any page"),
            new Shown("cors-refused", "failed", "STATUS_CONNECTION_ERROR", UNTIL_REQUESTING + "CONNECTION_ERROR", "",
                    "", ""),
            new Shown("refused", "failed", "STATUS_CONNECTION_ERROR", UNTIL_REQUESTING + "CONNECTION_ERROR", "", "",
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
        page = chromium.newPlaywrightPage();
        page.navigate(server.originA() + "/?target=" + target);
        assertThat(page.locator("body")).hasAttribute("data-ready", "true");
        assertThat(page.locator("body")).hasAttribute("data-target", target);
    }

    private Locator card(String id) {
        return page.locator("article[data-case=" + id + "]");
    }

    private Locator part(String id, String part) {
        return card(id).locator("[data-part=" + part + "]");
    }

    private void assertEnds(Shown shown) {
        assertThat(card(shown.id())).hasAttribute("data-state", shown.state(), withLimit());
        assertThat(card(shown.id())).hasAttribute("data-status", shown.status());
        assertEquals(shown.statuses(), part(shown.id(), "statuses").textContent().strip());
        assertEquals(shown.code(), part(shown.id(), "code").textContent());
        assertEquals(shown.size(), part(shown.id(), "size").textContent());
        assertTrue(part(shown.id(), "body").textContent().contains(shown.body()));
        assertThat(card(shown.id())).hasAttribute("data-verdict", "AS_EXPECTED");
    }

    private static HasAttributeOptions withLimit() {
        return new HasAttributeOptions().setTimeout(LIMIT_MILLISECONDS);
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
            assertEnds(shown);
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void allCasesRunAtTheSameTime(String target) {
        open(target);
        page.locator("#run-all").click();
        CASES.forEach(this::assertEnds);
        assertEquals("9 of 9 ended as expected", page.locator("#summary").textContent());
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
        page.waitForCondition(
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
        page.setViewportSize(width, 800);
        page.locator("#run-all").click();
        CASES.forEach(this::assertEnds);
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }

    @Test
    void linkSwitchesToTheOtherTarget() {
        open("js");
        page.locator("nav a[href='?target=wasm']").click();
        assertThat(page.locator("body")).hasAttribute("data-target", "wasm");
        assertThat(page.locator("body")).hasAttribute("data-ready", "true");
    }
}
