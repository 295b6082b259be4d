package io.github.pollhttp.e2e.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.e2e.browser.RunLog;

/** Compares the traces of scenarios in a browser or in Node with the expected ones. */
public final class Traces {
    private Traces() {}

    /**
     * Checks a trace.
     *
     * @param place where the scenario was played, for example {@code Chromium JS worker}
     */
    public static void check(Scenario<?> scenario, Engine engine, String place, String trace) {
        String where = scenario.name() + " [" + place + "]";
        String expected = scenario.trace(engine);
        if (!trace.equals(expected) && scenario.isPossible(engine, trace)) {
            if (engine != Engine.NODE) { // of which two versions run
                RunLog.say(where
                        + ": this version does what the other browsers do. Remove the exception from the scenario.");
            }
            expected = trace;
        }
        assertEquals(expected, trace, where);
    }
}
