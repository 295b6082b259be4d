package io.github.pollhttp.e2e.browser;

import java.util.List;

/** A place that runs JavaScript with global variables of its own: a page, a worker or a Node process. Tests drive it only with JavaScript. */
public interface Realm extends AutoCloseable {
    int LIMIT_MILLISECONDS = 30_000;

    /**
     * Calls a function and awaits its promise, if it returns one.
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
                    + ". The console has " + said());
        }
    }

    /** Returns the console messages, uncaught exceptions and unhandled rejections, which {@code suite/console.js} keeps. */
    default List<String> said() {
        return ((List<?>) evaluate("() => globalThis.said ?? []")).stream().map(String::valueOf).toList();
    }

    @Override
    void close();
}
