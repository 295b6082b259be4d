package io.github.pollhttp.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.Page;

import io.github.pollhttp.contract.Engine;

/**
 * A browser that Playwright drives.
 *
 * @param screen its virtual screen, or null if it needs none
 */
public record PlaywrightBrowser(Engine engine, Browser browser, VirtualScreen screen) implements WebBrowser {
    @Override
    public String version() {
        return browser.version();
    }

    @Override
    public KeyboardPage newPage() {
        return new PlaywrightPage(newPlaywrightPage());
    }

    /** Opens a page with the whole Playwright API. */
    public Page newPlaywrightPage() {
        return browser.newPage(new NewPageOptions().setIgnoreHTTPSErrors(true));
    }

    /** Opens a page as on a phone: with a finger instead of a mouse, and three pixels of the screen for one of CSS. Sizes are in CSS pixels. */
    public Page newPhonePage(int width, int height) {
        return browser.newPage(new NewPageOptions().setViewportSize(width, height).setDeviceScaleFactor(3)
                .setIsMobile(true).setHasTouch(true));
    }

    @Override
    public void close() {
        browser.close();
        if (screen != null) {
            screen.close();
        }
    }
}
