package io.github.pollhttp.contract.httprequest;

import java.util.ArrayList;
import java.util.List;

/** All scenarios of HTTPRequest. A new scenario belongs into the list of its group. */
public final class AllRequestScenarios {
    private AllRequestScenarios() {}

    /** Returns new scenarios. */
    public static List<RequestScenario> list() {
        List<RequestScenario> all = new ArrayList<>();
        all.addAll(ExchangeScenarios.list());
        all.addAll(RedirectScenarios.list());
        all.addAll(BodyScenarios.list());
        all.addAll(FailureAndCancelScenarios.list());
        all.addAll(UnpolledRequestScenarios.list());
        all.addAll(AbortRequestScenarios.list());
        all.addAll(RetryScenarios.list());
        all.addAll(DownloadFileScenarios.list());
        all.addAll(FileBodyScenarios.list());
        return all;
    }
}
