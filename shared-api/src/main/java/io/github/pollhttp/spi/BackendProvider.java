package io.github.pollhttp.spi;

/**
 * Creates backends. {@link java.util.ServiceLoader} finds the provider, on the JVM and in TeaVM, by its class name in
 * {@code META-INF/services/io.github.pollhttp.spi.BackendProvider}.
 */
public interface BackendProvider {
    /**
     * Finds the one backend of the class path or module path.
     *
     * @return its provider, the same one at each call
     * @throws IllegalStateException if there is no backend or more than one; the message names the artifact to add or to remove
     */
    static BackendProvider installed() {
        return InstalledBackend.provider();
    }

    /**
     * Uses another provider instead of the installed one, for all clients that are created from now on. It is for tests on the JVM, which put the
     * installed provider back at their end. TeaVM leaves this method out, because no browser program calls it.
     *
     * @param provider the provider that {@link #installed()} returns from now on
     */
    static void replace(BackendProvider provider) {
        InstalledBackend.replace(provider);
    }

    /**
     * Returns the artifact that contains this backend, for messages.
     *
     * @return for example {@code pollhttp-jvm}
     */
    String artifact();

    /**
     * Creates a backend for one client.
     *
     * @return a new backend
     */
    Backend create();

    /**
     * Returns the parts of this platform that {@link io.github.pollhttp.request.HTTPRequest} needs besides connections. A program that uses only
     * {@link io.github.pollhttp.HTTPClient} never calls this, so TeaVM leaves these parts out of it.
     *
     * @return an instance; all instances of a provider are equivalent
     */
    RequestPlatform requestPlatform();

    /**
     * Returns the time of the monotonic clock that requests, queues and event sources use.
     *
     * @return nanoseconds with an arbitrary origin, by default those of {@link System#nanoTime()}
     */
    default long nanoTime() {
        return System.nanoTime();
    }

    /**
     * Returns the time of day, with which requests compare the date in a {@code Retry-After}.
     *
     * @return milliseconds since 1970, by default those of {@link System#currentTimeMillis()}
     */
    default long currentTimeMillis() {
        return System.currentTimeMillis();
    }

    /**
     * Returns a random number, which makes the pause before a retry longer or shorter.
     *
     * @return a number from 0, inclusive, to 1, exclusive, by default of {@link Math#random()}
     */
    default double random() {
        return Math.random();
    }
}
