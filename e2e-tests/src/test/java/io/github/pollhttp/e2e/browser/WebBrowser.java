package io.github.pollhttp.e2e.browser;

import io.github.pollhttp.contract.Engine;

/** One process of a real browser. */
public interface WebBrowser extends AutoCloseable {
    /** Returns the engine of the browser. */
    Engine engine();

    /** Returns the version that the browser reports. */
    String version();

    /** Opens a blank page that accepts any certificate. The page counts as visible, so that the browser does not slow its timers. */
    KeyboardPage newPage();

    @Override
    void close();
}
