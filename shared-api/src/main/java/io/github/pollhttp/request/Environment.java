package io.github.pollhttp.request;

import io.github.pollhttp.spi.BackendProvider;

/** The clocks and the random numbers of a request: those of the installed backend. Tests override the methods. */
class Environment {
    private final BackendProvider provider;

    /** @param provider the installed backend; null if all methods are overridden */
    Environment(BackendProvider provider) {
        this.provider = provider;
    }

    /** @return a monotonic clock, in nanoseconds */
    long nanoTime() {
        return provider.nanoTime();
    }

    /** @return the time of day, in milliseconds since 1970 */
    long wallTime() {
        return provider.currentTimeMillis();
    }

    /** @return a random number from 0, inclusive, to 1, exclusive */
    double random() {
        return provider.random();
    }
}
