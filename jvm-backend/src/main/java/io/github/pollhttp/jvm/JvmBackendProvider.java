package io.github.pollhttp.jvm;

import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.jvm.net.SharedResolver;
import io.github.pollhttp.jvm.request.JvmRequestPlatform;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendProvider;
import io.github.pollhttp.spi.RequestPlatform;

/** Makes the backends of this module. {@code HTTPClient.create()} finds it with {@link java.util.ServiceLoader}. */
public final class JvmBackendProvider implements BackendProvider {
    private final String userAgent = UserAgent.read();

    /** Called by {@link java.util.ServiceLoader}. Reads the version of the library from a resource, so that no later call reads a file. */
    public JvmBackendProvider() {
        Endpoint.prepare();
    }

    @Override
    public String artifact() {
        return "pollhttp-jvm";
    }

    @Override
    public Backend create() {
        return new JvmBackend(SharedResolver.INSTANCE, System::nanoTime, userAgent);
    }

    @Override
    public RequestPlatform requestPlatform() {
        return new JvmRequestPlatform();
    }
}
