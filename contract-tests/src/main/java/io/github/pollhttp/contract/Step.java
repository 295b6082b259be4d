package io.github.pollhttp.contract;

/** A part of a scenario, called once a frame until it is done. */
interface Step {
    /** @return true when the next step may begin, in the same frame */
    boolean advance(ClientScenarioRun run);
}
