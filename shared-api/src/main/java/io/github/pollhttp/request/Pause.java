package io.github.pollhttp.request;

import io.github.pollhttp.spi.BackendProvider;

/** A pause before a request is sent again. Not final, so that TeaVM can leave it out of programs that send each request once. */
class Pause {
    private final BackendProvider provider;
    private final long start;
    private final long nanos;

    /** @param nanos how long the pause is, in nanoseconds; it begins now */
    Pause(BackendProvider provider, long nanos) {
        this.provider = provider;
        this.start = provider.nanoTime();
        this.nanos = nanos;
    }

    boolean isOver() {
        return nanosLeft() <= 0;
    }

    long nanosLeft() {
        return nanos - (provider.nanoTime() - start);
    }
}
