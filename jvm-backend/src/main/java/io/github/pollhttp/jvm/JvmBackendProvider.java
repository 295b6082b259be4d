package io.github.pollhttp.jvm;

import io.github.pollhttp.jvm.net.SharedResolver;
import io.github.pollhttp.jvm.request.JvmRequestPlatform;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendProvider;
import io.github.pollhttp.spi.RequestPlatform;

/** Found by {@code HTTPClient.create()}. */
public final class JvmBackendProvider implements BackendProvider {
    private final String userAgent = UserAgent.read();

    /** For {@link java.util.ServiceLoader}. */
    public JvmBackendProvider() {}

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
