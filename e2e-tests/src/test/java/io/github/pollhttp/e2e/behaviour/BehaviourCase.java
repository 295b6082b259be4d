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
 * One thing that a browser does by rules of its own: what the server has, what the program asks, what comes of each step, and what the
 * server sees of it. Each step stands with what it leads to.
 */
final class BehaviourCase {
    /** The server's log of a row leaves out what is below this path. */
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

    /** @param number of the row in the list of browser cases */
    static BehaviourCase behaviour(int number, String name) {
        return new BehaviourCase(number + " " + name);
    }

    // The server

    /** Puts an answer at a path. */
    BehaviourCase at(String path, Reply reply) {
        replies.put(path, reply);
        return this;
    }

    /** The page comes from this origin, and not from A. */
    BehaviourCase from(String letter) {
        pageOrigin = letter;
        return this;
    }

    /** Gives the page itself a header. */
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

    /** Sends a request, awaits the head, and reads the body. */
    BehaviourCase ask(String method, String path) {
        return step("request", method, "/~" + path).step("head").step("body").leadsTo("request:OK REQUESTING");
    }

    BehaviourCase get(String path) {
        return ask("GET", path);
    }

    // What comes of it

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

    /** The body breaks after these bytes. */
    BehaviourCase breaksAfter(String body, String reason) {
        return leadsTo("BODY code:200 body:" + body + " CONNECTION_ERROR poll:ERR_CONNECTION_ERROR because:" + reason);
    }

    /** Asks the client something, and gets this answer. */
    BehaviourCase sees(String answer, String... question) {
        return step(question).leadsTo(answer);
    }

    // What the server sees

    /** All requests in order: origin, method, path, body. */
    BehaviourCase serves(String... lines) {
        log = List.of(lines);
        return this;
    }

    /** Each line of the log ends with these headers. */
    BehaviourCase showing(String... headers) {
        shown.addAll(List.of(headers));
        return this;
    }

    // Engines

    /** Something else comes of the last step in one engine, and perhaps the server sees something else. */
    BehaviourCase butIn(Engine engine, String because, UnaryOperator<BehaviourCase> outcome) {
        BehaviourCase variant = new BehaviourCase(name);
        variant.trace.addAll(trace.subList(0, trace.size() - 1));
        variant.log = log;
        variant.shown.addAll(shown);
        variant.reason = because;
        variants.put(engine, outcome.apply(variant));
        return this;
    }

    /** What comes of it in an engine. */
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

    /** Why an engine differs; empty if it does not. */
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

    /** Null if it does not matter. */
    List<String> log() {
        return log;
    }

    List<String> shown() {
        return shown;
    }
}
