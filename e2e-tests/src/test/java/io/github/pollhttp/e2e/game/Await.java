package io.github.pollhttp.e2e.game;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, for at most 30 seconds. */
final class Await {
    private static final long LIMIT_NANOS = 30_000_000_000L;
    private static final long PAUSE_MILLIS = 10;

    private Await() {}

    /** @param what what to show if the condition does not become true */
    static void until(BooleanSupplier condition, Supplier<?> what) throws InterruptedException {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LIMIT_NANOS) {
                throw new AssertionError("The condition did not become true within 30 seconds: " + what.get());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
