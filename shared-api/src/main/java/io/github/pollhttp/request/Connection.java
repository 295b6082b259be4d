package io.github.pollhttp.request;

import java.util.Objects;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.internal.Endpoint;

/** The client of an HTTPRequest and its current origin. A connection is reused by the next request to the same origin with the same settings. */
final class Connection {
    private final HTTPClient client;
    private Endpoint origin;
    private TLSOptions tlsOptions;
    private ClientSettings perRequest;
    private ClientSettings perConnection;

    Connection(HTTPClient client) {
        this.client = client;
    }

    HTTPClient client() {
        return client;
    }

    /**
     * Starts to connect, unless a connection with the same settings is open.
     *
     * @param tls the TLS options for this origin, or null for the defaults
     * @return {@code OK}, or why the client rejected the call
     */
    ErrorCode open(Endpoint target, TLSOptions tls, Settings wanted) {
        replace(perRequest, wanted.perRequest);
        perRequest = wanted.perRequest;
        client.poll(); // detects that the server has closed the connection
        boolean same = isTo(target) && Objects.equals(tlsOptions, tls) && perConnection == wanted.perConnection;
        if (same && client.getStatus() == Status.STATUS_CONNECTED) {
            return ErrorCode.OK;
        }
        origin = target;
        tlsOptions = tls;
        replace(perConnection, wanted.perConnection);
        perConnection = wanted.perConnection;
        String host = (target.tls() ? "https://" : "http://") + target.host();
        return client.connectToHost(host, target.port(), target.tls() ? tlsOptions : null);
    }

    /** Replaces the settings of the client, so that no request has a setting of the request before it. Null stands for no settings. */
    private void replace(ClientSettings old, ClientSettings wanted) {
        if (old != null && old != wanted) {
            old.resetOn(client);
        }
        if (wanted != null) {
            wanted.applyTo(client);
        }
    }

    /** Whether the last connection, open or closed, is to this origin. */
    boolean isTo(Endpoint target) {
        return target.equals(origin);
    }
}
