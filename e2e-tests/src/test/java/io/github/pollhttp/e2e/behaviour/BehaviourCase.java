package io.github.pollhttp.e2e.behaviour;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.e2e.behaviour.server.Reply;

/**
 * One case of a browser's own rules: the server's replies, the steps of the program, the trace that each step adds, and the requests that the
 * server receives. The methods add a step together with its expected trace.
 */
final class BehaviourCase {
    /** The expected log leaves out the requests below this path. */
    static final String ASIDE = "/aside/";

    private final String name;
    private final Map<String, Reply> replies = new HashMap<>();
    private final List<String> program = new ArrayList<>();
    private final List<String> trace = new ArrayList<>();
    private List<String> log;
    private final List<String> shown = new ArrayList<>();
    private final Map<Engine, BehaviourCase> variants = new EnumMap<>(Engine.class);
    private String page = "";
    private String pageOrigin = "A";
    private String reason = "";

    private BehaviourCase(String name) {
        this.name = name;
    }

    /**
     * Creates a case.
     *
     * @param number the number of the browser rule; several cases may test one rule
     * @param name   a sentence that states the case and the expectation
     */
    static BehaviourCase behaviour(int number, String name) {
        return new BehaviourCase(number + " " + name);
    }

    // The server

    /** Adds a reply at a path. */
    BehaviourCase at(String path, Reply reply) {
        replies.put(path, reply);
        return this;
    }

    /** Loads the page from this origin instead of A. */
    BehaviourCase from(String letter) {
        pageOrigin = letter;
        return this;
    }

    /** Adds a header to the page's own response. */
    BehaviourCase pageWith(String header) {
        page = header;
        return this;
    }

    // The program

    /** Connects to one of the server's origins. */
    BehaviourCase on(String letter) {
        return onHost("{" + letter + "}");
    }

    BehaviourCase onHost(String origin) {
        boolean isName = origin.equals("{C}") || origin.contains(".invalid");
        return step("connect", origin).leadsTo("connect:OK " + (isName ? "RESOLVING " : "") + "CONNECTING CONNECTED");
    }

    BehaviourCase step(String... words) {
        program.add(String.join("\t", words));
        return this;
    }

    BehaviourCase header(String line) {
        return step("header", line);
    }

    BehaviourCase text(String body) {
        return step("text", body);
    }

    /** Sends a request, waits for the head, and reads the body. */
    BehaviourCase request(String method, String path) {
        return step("request", method, "/~" + path).step("head").step("body").leadsTo("request:OK REQUESTING");
    }

    BehaviourCase get(String path) {
        return request("GET", path);
    }

    // The expected trace

    private BehaviourCase leadsTo(String words) {
        trace.add(words);
        return this;
    }

    BehaviourCase reads(int code, String body) {
        return leadsTo("BODY code:" + code + " body:" + body + " CONNECTED");
    }

    BehaviourCase readsHello() {
        return reads(200, "hello");
    }

    BehaviourCase hasNoBody(int code) {
        return leadsTo("CONNECTED code:" + code + " body:");
    }

    BehaviourCase fails() {
        return fails("NETWORK_OR_CORS");
    }

    BehaviourCase fails(String reason) {
        return leadsTo("CONNECTION_ERROR poll:ERR_CONNECTION_ERROR nothing because:" + reason);
    }

    /** Expects a body that fails after these bytes. */
    BehaviourCase breaksAfter(String body, String reason) {
        return leadsTo("BODY code:200 body:" + body + " CONNECTION_ERROR poll:ERR_CONNECTION_ERROR because:" + reason);
    }

    /** Calls a getter of the client and expects this result. */
    BehaviourCase sees(String answer, String... question) {
        return step(question).leadsTo(answer);
    }

    // The expected requests at the server

    /** Expects these requests in order: origin, method, path, body. */
    BehaviourCase serves(String... lines) {
        log = List.of(lines);
        return this;
    }

    /** Adds these headers to each line of the log. */
    BehaviourCase showing(String... headers) {
        shown.addAll(List.of(headers));
        return this;
    }

    // Engines

    /** Sets another outcome of the last step for one engine, and optionally other requests at the server. */
    BehaviourCase butIn(Engine engine, String because, UnaryOperator<BehaviourCase> outcome) {
        BehaviourCase variant = new BehaviourCase(name);
        variant.trace.addAll(trace.subList(0, trace.size() - 1));
        variant.log = log;
        variant.shown.addAll(shown);
        variant.reason = because;
        variants.put(engine, outcome.apply(variant));
        return this;
    }

    /** Returns the case with the expected outcome in an engine. */
    BehaviourCase in(Engine engine) {
        return variants.getOrDefault(engine, this);
    }

    // The run

    String name() {
        return name;
    }

    String page() {
        return page;
    }

    String pageOrigin() {
        return pageOrigin;
    }

    /** Returns the reason why an engine differs, or an empty string if it does not. */
    String reason() {
        return reason;
    }

    Map<String, Reply> replies() {
        return replies;
    }

    List<String> program() {
        return program;
    }

    String trace() {
        return String.join(" ", trace);
    }

    /** Returns the expected log, or null if any log is accepted. */
    List<String> log() {
        return log;
    }

    List<String> shown() {
        return shown;
    }
}
