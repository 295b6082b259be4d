package io.github.pollhttp.contract.httprequest;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.MultipartForm;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.contract.Feature;
import io.github.pollhttp.contract.Pattern;
import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.request.HTTPRequest;

/**
 * A scenario of one HTTPRequest. Its trace has a word {@code RESULT:code:body} for each call of the listener, for example
 * {@code SUCCESS:200:hello}; an error code such as {@code ERR_BUSY} for a request that was rejected; {@code STATE:size:content} for a file that
 * is read back; and {@code name:value} for a getter that the scenario calls.
 */
public final class RequestScenario extends Scenario<RequestScenario> {
    private static final byte[] NO_BODY = {};

    private final List<Step> steps = new ArrayList<>();
    private int requests;

    private RequestScenario(String name) {
        super(name);
        needs(Feature.HTTP_REQUEST);
    }

    static RequestScenario named(String name) {
        return new RequestScenario(name);
    }

    /** A step of the program, called once a frame until it is done. */
    interface Step {
        /** Returns true when it is done. The next step then starts in the same frame. */
        boolean advance(RequestScenarioRun run);
    }

    /** A getter of the request. */
    interface Call {
        Object on(HTTPRequest http);
    }

    // The program

    /** Requests the next number and waits until the request completes. */
    RequestScenario get(String... headers) {
        return request(Method.METHOD_GET, NO_BODY, headers);
    }

    RequestScenario request(Method method, byte[] body, String... headers) {
        return startRequest(method, "", body, headers).awaitCompletion();
    }

    /** Requests the next number, followed by more of a URL. */
    RequestScenario getWith(String rest) {
        return startRequest(Method.METHOD_GET, rest, NO_BODY).awaitCompletion();
    }

    /** Starts a request for the next number and does not wait. */
    RequestScenario startRequest() {
        return startRequest(Method.METHOD_GET, "", NO_BODY);
    }

    /** Starts to send {@link Pattern} bytes and does not wait. The bytes are made when the step runs. */
    RequestScenario startPost(int length) {
        String path = "/" + requests++;
        steps.add(run -> run.request(run.here() + path, List.of(), Method.METHOD_POST, Pattern.bytes(length)));
        return this;
    }

    RequestScenario startRequest(Method method, String rest, byte[] body, String... headers) {
        String path = "/" + requests++ + rest;
        steps.add(run -> run.request(run.here() + path, List.of(headers), method, body));
        return this;
    }

    /**
     * Requests a URL. In it, {@code {here}} is this scenario, {@code {there}} this scenario at the other origin, and {@code {closed}} a closed
     * port.
     */
    RequestScenario getUrl(String url, String... headers) {
        steps.add(run -> run.request(run.resolved(url), List.of(headers), Method.METHOD_GET, NO_BODY));
        return awaitCompletion();
    }

    RequestScenario awaitCompletion() {
        steps.add(RequestScenarioRun::awaitCompletion);
        return this;
    }

    /** Waits until the request has been sent. */
    RequestScenario awaitSent() {
        steps.add(RequestScenarioRun::isSent);
        return this;
    }

    /** Lets another client request the next number, and waits for the head of its response. */
    RequestScenario otherGets() {
        return otherGets(true);
    }

    /** As {@link #otherGets}, but the request of the scenario is not polled meanwhile. */
    RequestScenario otherGetsWithoutPolls() {
        return otherGets(false);
    }

    private RequestScenario otherGets(boolean polling) {
        String path = "/" + requests++;
        steps.add(run -> run.otherGets(path, polling));
        return this;
    }

    RequestScenario awaitBytes(int count) {
        steps.add(run -> run.hasReceived(count));
        return this;
    }

    /** Waits for the next frame, so that the listener is called if a request has completed. */
    RequestScenario frame() {
        steps.add(RequestScenarioRun::nextFrame);
        return this;
    }

    /** Makes the listener request the next number when it is called for the first time. */
    RequestScenario thenListenerRequests() {
        String path = "/" + requests++;
        steps.add(run -> run.listenerRequests(path));
        return this;
    }

    /** Sets the download file, in the scenario's folder. */
    RequestScenario downloadTo(String file) {
        steps.add(run -> run.call(http -> http.setDownloadFile(run.file(file))));
        return needs(Feature.FILES);
    }

    /** Makes a body of the path of a file. */
    private interface FileBody {
        RequestBody of(String path);
    }

    /** Requests the next number and stores the body of the response in a file of the scenario's folder. */
    RequestScenario store(String file) {
        return downloadTo(file).get().set(http -> http.setDownloadFile(""));
    }

    /** Sends a file of the scenario's folder to the next number and waits until the request completes. */
    RequestScenario upload(Method method, String file) {
        return startUpload(method, file).awaitCompletion();
    }

    /** Sends a file of the scenario's folder to the next number and does not wait. */
    RequestScenario startUpload(Method method, String file) {
        return startUpload(method, path -> RequestBody.file("a/b", path), file);
    }

    /** Posts a form with a text and a file of the scenario's folder to the next number and waits until the request completes. */
    RequestScenario uploadForm(String file) {
        return startUpload(Method.METHOD_POST,
                path -> new MultipartForm().add("name", "Ada").addFile("save", "save.bin", "a/b", path).toBody(), file)
                .awaitCompletion();
    }

    private RequestScenario startUpload(Method method, FileBody bodyOf, String file) {
        String path = "/" + requests++;
        steps.add(run -> run.upload(run.here() + path, method, bodyOf.of(run.file(file))));
        return needs(Feature.FILES);
    }

    /** Reads a file of the scenario's folder and puts its size and content into the trace. */
    RequestScenario readBack(String file) {
        steps.add(run -> run.open(file));
        steps.add(RequestScenarioRun::readStored);
        return needs(Feature.FILES);
    }

    /** Calls a getter and puts the result into the trace. */
    RequestScenario then(String what, Call call) {
        steps.add(run -> run.note(what + ":" + call.on(run.http())));
        return this;
    }

    /** Puts a header of the last response into the trace. */
    RequestScenario thenHeader(String header) {
        steps.add(run -> run.note(header + ":" + run.header(header)));
        return this;
    }

    /** A call whose result is ignored. */
    interface Setting {
        void on(HTTPRequest http);
    }

    RequestScenario set(Setting setting) {
        steps.add(run -> run.call(setting));
        return this;
    }

    @Override
    protected RequestScenario self() {
        return this;
    }

    /**
     * Starts the program.
     *
     * @param folder the folder for its files, with a slash at the end
     */
    public RequestScenarioRun start(HTTPRequest http, ServerAddresses addresses, String folder) {
        return new RequestScenarioRun(this, steps, http, addresses, folder);
    }
}
