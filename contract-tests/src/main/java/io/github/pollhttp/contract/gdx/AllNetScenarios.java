package io.github.pollhttp.contract.gdx;

import java.util.ArrayList;
import java.util.List;

/** All scenarios of a libGDX Net. A new scenario belongs into the list of its group. */
public final class AllNetScenarios {
    private AllNetScenarios() {}

    /** Returns new scenarios. */
    public static List<NetScenario> list() {
        List<NetScenario> all = new ArrayList<>();
        all.addAll(NetRequestScenarios.list());
        all.addAll(NetResponseScenarios.list());
        all.addAll(NetEndScenarios.list());
        all.addAll(NetListenerScenarios.list());
        return all;
    }
}
