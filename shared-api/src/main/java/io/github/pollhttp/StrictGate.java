package io.github.pollhttp;

import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.spi.Endpoint;
import io.github.pollhttp.spi.Gate;
import io.github.pollhttp.spi.OutgoingRequest;
import io.github.pollhttp.spi.PortableRules;
import io.github.pollhttp.spi.Refusal;
import io.github.pollhttp.spi.Refused;

/** Strict portable mode, once for all backends: what a browser would not do does not get as far as to this one. */
final class StrictGate implements Gate {
    private final Gate backend;

    StrictGate(Gate backend) {
        this.backend = backend;
    }

    @Override
    public Refused connect(String host, int port, TLSOptions tlsOptions) {
        try {
            PortableRules.check(Endpoint.of(host, port, tlsOptions != null).port(), tlsOptions);
            return backend.connect(host, port, tlsOptions);
        } catch (Refusal why) {
            return why;
        }
    }

    @Override
    public Refused send(Method method, String url, List<String> headers, byte[] body) {
        try {
            PortableRules.check(OutgoingRequest.of(method, url, headers, body));
            return backend.send(method, url, headers, body);
        } catch (Refusal why) {
            return why;
        }
    }
}
