package io.github.pollhttp.web;

import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendProvider;
import io.github.pollhttp.spi.RequestPlatform;

/** Makes the browser backend known to {@code HTTPClient.create()}. TeaVM finds it through {@code META-INF/services}. */
public final class WebBackendProvider implements BackendProvider {
    /** Called by {@link java.util.ServiceLoader}. */
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
        return new PagePlatform();
    }
}
