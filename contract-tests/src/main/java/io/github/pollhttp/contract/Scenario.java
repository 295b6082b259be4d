package io.github.pollhttp.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every scenario has: a name, the answers that its program gets, and the trace that must come of it.
 *
 * @param <S> the scenario itself, which each of the methods that describe it returns
 */
public abstract class Scenario<S> {
    private final String name;
    private final List<Answer> answers = new ArrayList<>();
    private final Map<Engine, Quirk> quirks = new HashMap<>();
    private String trace;
    private String browserTrace;
    private String reason = "";

    /** @param name a sentence that says what is so */
    protected Scenario(String name) {
        this.name = name;
    }

    /** What one engine makes of it that differs from the others, and why. */
    private record Quirk(String trace, String reason) {}

    /** This scenario. */
    protected abstract S self();

    // The server

    /** The answer to the next request, and to every later one unless there are more. */
    public S answer(Answer answer) {
        answers.add(answer);
        return self();
    }

    /** The same, as bytes. */
    public S answer(String bytes) {
        return answer(Answer.of(bytes));
    }

    // The outcome

    /** What must come of it. */
    public S traces(String expected) {
        trace = expected;
        browserTrace = expected;
        return self();
    }

    /** What a browser makes of it, where it cannot do the same, and why it cannot. */
    public S butInBrowser(String expected, String because) {
        browserTrace = expected;
        reason = because;
        return self();
    }

    /** What one engine makes of it, and why. A version of it that does as the others do is right as well. */
    public S butIn(Engine engine, String expected, String because) {
        quirks.put(engine, new Quirk(expected, because));
        return self();
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
}
