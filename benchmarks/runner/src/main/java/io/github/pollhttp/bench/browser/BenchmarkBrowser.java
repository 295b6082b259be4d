package io.github.pollhttp.bench.browser;

/** A running browser. */
interface BenchmarkBrowser extends AutoCloseable {
    /** Returns the version that the browser reports. */
    String version();

    /** Opens a page and waits until it has loaded. The page is visible to its scripts, because browsers slow down the timers of hidden pages. */
    BenchmarkPage open(String url);

    @Override
    void close();
}
