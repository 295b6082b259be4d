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
     * @return the same instance at each call
     */
    RequestPlatform requestPlatform();
}
