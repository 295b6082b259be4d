package io.github.pollhttp.e2e.browser;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition of another process or thread, which nothing but a look at it can tell. */
public final class Await {
    private static final long LOOK_MILLISECONDS = 5;

    private Await() {}

    /**
     * Waits until a condition is true.
     *
     * @param limit how long to wait at most
     * @param otherwise the message if the condition does not become true
     * @throws AssertionError if it does not
     */
    public static void until(BooleanSupplier condition, Duration limit, Supplier<String> otherwise)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(otherwise.get());
            }
            Thread.sleep(LOOK_MILLISECONDS); // until the next look at the condition
        }
    }
}
