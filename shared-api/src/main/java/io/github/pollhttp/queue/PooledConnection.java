package io.github.pollhttp.queue;

import java.util.Objects;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPResponse;

/** An {@link HTTPRequest} with its connection, and the queued request that it executes. */
final class PooledConnection implements Consumer<HTTPResponse> {
    final HTTPRequest http;
    final OriginQueue origin;

    /** The request that this connection executes, or null if there is none. */
    @Nullable
    QueuedRequest request;

    PooledConnection(HTTPRequest http, OriginQueue origin) {
        this.http = http;
        this.origin = origin;
    }

    @Override
    public void accept(HTTPResponse response) {
        QueuedRequest completed = Objects.requireNonNull(request);
        request = null; // first, because the listener may throw
        completed.complete(response);
    }
}
