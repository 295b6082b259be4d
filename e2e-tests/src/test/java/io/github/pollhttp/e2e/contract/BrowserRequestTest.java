package io.github.pollhttp.e2e.contract;

import java.util.List;

import io.github.pollhttp.contract.httprequest.AllRequestScenarios;
import io.github.pollhttp.contract.httprequest.RequestScenario;

/** The contract of HTTPRequest. On the JVM, {@code ContractTest} of jvm-backend plays the same scenarios. */
class BrowserRequestTest extends BrowserScenarios<RequestScenario> {
    BrowserRequestTest() {
        super(AllRequestScenarios.list(), "startRequest",
                List.of("warn: PollHTTP: only the browser sets the header proxy-authorization, so it was left out."));
    }
}
