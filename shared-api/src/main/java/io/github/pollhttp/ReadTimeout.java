package io.github.pollhttp;

import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.Timeout;

/** The read timeout: how long nothing has moved in either direction. */
final class ReadTimeout extends Timeout {
    private final Backend backend;
    private long lastActivity;

    ReadTimeout(Backend backend, double seconds) {
        super(backend.clock(), seconds);
        this.backend = backend;
    }

    @Override
    public void restart() {
        lastActivity = backend.activity();
        super.restart();
    }

    /** Anything that has moved since begins the time anew. */
    @Override
    public BackendFailure failure(Status during, Backend backend) {
        if (backend.activity() != lastActivity) {
            restart();
            return null;
        }
        return super.failure(during, backend);
    }
}
