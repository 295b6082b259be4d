package io.github.pollhttp.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The common part of all scenarios: a name, the responses of the server, and the expected trace.
 *
 * @param <S> the class of the scenario, which the builder methods return
 */
public abstract class Scenario<S> {
    private final String name;
    private final List<Answer> answers = new ArrayList<>();
    private final Map<Engine, List<Quirk>> quirks = new HashMap<>();
    private final List<Feature> features = new ArrayList<>();
    private String trace;
    private String browserTrace;
    private String reason = "";

    /** @param name a sentence that states the case and the expectation; the part of the URL paths that selects this scenario is made of it */
    protected Scenario(String name) {
        this.name = name;
    }

    /** The trace of an engine that differs from the other browsers, and the reason. */
    private record Quirk(String trace, String reason) {}

    /** Returns this scenario. */
    protected abstract S self();

    /** Adds a feature that a backend needs to play this scenario. */
    public S needs(Feature feature) {
        features.add(feature);
        return self();
    }

    // The server

    /** Adds the server's response to the next request. The last response that is added also answers all later requests. */
    public S answer(Answer answer) {
        answers.add(answer);
        return self();
    }

    /** Adds the server's response to the next request, as bytes: each character is one byte. */
    public S answer(String bytes) {
        return answer(Answer.of(bytes));
    }

    // The outcome

    /** Sets the expected trace on all platforms. */
    public S traces(String expected) {
        trace = expected;
        browserTrace = expected;
        return self();
    }

    /** Sets another expected trace for all browsers and Node, and the reason why a browser cannot do the same. Call it after {@link #traces}. */
    public S butInBrowser(String expected, String because) {
        browserTrace = expected;
        reason = because;
        return self();
    }

    /**
     * Sets another expected trace for one engine, and the reason. A version of the engine that has the trace of the other browsers passes, too. A
     * second call is for versions that have yet another trace.
     */
    public S butIn(Engine engine, String expected, String because) {
        quirks.computeIfAbsent(engine, each -> new ArrayList<>()).add(new Quirk(expected, because));
        return self();
    }

    /** Sets another expected trace for several engines, and the reason. Each of them is like one engine of {@link #butIn(Engine, String, String)}. */
    public S butIn(List<Engine> engines, String expected, String because) {
        for (Engine each : engines) {
            butIn(each, expected, because);
        }
        return self();
    }

    /** Sets the trace of the JVM for one engine, although other browsers have another one. Call it after {@link #traces}. */
    public S butAsOnJvmIn(Engine engine) {
        return butIn(engine, trace, "");
    }

    /** Returns the sentence that states the case and the expectation. */
    public String name() {
        return name;
    }

    /** Returns the first segment of each path that this scenario requests: the name with {@code -} for all but ASCII letters and digits. */
    public String id() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            id.append(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ? c : '-');
        }
        return id.toString();
    }

    /** Returns the features that a backend needs to play this scenario. It may list a feature more than once. */
    public List<Feature> features() {
        return features;
    }

    /** Returns the server's response to a request, which is counted from 0. */
    public Answer answer(int number) {
        return answers.get(Math.min(number, answers.size() - 1));
    }

    /** Returns the expected trace on the JVM. */
    public String trace() {
        return trace;
    }

    /** Returns the expected trace in browsers and in Node. An engine may have its own, see {@link #trace(Engine)}. */
    public String browserTrace() {
        return browserTrace;
    }

    /** Returns the expected trace of an engine. It is {@link #browserTrace()} unless the engine differs. */
    public String trace(Engine engine) {
        List<Quirk> all = quirks.get(engine);
        return all == null ? browserTrace : all.get(0).trace();
    }

    /** Returns whether a version of an engine may have a trace: one of the engine, or that of the other browsers. */
    public boolean isPossible(Engine engine, String candidate) {
        for (Quirk each : quirks.getOrDefault(engine, List.of())) {
            if (each.trace().equals(candidate)) {
                return true;
            }
        }
        return browserTrace.equals(candidate);
    }

    /** Returns the reason why the engine's trace differs from the JVM's, or an empty string if it does not differ. */
    public String reason(Engine engine) {
        List<Quirk> all = quirks.get(engine);
        if (all == null) {
            return reason;
        }
        String reasons = all.get(0).reason();
        for (int i = 1; i < all.size(); i++) {
            reasons += "; " + all.get(i).reason();
        }
        return reasons;
    }
}
