package io.github.pollhttp.web;

import io.github.pollhttp.spi.Endpoint;
import io.github.pollhttp.spi.Refusal;
import io.github.pollhttp.spi.Refused;

/** A host or a port that cannot be one. */
record RefusedTarget(String host, int port) implements Refused {
    @Override
    public String sentence() {
        try {
            Endpoint.of(host, port, false);
        } catch (Refusal why) {
            return why.sentence();
        }
        return "the browser takes \"" + host + "\" for no host";
    }
}
