package io.github.pollhttp.contract;

/** A scenario under way: call {@link #frame} as a game does until it returns true, then read the trace. */
public interface ScenarioRun {
    /**
     * One frame.
     *
     * @return true when the program has ended
     */
    boolean frame();

    /** What has happened so far. */
    String trace();
}
