package io.github.pollhttp.request;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.spi.Endpoint;

/** The client of an HTTPRequest, and where it leads: kept from one hop, and from one request, to the next of the same origin. */
final class Connection {
    private final HTTPClient client;
    private Endpoint origin;
    private Settings.Route route;

    Connection(HTTPClient client) {
        this.client = client;
    }

    HTTPClient client() {
        return client;
    }

    /** Begins to connect, unless a connection is there. */
    ErrorCode open(Endpoint target, Settings settings) {
        // A longer silence than is allowed while connecting is a stall, too.
        client.setConnectTimeout(settings.stallTimeout > 0 ? Math.min(30, settings.stallTimeout) : 30);
        client.setReadTimeout(settings.stallTimeout);
        client.setReadChunkSize(settings.downloadChunkSize);
        client.poll(); // finds out whether the server has closed it meanwhile
        boolean open = client.getStatus() == Status.STATUS_CONNECTED;
        if (open && leadsTo(target) && settings.route == route) {
            return ErrorCode.OK;
        }
        origin = target;
        route = settings.route;
        client.setHttpProxy(route.httpProxy().host(), route.httpProxy().port());
        client.setHttpsProxy(route.httpsProxy().host(), route.httpsProxy().port());
        String host = (target.tls() ? "https://" : "http://") + target.host();
        return client.connectToHost(host, target.port(), target.tls() ? route.tlsOptions() : null);
    }

    /** Whether it leads, or has led, there. */
    boolean leadsTo(Endpoint target) {
        return target.equals(origin);
    }
}
