package io.github.pollhttp.jvm.conformance;

import java.util.HashMap;
import java.util.Map;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;

/** Keeps connections from one request to the next: at most one idle client a route, as a program has one a server. */
final class Connections {
    private final TLSOptions tlsOptions;
    private final Map<String, HTTPClient> idle = new HashMap<>();

    Connections(TLSOptions tlsOptions) {
        this.tlsOptions = tlsOptions;
    }

    /** A kept connection that still stands, or null. */
    HTTPClient takeIdle(BenchRequest request) {
        HTTPClient client = idle.remove(request.route());
        if (client != null) {
            client.poll(); // finds out whether the server has closed it, or sent what nobody asked for
            if (client.getStatus() != Status.STATUS_CONNECTED) {
                client.close();
                return null;
            }
        }
        return client;
    }

    /** A client on its way to the server. */
    HTTPClient open(BenchRequest request) {
        HTTPClient client = HTTPClient.create();
        if (request.proxy() != null) {
            String proxy = request.proxy();
            int colon = proxy.lastIndexOf(':');
            int port = Integer.parseInt(proxy.substring(colon + 1));
            client.setHttpProxy(proxy.substring(0, colon), port);
            client.setHttpsProxy(proxy.substring(0, colon), port);
        }
        ErrorCode answer = connect(client, request.origin());
        if (answer == ErrorCode.ERR_UNAVAILABLE) {
            throw new UnsupportedOperationException(client.getRefusal());
        }
        return client;
    }

    private ErrorCode connect(HTTPClient client, String origin) {
        boolean tls = origin.startsWith("https://");
        int authority = origin.indexOf("://") + "://".length();
        int colon = origin.lastIndexOf(':');
        boolean hasPort = colon >= authority && origin.indexOf(']', colon) < 0;
        int port = hasPort ? Integer.parseInt(origin.substring(colon + 1)) : -1;
        return client.connectToHost(hasPort ? origin.substring(0, colon) : origin, port, tls ? tlsOptions : null);
    }

    void giveBack(BenchRequest request, HTTPClient client) {
        boolean reusable = client.getStatus() == Status.STATUS_CONNECTED;
        // After 101 the stream speaks another protocol.
        if (!reusable || client.getResponseCode() == HTTPClient.ResponseCode.RESPONSE_SWITCHING_PROTOCOLS) {
            client.close();
            return;
        }
        HTTPClient before = idle.put(request.route(), client);
        if (before != null) {
            before.close();
        }
    }
}
