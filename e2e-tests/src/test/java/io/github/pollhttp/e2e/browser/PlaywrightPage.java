package io.github.pollhttp.e2e.browser;

import java.util.List;

import com.microsoft.playwright.Page;

/** A page that Playwright drives. */
record PlaywrightPage(Page page) implements KeyboardPage {
    @Override
    public void navigate(String url) {
        page.navigate(url);
    }

    @Override
    public Object evaluate(String function, Object... arguments) {
        return page.evaluate("(args) => (" + function + ")(...args)", List.of(arguments));
    }

    @Override
    public void keyDown(String key) {
        page.keyboard().down(key);
    }

    @Override
    public void keyUp(String key) {
        page.keyboard().up(key);
    }

    @Override
    public void close() {
        page.close();
    }
}
