package io.github.pollhttp.e2e.browser;

import java.util.List;

/** A page of any browser. Tests drive it only with JavaScript, because all drivers can run that. */
public interface BrowserPage extends AutoCloseable {
    int LIMIT_MILLISECONDS = 30_000;

    /** Loads a page and returns when it has loaded. */
    void navigate(String url);

    /**
     * Calls a function in the page and awaits its promise, if it returns one.
     *
     * @param function  the source of a JavaScript function, such as {@code (a, b) => a + b}
     * @param arguments strings, booleans or numbers
     * @return a String, Boolean, Number or null, or a List of these; the class of an integer depends on the driver
     * @throws RuntimeException if the function throws or its promise is rejected; the message contains that of the error
     */
    Object evaluate(String function, Object... arguments);

    /** Waits until a JavaScript expression is true, for at most 30 seconds. */
    default void await(String condition) {
        Object met = evaluate("async (patience) => { const end = performance.now() + patience; while (!(" + condition
                + ")) { if (performance.now() > end) { return false; } await new Promise((next) => setTimeout(next, 10)); } return true; }",
                LIMIT_MILLISECONDS);
        if (!Boolean.TRUE.equals(met)) {
            throw new AssertionError("The condition did not become true within 30 seconds: " + condition
                    + ". The page's console has " + said());
        }
    }

    /** Returns the console messages, uncaught exceptions and unhandled rejections, which {@code suite/console.js} keeps. */
    default List<String> said() {
        return ((List<?>) evaluate("() => window.said ?? []")).stream().map(String::valueOf).toList();
    }

    @Override
    void close();
}
