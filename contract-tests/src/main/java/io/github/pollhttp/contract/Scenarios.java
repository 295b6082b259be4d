package io.github.pollhttp.contract;

import java.util.ArrayList;
import java.util.List;

/** All scenarios. A new one goes into the list of its group. */
public final class Scenarios {
    static final String CONNECTED = "connect:OK CONNECTING CONNECTED ";
    static final String ASKED = CONNECTED + "request:OK REQUESTING ";

    private Scenarios() {}

    /** In a fixed order, so that a number means the same on both sides. */
    public static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        all.addAll(FramingScenarios.list());
        all.addAll(RequestScenarios.list());
        all.addAll(LifetimeScenarios.list());
        all.addAll(BrokenScenarios.list());
        all.addAll(MisuseScenarios.list());
        all.addAll(PortableScenarios.list());
        all.addAll(OriginScenarios.list());
        return all;
    }
}
