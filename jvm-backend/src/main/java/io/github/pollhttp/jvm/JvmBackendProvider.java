package io.github.pollhttp.jvm;

import io.github.pollhttp.jvm.net.SharedResolver;
import io.github.pollhttp.jvm.net.UserAgent;
import io.github.pollhttp.jvm.request.JvmRequestPlatform;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendProvider;
import io.github.pollhttp.spi.RequestPlatform;

/** Found by {@code HTTPClient.create()}. */
public final class JvmBackendProvider implements BackendProvider {
    /** For {@link java.util.ServiceLoader}. */
    public JvmBackendProvider() {}

    @Override
    public String artifact() {
        return "pollhttp-jvm";
    }

    @Override
    public Backend create() {
        UserAgent.load();
        return new JvmBackend(SharedResolver.INSTANCE, System::nanoTime);
    }

    @Override
    public RequestPlatform requestPlatform() {
        return new JvmRequestPlatform();
    }
}
