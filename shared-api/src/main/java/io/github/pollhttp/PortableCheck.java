package io.github.pollhttp;

import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.PortableRules;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.Rejection;

/**
 * Strict portable mode, the same for all backends: rejects what a browser would not do, before a backend sees it. A client without that mode has
 * none, so that its browser program does not link the rules.
 */
class PortableCheck {

    /** @return null if a browser would connect so */
    Rejection ofConnect(String host, int port, TLSOptions tlsOptions) {
        try {
            PortableRules.checkPort(Endpoint.of(host, port, tlsOptions != null).port());
            if (tlsOptions != null && !tlsOptions.equals(TLSOptions.client())) {
                throw RejectionException.unavailable(
                        "a browser checks certificates by its own rules; only TLSOptions.client() says the same everywhere");
            }
            return null;
        } catch (RejectionException e) {
            return Rejection.of(e);
        }
    }

    /** @return null if a browser would send that */
    Rejection ofRequest(Method method, String url, List<String> headers, byte[] body) {
        try {
            PortableRules.check(OutgoingRequest.of(method.token(), url, headers, body));
            return null;
        } catch (RejectionException e) {
            return Rejection.of(e);
        }
    }
}
