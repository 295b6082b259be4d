package io.github.pollhttp.spi;

/**
 * How a backend is found: a class of this type named in {@code META-INF/services/io.github.pollhttp.spi.BackendProvider}, which TeaVM
 * reads as the JVM does.
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
     * The artifact that brings this backend, for messages.
     *
     * @return for example {@code pollhttp-jvm}
     */
    String artifact();

    /**
     * Makes a backend for one client.
     *
     * @return a new one
     */
    Backend create();

    /**
     * What this platform does for {@link io.github.pollhttp.request.HTTPRequest} beside its connections. A program that uses
     * {@link io.github.pollhttp.HTTPClient} alone never asks, so that TeaVM links none of it.
     *
     * @return the platform
     */
    RequestPlatform requestPlatform();
}
