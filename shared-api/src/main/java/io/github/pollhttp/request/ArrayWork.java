package io.github.pollhttp.request;

import io.github.pollhttp.spi.BackgroundWork;

/** The making of one array, perhaps on another thread. */
final class ArrayWork implements BackgroundWork {
    private final Making making;
    private volatile byte[] made;
    private volatile OutOfMemoryError failure;

    /** What makes it. */
    interface Making {
        byte[] make();
    }

    ArrayWork(Making making) {
        this.making = making;
    }

    @Override
    public boolean step() {
        try {
            made = making.make();
        } catch (OutOfMemoryError e) {
            failure = e; // it is the request that fails, not the thread
        }
        return true;
    }

    @Override
    public boolean isDone() {
        return made != null || failure != null;
    }

    /** @throws OutOfMemoryError if there was no room for it */
    byte[] result() {
        if (failure != null) {
            throw failure;
        }
        return made;
    }
}
