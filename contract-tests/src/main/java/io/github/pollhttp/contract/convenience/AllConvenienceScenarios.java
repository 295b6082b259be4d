package io.github.pollhttp.contract.convenience;

import java.util.ArrayList;
import java.util.List;

/** All scenarios of this package. A new one goes into the list of its group. */
public final class AllConvenienceScenarios {
    private AllConvenienceScenarios() {}

    /** In a fixed order, so that a number means the same on both sides. */
    public static List<ConvenienceScenario<?>> list() {
        List<ConvenienceScenario<?>> all = new ArrayList<>();
        all.addAll(EventScenarios.list());
        all.addAll(QueueScenarios.list());
        return all;
    }
}
