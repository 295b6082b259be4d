package io.github.pollhttp.contract;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;

/** Another client of a scenario. Its requests let the program and the scripted server wait for each other. */
public final class OtherClient {
    private final Scenario<?> scenario;
    private final ServerAddresses addresses;

    /** Null unless a request is active. */
    private HTTPClient client;

    /** Creates a client that is not connected. */
    public OtherClient(Scenario<?> scenario, ServerAddresses addresses) {
        this.scenario = scenario;
        this.addresses = addresses;
    }

    /**
     * Sends a GET on a connection of its own. Call it once a frame until it returns true.
     *
     * @param path the number of the request, with a slash before it
     * @return true when the head of the response has arrived
     */
    public boolean gets(String path) {
        if (client == null) {
            client = HTTPClient.create();
            client.connectToHost("127.0.0.1", addresses.port());
        }
        client.poll();
        if (client.hasResponse()) {
            client.close();
            client = null;
            return true;
        }
        if (client.getStatus() == Status.STATUS_CONNECTED) {
            client.request(Method.METHOD_GET, "/" + scenario.id() + path, List.of());
        }
        return false;
    }
}
