package io.github.pollhttp.contract.convenience;

import java.util.ArrayList;
import java.util.List;

/** All scenarios of EventSource and HTTPRequestQueue. A new scenario belongs into the list of its group. */
public final class AllConvenienceScenarios {
    private AllConvenienceScenarios() {}

    /** Returns new scenarios. */
    public static List<ConvenienceScenario<?>> list() {
        List<ConvenienceScenario<?>> all = new ArrayList<>();
        all.addAll(EventScenarios.list());
        all.addAll(QueueScenarios.list());
        return all;
    }
}
