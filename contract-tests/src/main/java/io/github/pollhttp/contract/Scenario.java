package io.github.pollhttp.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;

/**
 * A small program for one client, the answers that it gets, and the trace that must come of it: the statuses without repeats, with return
 * codes and what was read between them.
 */
public final class Scenario {
    private static final byte[] NO_BODY = {};

    private final String name;
    private final List<Answer> answers = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private int requests;
    private final Map<Engine, Quirk> quirks = new HashMap<>();
    private String trace;
    private String browserTrace;
    private String reason = "";

    private Scenario(String name) {
        this.name = name;
    }

    static Scenario named(String name) {
        return new Scenario(name);
    }

    /** What one engine makes of it that differs from the others, and why. */
    private record Quirk(String trace, String reason) {}

    /** Something that a step asks of the client. */
    interface Call {
        Object on(HTTPClient client);
    }

    // The server

    /** The answer to the next request, and to every later one unless there are more. */
    Scenario answer(Answer answer) {
        answers.add(answer);
        return this;
    }

    Scenario answer(String bytes) {
        return answer(Answer.of(bytes));
    }

    // The program

    Scenario connect() {
        return connectTo(run -> run.connect("127.0.0.1", run.addresses().port()));
    }

    Scenario connect(String host) {
        return connectTo(run -> run.connect(host, run.addresses().port()));
    }

    Scenario connectToOtherOrigin() {
        return connectTo(run -> run.connect("127.0.0.1", run.addresses().otherPort()));
    }

    Scenario connectToNobody() {
        return connectTo(run -> run.connect("127.0.0.1", run.addresses().refusedPort()));
    }

    private Scenario connectTo(Step connect) {
        steps.add(connect);
        steps.add(ScenarioRun::awaitConnected);
        return this;
    }

    /** Sends a request and awaits the response's head. */
    Scenario request(Method method, List<String> headers, byte[] body) {
        return begin(method, "", headers, body).awaitHead();
    }

    /** Sends a request and does not await anything. */
    Scenario begin(Method method, String query, List<String> headers, byte[] body) {
        String path = "/" + requests++ + query;
        steps.add(run -> run.request(method, path, headers, body));
        return this;
    }

    Scenario awaitHead() {
        steps.add(ScenarioRun::awaitHead);
        return this;
    }

    Scenario get() {
        return request(Method.METHOD_GET, List.of(), NO_BODY);
    }

    Scenario get(String... headers) {
        return request(Method.METHOD_GET, List.of(headers), NO_BODY);
    }

    Scenario send(Method method, byte[] body) {
        return request(method, List.of("Content-Type: text/plain"), body);
    }

    Scenario sendText(String text) {
        String path = "/" + requests++;
        steps.add(run -> run.requestText(path, text));
        return awaitHead();
    }

    Scenario beginGet() {
        return begin(Method.METHOD_GET, "", List.of(), NO_BODY);
    }

    Scenario readBody() {
        steps.add(ScenarioRun::readBody);
        return this;
    }

    Scenario readBodyByBuffer(int size) {
        steps.add(run -> run.readBodyByBuffer(size));
        return this;
    }

    Scenario readAtLeast(int bytes) {
        steps.add(run -> run.readAtLeast(bytes));
        return this;
    }

    /** Lets the server go on from {@link Answer.AwaitProgram}: what came before it has been read, and cannot be lost by what comes after. */
    Scenario letGoOn() {
        steps.add(ScenarioRun::letGoOn);
        return this;
    }

    Scenario close() {
        return then("close", client -> {
            client.close();
            return ErrorCode.OK;
        });
    }

    Scenario poll() {
        return then("poll", HTTPClient::poll);
    }

    /** Calls the client once and puts what it answers into the trace. */
    Scenario then(String name, Call call) {
        steps.add(run -> run.call(name, call));
        return this;
    }

    /** Calls the client once, for its effect. */
    Scenario set(Call call) {
        steps.add(run -> run.quietCall(call));
        return this;
    }

    // The outcome

    Scenario traces(String expected) {
        trace = expected;
        browserTrace = expected;
        return this;
    }

    /** What a browser makes of it, where it cannot do the same, and why it cannot. */
    Scenario butInBrowser(String expected, String because) {
        browserTrace = expected;
        reason = because;
        return this;
    }

    /** What one engine makes of it, and why. A version of it that does as the others do is right as well. */
    Scenario butIn(Engine engine, String expected, String because) {
        quirks.put(engine, new Quirk(expected, because));
        return this;
    }

    /** A sentence that says what is so. */
    public String name() {
        return name;
    }

    /** The first part of each path that this scenario requests. */
    public String id() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            id.append(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ? c : '-');
        }
        return id.toString();
    }

    /** The answer to the request of a number. */
    public Answer answer(int number) {
        return answers.get(Math.min(number, answers.size() - 1));
    }

    /** The trace on the JVM. */
    public String trace() {
        return trace;
    }

    /** The trace in browsers; an engine may have its own, see {@link #trace(Engine)}. */
    public String browserTrace() {
        return browserTrace;
    }

    /** The trace in an engine's browsers, as far as they differ from the others; else {@link #browserTrace()}. */
    public String trace(Engine engine) {
        Quirk quirk = quirks.get(engine);
        return quirk == null ? browserTrace : quirk.trace();
    }

    /** Why the engine's trace is not the JVM's; empty if it is. */
    public String reason(Engine engine) {
        Quirk quirk = quirks.get(engine);
        return quirk == null ? reason : quirk.reason();
    }

    /** Begins the program. */
    public ScenarioRun start(HTTPClient client, ServerAddresses addresses) {
        return new ScenarioRun(this, steps, client, addresses);
    }
}
