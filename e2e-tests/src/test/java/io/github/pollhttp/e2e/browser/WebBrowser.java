package io.github.pollhttp.e2e.browser;

import io.github.pollhttp.contract.Engine;

/** One process of a real browser. */
public interface WebBrowser extends AutoCloseable {
    Engine engine();

    /** As the browser says it. */
    String version();

    /** A blank page, visible as far as the page can tell, so that its timers are not slowed. It takes any server's certificate. */
    BrowserPage newPage();

    @Override
    void close();
}
