package io.github.pollhttp;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.Timeout;

/** The read timeout: it counts the time in which no byte moves in either direction. */
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

    /** Restarts if a byte has moved since the last call. */
    @Override
    public @Nullable BackendFailure failure(Status during, Backend origin) {
        if (backend.activity() != lastActivity) {
            restart();
            return null;
        }
        return super.failure(during, origin);
    }
}
