package io.github.pollhttp.contract;

import java.nio.ByteBuffer;
import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.RequestBody;

/** A scenario of an HTTPClient that runs. */
public final class ClientScenarioRun implements ScenarioRun {
    private final ClientScenario scenario;
    private final List<Step> steps;
    private final HTTPClient client;
    private final ServerAddresses addresses;
    private final String folder;
    private final OtherClient other;
    private final StoringRequest storing = new StoringRequest();
    private final Trace trace;
    private Body body;
    private int next;

    ClientScenarioRun(ClientScenario scenario, List<Step> steps, HTTPClient client, ServerAddresses addresses,
            String folder) {
        this.scenario = scenario;
        this.steps = steps;
        this.client = client;
        this.addresses = addresses;
        this.folder = folder;
        this.other = new OtherClient(scenario, addresses);
        this.trace = new Trace(client);
    }

    @Override
    public boolean frame() {
        while (next < steps.size() && steps.get(next).advance(this)) {
            next++;
        }
        return next == steps.size();
    }

    @Override
    public String trace() {
        return trace.toString();
    }

    ServerAddresses addresses() {
        return addresses;
    }

    // Steps

    boolean connect(String host, int port) {
        trace.note("connect:" + client.connectToHost(host, port));
        return true;
    }

    boolean awaitConnected() {
        if (isConnecting()) {
            trace.poll();
        }
        return !isConnecting();
    }

    private boolean isConnecting() {
        Status status = client.getStatus();
        return status == Status.STATUS_RESOLVING || status == Status.STATUS_CONNECTING;
    }

    boolean request(Method method, String path, List<String> headers, byte[] content) {
        body = new Body();
        trace.note("request:" + client.requestRaw(method, "/" + scenario.id() + path, headers, content));
        return true;
    }

    boolean requestText(String path, String text) {
        body = new Body();
        trace.note("request:" + client.request(Method.METHOD_POST, "/" + scenario.id() + path, List.of(), text));
        return true;
    }

    boolean upload(Method method, String path, String file) {
        body = new Body();
        trace.note("request:" + client.request(method, "/" + scenario.id() + path, List.of(),
                RequestBody.file("a/b", file(file))));
        return true;
    }

    boolean store(String path, String file) {
        return storing.stores("http://127.0.0.1:" + addresses.port() + "/" + scenario.id() + path, file(file));
    }

    private String file(String name) {
        return folder + scenario.id() + "-" + name;
    }

    boolean awaitHead() {
        if (client.getStatus() == Status.STATUS_REQUESTING) {
            trace.poll();
        }
        if (client.getStatus() == Status.STATUS_REQUESTING) {
            return false;
        }
        if (client.hasResponse()) {
            trace.note("code:" + client.getResponseCode());
        }
        return true;
    }

    boolean readBody() {
        return readWhile(Integer.MAX_VALUE, client::readResponseBodyChunk);
    }

    boolean readAtLeast(int bytes) {
        return readWhile(bytes, client::readResponseBodyChunk);
    }

    boolean readBodyBy(ByteBuffer buffer) {
        return readWhile(Integer.MAX_VALUE, () -> {
            byte[] bytes = new byte[client.readResponseBodyChunk(buffer)];
            buffer.flip().get(bytes).clear();
            return bytes;
        });
    }

    private interface Read {
        byte[] chunk();
    }

    /** Reads the bytes that have arrived. Returns true when this many bytes have been read or the body has ended. */
    private boolean readWhile(int wanted, Read read) {
        client.poll();
        int count = -1;
        while (count != 0 && body.length() < wanted && client.getStatus() == Status.STATUS_BODY) {
            byte[] chunk = read.chunk();
            count = chunk.length;
            if (count > client.getReadChunkSize()) {
                trace.note("too-large-a-chunk:" + count);
            }
            body.add(chunk, count);
        }
        if (client.getStatus() == Status.STATUS_BODY && body.length() < wanted) {
            return false;
        }
        trace.note("body:" + body.token());
        return true;
    }

    boolean otherGets(String path) {
        return other.gets(path);
    }

    boolean call(String name, ClientScenario.Call call) {
        trace.note(name + ":" + call.on(client));
        return true;
    }

    boolean quietCall(ClientScenario.Call call) {
        call.on(client);
        return true;
    }
}
