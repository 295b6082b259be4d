package io.github.pollhttp.contract.gdx;

import java.util.ArrayList;
import java.util.List;

import com.badlogic.gdx.Net;
import com.badlogic.gdx.Net.HttpMethods;
import com.badlogic.gdx.Net.HttpRequest;
import com.badlogic.gdx.Net.HttpResponse;

import io.github.pollhttp.contract.Body;
import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.ServerAddresses;

/**
 * A scenario of a libGDX Net. Its trace has a word for each call of a listener: {@code code:body} for a response, {@code failed} or {@code cancelled}.
 */
public final class NetScenario extends Scenario<NetScenario> {
    private final List<Step> steps = new ArrayList<>();
    private Reading reading = NetScenario::codeAndBody;
    private Step reaction;
    private int requests;
    private int numbers;
    private List<String> libGdxTraces = List.of();
    private String libGdxReason = "";

    private NetScenario(String name) {
        super(name);
    }

    static NetScenario named(String name) {
        return new NetScenario(name);
    }

    /** A step of the program, called once a frame until it is done. */
    interface Step {
        /** Returns true when it is done. The next step then starts in the same frame. */
        boolean advance(NetScenarioRun run);
    }

    /** Sets up a request before it is sent. */
    interface Setup {
        void of(HttpRequest request);
    }

    /** Makes the word of the trace for a response. */
    interface Reading {
        String of(HttpResponse response);
    }

    private static String codeAndBody(HttpResponse response) {
        return code(response) + ":" + token(response.getResult());
    }

    static String code(HttpResponse response) {
        return String.valueOf(response.getStatus().getStatusCode());
    }

    /** Returns the word for the bytes of a body. */
    static String token(byte[] bytes) {
        Body body = new Body();
        body.add(bytes, bytes.length);
        return body.token();
    }

    // The program

    /** Sets the word of the trace for each response. */
    NetScenario reading(Reading word) {
        reading = word;
        return this;
    }

    /** Sets what the listener does in the first call of {@code handleHttpResponse}, after it has added its word to the trace. */
    NetScenario reacting(Step once) {
        reaction = once;
        return this;
    }

    /** Sends a GET, and lets its listener send the object of the request again. Waits until both have ended. */
    NetScenario sendingAgainInCallback() {
        return start().reacting(run -> run.sendAgain(0, run.here() + "/1")).awaitEnd(0).awaitEnd(1);
    }

    /** Sends a GET for the next number and waits until it has ended. */
    NetScenario get() {
        return get(request -> {});
    }

    NetScenario get(Setup setup) {
        return send(HttpMethods.GET, setup);
    }

    /** Sends a request for the next number and waits until it has ended. */
    NetScenario send(String method, Setup setup) {
        return start(method, setup).awaitEnd(requests - 1);
    }

    /** Sends a GET for the next number and does not wait. */
    NetScenario start() {
        return start(HttpMethods.GET, request -> {});
    }

    NetScenario start(String method, Setup setup) {
        String path = "/" + numbers++;
        return add(run -> run.send(method, run.here() + path, setup));
    }

    /**
     * Sends a GET of a URL and waits. In the URL, {@code {here}} is this scenario, {@code {there}} is this scenario at another origin, and
     * {@code {closed}} is a port that refuses connections.
     */
    NetScenario getUrl(String url, Setup setup) {
        return add(run -> run.send(HttpMethods.GET, run.resolved(url), setup)).awaitEnd(requests - 1);
    }

    /** Sends a GET for the next number without a listener, and waits until it is not pending. */
    NetScenario getWithoutListener() {
        String path = "/" + numbers++;
        int index = requests;
        return add(run -> run.sendWithoutListener(run.here() + path)).step(run -> !run.isPending(index));
    }

    /** Sends the object of an earlier request again, for the next number. */
    NetScenario sendAgain(int index) {
        String path = "/" + numbers++;
        return add(run -> run.sendAgain(index, run.here() + path));
    }

    private NetScenario add(Step sending) {
        requests++;
        return step(sending);
    }

    private NetScenario step(Step step) {
        steps.add(step);
        return this;
    }

    /** Waits for the first call of the listener. */
    NetScenario awaitEnd(int index) {
        return step(run -> run.hasEnded(index));
    }

    /** Resets the request, as a pool does. */
    NetScenario resets(int index) {
        return step(run -> run.reset(index));
    }

    NetScenario cancel(int index) {
        return step(run -> run.cancel(index));
    }

    /** Adds {@code pending} or {@code ended} to the trace. */
    NetScenario notePending(int index) {
        return step(run -> run.note(run.isPending(index) ? "pending" : "ended"));
    }

    /** Adds a word about a response, after its callback. */
    NetScenario later(int index, Reading word) {
        return step(run -> run.note(word.of(run.response(index))));
    }

    // The outcome with libGDX's own Net on the desktop

    /** Sets the trace of libGDX's own Net, and the reason. Call it after {@link #traces}. */
    NetScenario butLibGdx(String expected, String because) {
        libGdxTraces = List.of(expected);
        libGdxReason = because;
        return this;
    }

    /** Sets the trace of libGDX's own Net if newer JDKs give another one. Call it after {@link #butLibGdx}. */
    NetScenario onNewerJdk(String expected) {
        libGdxTraces = List.of(libGdxTraces.get(0), expected);
        return this;
    }

    /** Says that the trace of libGDX's own Net is not always the same, and why. It is then not played. */
    NetScenario butLibGdxVaries(String because) {
        libGdxReason = because;
        return this;
    }

    /** Returns the expected trace of libGDX's own Net on JDK 17, and after it that on newer JDKs if it is another one; empty if it varies. */
    public List<String> libGdxTraces() {
        return libGdxReason.isEmpty() ? List.of(trace()) : libGdxTraces;
    }

    /** Returns why libGDX's own Net differs, or an empty string if it does not. */
    public String libGdxReason() {
        return libGdxReason;
    }

    @Override
    protected NetScenario self() {
        return this;
    }

    List<Step> steps() {
        return steps;
    }

    Reading reading() {
        return reading;
    }

    Step reaction() {
        return reaction;
    }

    /** Starts the program. */
    public NetScenarioRun start(Net net, ServerAddresses addresses) {
        return new NetScenarioRun(this, net, addresses);
    }
}
