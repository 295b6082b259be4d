package io.github.pollhttp.request;

import io.github.pollhttp.BarePlatform;
import io.github.pollhttp.ManualClock;
import io.github.pollhttp.ScriptedOrigin;

/** Creates requests that reach scripted origins, for tests of other packages. */
public final class ScriptedRequests {
    private ScriptedRequests() {}

    /** @param clock the clock of the client and of the request */
    public static HTTPRequest create(ManualClock clock) {
        return new PollingRequest(ScriptedOrigin.backend(clock).client(), new BarePlatform(),
                new TestProvider(clock, () -> 0, () -> 0));
    }
}
