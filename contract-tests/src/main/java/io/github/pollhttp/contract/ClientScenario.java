package io.github.pollhttp.contract;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;

/** A scenario of one HTTPClient. The Javadoc of this package explains its trace. */
public final class ClientScenario extends Scenario<ClientScenario> {
    private static final byte[] NO_BODY = {};

    private final List<Step> steps = new ArrayList<>();
    private int requests;

    private ClientScenario(String name) {
        super(name);
    }

    static ClientScenario named(String name) {
        return new ClientScenario(name);
    }

    /** A call on the client, and its result. */
    interface Call {
        Object on(HTTPClient client);
    }

    // The program

    ClientScenario connect() {
        return connectTo(run -> run.connect("127.0.0.1", run.addresses().port()));
    }

    ClientScenario connect(String host) {
        return startConnect(host).awaitConnected();
    }

    ClientScenario connectToOtherOrigin() {
        return connectTo(run -> run.connect("127.0.0.1", run.addresses().otherPort()));
    }

    ClientScenario connectToClosedPort() {
        return connectTo(run -> run.connect("127.0.0.1", run.addresses().refusedPort()));
    }

    private ClientScenario connectTo(Step connect) {
        return startConnect(connect).awaitConnected();
    }

    /** Starts to connect and does not wait. */
    ClientScenario startConnect(String host) {
        return startConnect(run -> run.connect(host, run.addresses().port())).needs(Feature.NAME_LOOKUP);
    }

    private ClientScenario startConnect(Step connect) {
        steps.add(connect);
        return this;
    }

    ClientScenario awaitConnected() {
        steps.add(ClientScenarioRun::awaitConnected);
        return this;
    }

    /** Sends a request and waits for the response's head. */
    ClientScenario request(Method method, List<String> headers, byte[] body) {
        return sendRequest(method, "", headers, body).awaitHead();
    }

    /** Sends a request and does not wait. */
    ClientScenario sendRequest(Method method, String query, List<String> headers, byte[] body) {
        String path = "/" + requests++ + query;
        steps.add(run -> run.request(method, path, headers, body));
        return this;
    }

    ClientScenario awaitHead() {
        steps.add(ClientScenarioRun::awaitHead);
        return this;
    }

    ClientScenario get() {
        return request(Method.METHOD_GET, List.of(), NO_BODY);
    }

    ClientScenario get(String... headers) {
        return request(Method.METHOD_GET, List.of(headers), NO_BODY);
    }

    ClientScenario send(Method method, byte[] body) {
        return request(method, List.of("Content-Type: text/plain"), body);
    }

    ClientScenario sendText(String text) {
        String path = "/" + requests++;
        steps.add(run -> run.requestText(path, text));
        return awaitHead();
    }

    ClientScenario startGet() {
        return sendRequest(Method.METHOD_GET, "", List.of(), NO_BODY);
    }

    /** Sends {@link Pattern} bytes and does not wait. The bytes are made when the step runs. */
    ClientScenario startPost(int length) {
        String path = "/" + requests++;
        steps.add(run -> run.request(Method.METHOD_POST, path, List.of(), Pattern.bytes(length)));
        return this;
    }

    /** Sends a file of the scenario's folder to the next number and waits for the response's head. */
    ClientScenario upload(Method method, String file) {
        String path = "/" + requests++;
        steps.add(run -> run.upload(method, path, file));
        return needs(Feature.FILES).awaitHead();
    }

    /** Lets an HTTPRequest get the next number and store the body of the response in a file of the scenario's folder. */
    ClientScenario store(String file) {
        String path = "/" + requests++;
        steps.add(run -> run.store(path, file));
        return needs(Feature.HTTP_REQUEST).needs(Feature.FILES);
    }

    ClientScenario readBody() {
        steps.add(ClientScenarioRun::readBody);
        return this;
    }

    ClientScenario readBodyByBuffer(int size) {
        steps.add(run -> run.readBodyBy(ByteBuffer.allocate(size)));
        return this;
    }

    /** Reads into a direct buffer that does not begin at the start of its memory. */
    ClientScenario readBodyByDirectBuffer(int size) {
        steps.add(run -> run.readBodyBy(ByteBuffer.allocateDirect(size + 1).position(1).slice()));
        return this;
    }

    ClientScenario readAtLeast(int bytes) {
        steps.add(run -> run.readAtLeast(bytes));
        return this;
    }

    /** Lets another client request the next number, and waits for the head of its response. The client of the scenario is not polled meanwhile. */
    ClientScenario otherGets() {
        String path = "/" + requests++;
        steps.add(run -> run.otherGets(path));
        return this;
    }

    ClientScenario close() {
        return then("close", client -> {
            client.close();
            return ErrorCode.OK;
        });
    }

    ClientScenario poll() {
        return then("poll", HTTPClient::poll);
    }

    /** Calls the client once and puts the result into the trace. */
    ClientScenario then(String name, Call call) {
        steps.add(run -> run.call(name, call));
        return this;
    }

    /** Calls the client once and ignores the result. */
    ClientScenario set(Call call) {
        steps.add(run -> run.quietCall(call));
        return this;
    }

    @Override
    protected ClientScenario self() {
        return this;
    }

    /**
     * Starts the program.
     *
     * @param folder the folder for its files, with a slash at the end
     */
    public ClientScenarioRun start(HTTPClient client, ServerAddresses addresses, String folder) {
        return new ClientScenarioRun(this, steps, client, addresses, folder);
    }
}
