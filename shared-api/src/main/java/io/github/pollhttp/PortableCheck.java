package io.github.pollhttp;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.PortableRules;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.Rejection;

/**
 * The checks of strict portable mode. They reject a call that a browser cannot carry out, before the client passes it to the backend. A client makes
 * an instance only when the program turns on the mode, so that TeaVM leaves the rules out of other programs.
 */
class PortableCheck {

    /** @return null if a browser can connect like this */
    @Nullable
    Rejection ofConnect(String host, int port, @Nullable TLSOptions tlsOptions) {
        try {
            PortableRules.checkPort(Endpoint.of(host, port, tlsOptions != null).port());
            if (tlsOptions != null && !tlsOptions.equals(TLSOptions.client())) {
                throw RejectionException.unavailable(
                        "a browser checks certificates by its own rules; only TLSOptions.client() means the same on all platforms.");
            }
            return null;
        } catch (RejectionException e) {
            return Rejection.of(e);
        }
    }

    /** @return null if a browser can send this request */
    @Nullable
    Rejection ofRequest(Method method, String url, List<String> headers, int bodyLength) {
        try {
            PortableRules.check(OutgoingRequest.of(method.token(), url, headers, bodyLength));
            return null;
        } catch (RejectionException e) {
            return Rejection.of(e);
        }
    }
}
