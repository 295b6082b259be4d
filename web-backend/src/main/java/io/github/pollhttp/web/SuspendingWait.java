package io.github.pollhttp.web;

import io.github.pollhttp.spi.BlockingWait;

/** Waits in a TeaVM thread. TeaVM can suspend such a thread while the page keeps running. */
class SuspendingWait implements BlockingWait {
    private static final long STEP_MILLIS = 4; // browsers lengthen shorter timers to 4 ms (HTML Standard, timers)

    /** @throws UnsupportedOperationException outside a Java thread, where TeaVM cannot suspend the program */
    SuspendingWait() {
        sleep(0);
    }

    @Override
    public boolean await(long nanos) {
        return sleep(STEP_MILLIS);
    }

    /**
     * TeaVM has no way to ask whether the caller is a Java thread or a callback of the browser. In a callback it throws when it has to suspend. That
     * exception is not passed on as a cause, because in JavaScript its message is not a Java string (TeaVM 0.16).
     */
    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException outsideJavaThread) {
            throw new UnsupportedOperationException(
                    "blocking mode in a browser needs a Java thread; do this in one: new Thread(game).start().");
        }
    }
}
