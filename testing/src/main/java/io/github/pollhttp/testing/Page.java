package io.github.pollhttp.testing;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.PortableRules;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.spi.BackendFailure;

/** The page that a scripted browser has loaded. */
record Page(RequestUrl location) {

    /** @throws IllegalArgumentException if the URL is not an absolute http or https URL */
    static Page of(String url) {
        try {
            return new Page(RequestUrl.parse(url));
        } catch (RejectionException e) {
            throw new IllegalArgumentException(e.message());
        }
    }

    String url() {
        return location.toString();
    }

    String origin() {
        return location.origin().origin();
    }

    boolean isOtherOrigin(String url) {
        try {
            return isOtherOrigin(RequestUrl.parse(url).origin());
        } catch (RejectionException e) {
            return true;
        }
    }

    boolean isOtherOrigin(Endpoint origin) {
        return !origin.equals(location.origin());
    }

    /** @return the failure if a browser does not connect to the server at all, otherwise null */
    BackendFailure blocks(Endpoint server) {
        String badPort = PortableRules.portRejectionMessage(server.port());
        if (badPort != null) {
            return Fault.of(Reason.NETWORK_OR_CORS).failure(server.origin(), badPort);
        }
        return location.origin().tls() && !server.tls() && !isLoopback(server.host())
                ? Fault.of(Reason.MIXED_CONTENT).failure(server.origin(),
                        "the browser blocks http requests of a page that was loaded over https; serve this address over https, too")
                : null;
    }

    /** A loopback host is secure without TLS (Secure Contexts, section 3.1). */
    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.endsWith(".localhost") || host.startsWith("127.")
                || host.equals("::1");
    }
}
