package io.github.pollhttp.bench.browser;

/** A page of any browser. */
interface BenchmarkPage extends AutoCloseable {
    /** @return the value of a JavaScript expression, a number or a text; for a promise, the value that it is fulfilled with */
    Object evaluate(String expression);

    @Override
    void close();
}
