package io.github.pollhttp.contract.httprequest;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.request.HTTPRequest;

/**
 * A small program for one HTTPRequest, the answers that it gets, and the trace that must come of it: what the listener was told, as
 * {@code RESULT:code:body}, and what was asked between.
 */
public final class RequestScenario extends Scenario<RequestScenario> {
    private static final byte[] NO_BODY = {};

    private final List<Step> steps = new ArrayList<>();
    private int requests;

    private RequestScenario(String name) {
        super(name);
    }

    static RequestScenario named(String name) {
        return new RequestScenario(name);
    }

    /** A part of the program, called once a frame until it is done. */
    interface Step {
        /** @return true when the next step may begin, in the same frame */
        boolean advance(RequestScenarioRun run);
    }

    /** Something that a step asks of the request. */
    interface Call {
        Object on(HTTPRequest http);
    }

    // The program

    /** Asks for the next number, and waits for the end. */
    RequestScenario get(String... headers) {
        return ask(Method.METHOD_GET, NO_BODY, headers);
    }

    RequestScenario ask(Method method, byte[] body, String... headers) {
        return begin(method, "", body, headers).awaitEnd();
    }

    /** Asks for the next number, with something behind it. */
    RequestScenario getWith(String rest) {
        return begin(Method.METHOD_GET, rest, NO_BODY).awaitEnd();
    }

    /** Asks, and awaits nothing. */
    RequestScenario begin() {
        return begin(Method.METHOD_GET, "", NO_BODY);
    }

    RequestScenario begin(Method method, String rest, byte[] body, String... headers) {
        String path = "/" + requests++ + rest;
        steps.add(run -> run.request(run.here() + path, List.of(headers), method, body));
        return this;
    }

    /** Asks for a URL in which {@code {here}} is this scenario, {@code {there}} is it at the other origin, and {@code {nobody}} a closed port. */
    RequestScenario getUrl(String url, String... headers) {
        steps.add(run -> run.request(run.resolved(url), List.of(headers), Method.METHOD_GET, NO_BODY));
        return awaitEnd();
    }

    RequestScenario awaitEnd() {
        steps.add(RequestScenarioRun::awaitEnd);
        return this;
    }

    RequestScenario awaitBytes(int count) {
        steps.add(run -> run.hasCome(count));
        return this;
    }

    /** Plays one frame, so that what is due is told. */
    RequestScenario frame() {
        steps.add(RequestScenarioRun::nextFrame);
        return this;
    }

    /** Has the listener ask for another number once, when it is told of an end. */
    RequestScenario thenListenerAsks() {
        String path = "/" + requests++;
        steps.add(run -> run.listenerAsks(path));
        return this;
    }

    /** Has downloads go into a file of this scenario's. */
    RequestScenario downloadTo(String file) {
        steps.add(run -> run.call(http -> http.setDownloadFile(run.file(file))));
        return this;
    }

    /** Reads a file of this scenario's, and puts what it holds into the trace. */
    RequestScenario readBack(String file) {
        steps.add(run -> run.open(file));
        steps.add(RequestScenarioRun::readOn);
        return this;
    }

    /** Asks something and puts what it answers into the trace. */
    RequestScenario then(String what, Call call) {
        steps.add(run -> run.note(what + ":" + call.on(run.http())));
        return this;
    }

    /** Puts a header of the last response into the trace. */
    RequestScenario thenHeader(String header) {
        steps.add(run -> run.note(header + ":" + run.header(header)));
        return this;
    }

    /** Something done for its effect. */
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
     * Begins the program.
     *
     * @param folder where its files go, with a slash behind it
     */
    public RequestScenarioRun start(HTTPRequest http, ServerAddresses addresses, String folder) {
        return new RequestScenarioRun(this, steps, http, addresses, folder);
    }
}
