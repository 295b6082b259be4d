package io.github.pollhttp.contract;

/** A step of a scenario of HTTPClient, called once a frame until it is done. */
interface Step {
    /** Returns true when it is done. The next step then starts in the same frame. */
    boolean advance(ClientScenarioRun run);
}
