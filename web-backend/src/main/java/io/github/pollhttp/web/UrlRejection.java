package io.github.pollhttp.web;

import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.Rejection;

/** A host or a port that cannot be one. */
record UrlRejection(String host, int port) implements Rejection {
    @Override
    public String message() {
        try {
            Endpoint.of(host, port, false);
        } catch (RejectionException e) {
            return e.getMessage();
        }
        return "the browser takes \"" + host + "\" for no host";
    }
}
