package io.github.pollhttp.contract.httprequest;

import java.util.ArrayList;
import java.util.List;

/** All scenarios of HTTPRequest. A new one goes into the list of its group. */
public final class AllRequestScenarios {
    private AllRequestScenarios() {}

    /** In a fixed order, so that a number means the same on both sides. */
    public static List<RequestScenario> list() {
        List<RequestScenario> all = new ArrayList<>();
        all.addAll(ExchangeScenarios.list());
        all.addAll(RedirectScenarios.list());
        all.addAll(BodyScenarios.list());
        all.addAll(FailureAndCancelScenarios.list());
        all.addAll(RetryScenarios.list());
        all.addAll(DownloadFileScenarios.list());
        return all;
    }
}
