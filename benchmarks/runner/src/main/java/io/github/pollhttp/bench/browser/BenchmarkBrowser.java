package io.github.pollhttp.bench.browser;

/** A browser that runs. */
interface BenchmarkBrowser extends AutoCloseable {
    /** As the browser says it. */
    String version();

    /** A page of its own, visible as far as the page can tell, so that its timers are not slowed. The page has loaded. */
    BenchmarkPage open(String url);

    @Override
    void close();
}
