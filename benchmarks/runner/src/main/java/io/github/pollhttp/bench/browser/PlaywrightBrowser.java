package io.github.pollhttp.bench.browser;

import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/** A browser that Playwright drives. */
record PlaywrightBrowser(Playwright playwright, Browser browser) implements BenchmarkBrowser {
    private static final Map<String, String> NO_DOWNLOADS = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    /** Selects one of the browsers of Playwright. */
    interface Kind {
        BrowserType of(Playwright playwright);
    }

    static PlaywrightBrowser launch(Kind kind, LaunchOptions options) {
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOADS));
        try {
            return new PlaywrightBrowser(playwright, kind.of(playwright).launch(options));
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    @Override
    public String version() {
        return browser.version();
    }

    @Override
    public BenchmarkPage open(String url) {
        Page page = browser.newPage();
        page.navigate(url);
        return new Tab(page);
    }

    @Override
    public void close() {
        playwright.close();
    }

    private record Tab(Page page) implements BenchmarkPage {
        @Override
        public Object evaluate(String expression) {
            return page.evaluate(expression);
        }

        @Override
        public void close() {
            page.close();
        }
    }
}
