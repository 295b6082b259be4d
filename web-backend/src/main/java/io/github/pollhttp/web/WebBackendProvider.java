package io.github.pollhttp.web;

import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendProvider;
import io.github.pollhttp.spi.RequestPlatform;

/** Found by {@code HTTPClient.create()}: TeaVM reads {@code META-INF/services}. */
public final class WebBackendProvider implements BackendProvider {
    /** For {@link java.util.ServiceLoader}. */
    public WebBackendProvider() {}

    @Override
    public String artifact() {
        return "pollhttp-web";
    }

    @Override
    public Backend create() {
        return new WebBackend();
    }

    @Override
    public RequestPlatform requestPlatform() {
        return new WebRequestPlatform();
    }
}
