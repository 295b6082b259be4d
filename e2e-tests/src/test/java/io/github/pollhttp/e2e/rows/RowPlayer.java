package io.github.pollhttp.e2e.rows;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import io.github.pollhttp.e2e.BrowserPage;
import io.github.pollhttp.e2e.WebBrowser;

/** The pages of one browser that run programs, compiled for one target. Each kind of page is opened when it is first needed. */
final class RowPlayer implements AutoCloseable {
    private final WebBrowser browser;
    private final String target;
    private final RowServer server;
    private final Map<String, BrowserPage> pages = new HashMap<>();

    RowPlayer(WebBrowser browser, String target, RowServer server) {
        this.browser = browser;
        this.target = target;
        this.server = server;
    }

    /** For the name of a test. */
    String title() {
        return browser.engine().title() + " " + target;
    }

    /**
     * The page of an origin.
     *
     * @param letter of the origin
     * @param header that the page itself has; empty for none
     */
    BrowserPage page(String letter, String header) {
        return pages.computeIfAbsent(letter + header, key -> open(server.origin(letter), header));
    }

    private BrowserPage open(String origin, String header) {
        BrowserPage page = browser.newPage();
        page.navigate(origin + "/suite/index.html?target=" + target
                + (header.isEmpty() ? "" : "&header=" + URLEncoder.encode(header, StandardCharsets.UTF_8)));
        page.await("document.body.dataset.ready === '" + target + "'");
        return page;
    }

    /** Runs steps in a page, and answers with what came of them. */
    static String run(BrowserPage page, Site site, String... steps) {
        Object trace = page.evaluate("(program) => run(program)", site.real(String.join("\n", steps)));
        return site.told((String) trace);
    }

    /** What the pages have said so far, all of them. */
    java.util.List<String> said() {
        return pages.values().stream().flatMap(each -> each.said().stream()).toList();
    }

    @Override
    public void close() {
        pages.values().forEach(BrowserPage::close);
    }
}
