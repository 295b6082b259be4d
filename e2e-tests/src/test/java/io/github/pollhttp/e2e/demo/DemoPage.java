package io.github.pollhttp.e2e.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;

import io.github.pollhttp.e2e.browser.PlaywrightBrowser;

/** The demo page in a browser. */
record DemoPage(Page page) implements AutoCloseable {
    static final String UNTIL_REQUESTING = "RESOLVING CONNECTING CONNECTED REQUESTING ";

    private static final double LIMIT_MILLISECONDS = 30_000;

    /** The texts and attributes that a case shows at its end. */
    record Shown(String id, String state, String status, String statuses, String code, String size, String body) {}

    /**
     * Opens the page and waits until its cards can be used.
     *
     * @param url    the URL of its folder
     * @param target {@code js} or {@code wasm}
     */
    static DemoPage open(PlaywrightBrowser browser, String url, String target) {
        Page page = browser.newPlaywrightPage();
        page.navigate(url + "?target=" + target);
        assertThat(page.locator("body")).hasAttribute("data-ready", "true");
        assertThat(page.locator("body")).hasAttribute("data-target", target);
        return new DemoPage(page);
    }

    Locator card(String id) {
        return page.locator("article[data-case=" + id + "]");
    }

    Locator part(String id, String part) {
        return card(id).locator("[data-part=" + part + "]");
    }

    void assertEnds(Shown shown) {
        assertThat(card(shown.id())).hasAttribute("data-state", shown.state(), withLimit());
        assertThat(card(shown.id())).hasAttribute("data-status", shown.status());
        assertEquals(shown.statuses(), part(shown.id(), "statuses").textContent().strip());
        assertEquals(shown.code(), part(shown.id(), "code").textContent());
        assertEquals(shown.size(), part(shown.id(), "size").textContent());
        assertTrue(part(shown.id(), "body").textContent().contains(shown.body()));
        assertThat(card(shown.id())).hasAttribute("data-verdict", "AS_EXPECTED");
    }

    /** Runs all cases on a screen of some width, in pixels of CSS, and checks that nothing is wider. */
    void assertFits(int width, List<Shown> cases) {
        page.setViewportSize(width, 800);
        page.locator("#run-all").click();
        cases.forEach(this::assertEnds);
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= innerWidth"));
    }

    static HasAttributeOptions withLimit() {
        return new HasAttributeOptions().setTimeout(LIMIT_MILLISECONDS);
    }

    @Override
    public void close() {
        page.close();
    }
}
