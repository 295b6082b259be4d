package io.github.pollhttp.request;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.internal.Endpoint;

/** The client of an HTTPRequest, and where it leads: kept from one request, and from one request, to the next of the same origin. */
final class Connection {
    private final HTTPClient client;
    private Endpoint origin;
    private TLSOptions tlsOptions;
    private ClientSettings settings;

    Connection(HTTPClient client) {
        this.client = client;
    }

    HTTPClient client() {
        return client;
    }

    /** Begins to connect, unless a connection is there that was made with the same settings. */
    ErrorCode open(Endpoint target, Settings wanted) {
        // A longer silence than is allowed while connecting is a stall, too.
        client.setConnectTimeout(wanted.stallTimeout > 0 ? Math.min(30, wanted.stallTimeout) : 30);
        client.setReadTimeout(wanted.stallTimeout);
        client.setReadChunkSize(wanted.downloadChunkSize);
        client.poll(); // finds out whether the server has closed it meanwhile
        boolean same = leadsTo(target) && tlsOptions == wanted.tlsOptions && settings == wanted.client;
        if (same && client.getStatus() == Status.STATUS_CONNECTED) {
            return ErrorCode.OK;
        }
        origin = target;
        tlsOptions = wanted.tlsOptions;
        settings = wanted.client;
        settings.applyTo(client);
        String host = (target.tls() ? "https://" : "http://") + target.host();
        return client.connectToHost(host, target.port(), target.tls() ? tlsOptions : null);
    }

    /** Whether it leads, or has led, there. */
    boolean leadsTo(Endpoint target) {
        return target.equals(origin);
    }
}
