package io.github.pollhttp.bench.browser;

/** A page of any browser, as far as the benchmark wants one. */
interface BenchmarkPage extends AutoCloseable {
    /** @return what a JavaScript expression comes to: a number or a text; if that is a promise, what it comes to */
    Object evaluate(String expression);

    @Override
    void close();
}
