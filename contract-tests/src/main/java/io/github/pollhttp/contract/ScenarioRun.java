package io.github.pollhttp.contract;

/** A scenario that runs. Call {@link #frame} once a frame until it returns true, then read the trace. */
public interface ScenarioRun {
    /**
     * Runs one frame.
     *
     * @return true when the scenario has ended
     */
    boolean frame();

    /** Returns the trace so far. */
    String trace();
}
