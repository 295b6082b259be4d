package io.github.pollhttp.web;

import io.github.pollhttp.spi.BlockingWait;

/** Waits in a thread of TeaVM's, which can be suspended while the browser goes on. */
class SuspendingWait implements BlockingWait {
    private static final long STEP_MILLIS = 4; // what browsers make of shorter ones (HTML Standard, timers)

    /** @throws UnsupportedOperationException where nothing can be suspended */
    SuspendingWait() {
        sleep(0);
    }

    @Override
    public boolean await(long nanos) {
        return sleep(STEP_MILLIS);
    }

    /**
     * TeaVM does not tell whether it runs a thread or was called by the browser; in the latter case it fails to suspend. What it throws then
     * is no cause to hand on: in JavaScript its text is not a Java string (TeaVM 0.16).
     */
    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException outsideOfAThread) {
            throw new UnsupportedOperationException(
                    "blocking mode in a browser needs a Java thread; do this in one: new Thread(game).start()");
        }
    }
}
