package io.github.pollhttp.web;

import io.github.pollhttp.spi.Waiter;

/** Waits in a thread of TeaVM's, which can be suspended while the browser goes on. */
class SuspendingWaiter implements Waiter {
    private static final long STEP_MILLIS = 4; // what browsers make of shorter ones (HTML Standard, timers)

    @Override
    public boolean await(long nanos) {
        try {
            Thread.sleep(STEP_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
