package io.github.pollhttp.e2e.browser;

import java.util.List;

/** A page of any browser, driven by JavaScript alone: that is what all drivers have. */
public interface BrowserPage extends AutoCloseable {
    int PATIENCE_MILLISECONDS = 30_000;

    /** Goes there and returns when the page has loaded. */
    void navigate(String url);

    /**
     * Calls a function in the page and awaits its promise, if it returns one.
     *
     * @param function  the source of a JavaScript function, such as {@code (a, b) => a + b}
     * @param arguments strings, booleans, numbers
     * @return a String, Boolean or Number, null, or a List of such; a whole number is of any class that holds it
     * @throws RuntimeException with what the function has thrown
     */
    Object evaluate(String function, Object... arguments);

    /** Waits until a JavaScript expression is true. */
    default void await(String condition) {
        Object met = evaluate("async (patience) => { const end = performance.now() + patience; while (!(" + condition
                + ")) { if (performance.now() > end) { return false; } await new Promise((next) => setTimeout(next, 10)); } return true; }",
                PATIENCE_MILLISECONDS);
        if (!Boolean.TRUE.equals(met)) {
            throw new AssertionError("never came true: " + condition + "; the page said " + said());
        }
    }

    /** What the page's scripts have written to the console, and what they did not catch; from {@code suite/console.js}, which the page loads. */
    default List<String> said() {
        return ((List<?>) evaluate("() => window.said ?? []")).stream().map(String::valueOf).toList();
    }

    @Override
    void close();
}
