package io.github.pollhttp.request;

import io.github.pollhttp.spi.BackgroundWork;

/** Allocates one array, if possible on another thread. */
final class ArrayWork implements BackgroundWork {
    private final Allocation allocation;
    private volatile byte[] array;
    private volatile OutOfMemoryError failure;

    /** Allocates an array or fills one. */
    interface Allocation {
        byte[] run();
    }

    ArrayWork(Allocation allocation) {
        this.allocation = allocation;
    }

    @Override
    public boolean step() {
        try {
            array = allocation.run();
        } catch (OutOfMemoryError e) {
            failure = e; // the request must fail, not the thread
        }
        return true;
    }

    @Override
    public void abandon(Throwable thrown) {
        failure = thrown instanceof OutOfMemoryError e ? e : new OutOfMemoryError("An array was not filled.");
    }

    @Override
    public boolean isDone() {
        return array != null || failure != null;
    }

    /** @throws OutOfMemoryError if the array did not fit into memory */
    byte[] result() {
        if (failure != null) {
            throw failure;
        }
        return array;
    }
}
