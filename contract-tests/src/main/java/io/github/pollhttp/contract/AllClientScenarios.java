package io.github.pollhttp.contract;

import java.util.ArrayList;
import java.util.List;

/** All scenarios of HTTPClient. A new scenario belongs into the list of its group. */
public final class AllClientScenarios {
    static final String CONNECTED = "connect:OK CONNECTING CONNECTED ";
    static final String REQUESTING = CONNECTED + "request:OK REQUESTING ";

    private AllClientScenarios() {}

    /** Returns new scenarios, in the order of {@code docs/platforms.md}. */
    public static List<ClientScenario> list() {
        List<ClientScenario> all = new ArrayList<>();
        all.addAll(FramingScenarios.list());
        all.addAll(SentRequestScenarios.list());
        all.addAll(FileScenarios.list());
        all.addAll(HeaderScenarios.list());
        all.addAll(LifecycleScenarios.list());
        all.addAll(FailureScenarios.list());
        all.addAll(UnpolledScenarios.list());
        all.addAll(AbortScenarios.list());
        all.addAll(RejectionScenarios.list());
        all.addAll(StrictPortableScenarios.list());
        all.addAll(OriginScenarios.list());
        return all;
    }
}
