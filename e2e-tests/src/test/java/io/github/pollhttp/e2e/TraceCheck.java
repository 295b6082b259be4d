package io.github.pollhttp.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.pollhttp.contract.Scenario;

/** Whether a scenario's trace in a browser is the one that must come of it. */
final class TraceCheck {
    private TraceCheck() {}

    static void check(Scenario<?> scenario, Platform platform, Object trace) {
        String where = scenario.name() + " [" + platform.title() + "]";
        String expected = scenario.trace(platform.engine());
        if (!trace.equals(expected) && trace.equals(scenario.browserTrace())) {
            RunLog.say(where + " does what other browsers do; the reason why not can go");
            expected = scenario.browserTrace();
        }
        assertEquals(expected, trace, where);
    }
}
