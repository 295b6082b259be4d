package io.github.pollhttp.e2e.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.contract.AllClientScenarios;
import io.github.pollhttp.contract.ClientScenario;
import io.github.pollhttp.contract.Feature;
import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.junit.BackendContract;

/** The class of {@code docs/contract-kit.md}. {@code BackendContractTest} in {@code jvm-backend} plays such a class. */
class ContractKitPageTest {
    // snippet: contract-kit
    /** Plays the contract on a backend that stores no files, and counts sent bytes only on request. */
    class MyBackendTest extends BackendContract {
        @Override
        protected Set<Feature> missing() {
            return Set.of(Feature.FILES);
        }

        @Override
        protected String expected(Scenario<?> scenario) {
            return switch (scenario.name()) {
                case "without upload progress, only the JVM counts the sent bytes" ->
                    "connect:OK CONNECTING CONNECTED request:OK REQUESTING BODY code:200 body:data CONNECTED sent:0";
                default -> scenario.trace();
            };
        }
    }
    // end

    /** Browsers have the trace of the page, so a backend may have it. */
    @Test
    void pageShowsTheTraceOfABackendThatCountsOnRequest() {
        MyBackendTest shown = new MyBackendTest();
        List<ClientScenario> differing = AllClientScenarios.list().stream()
                .filter(each -> !shown.expected(each).equals(each.trace())).toList();

        assertEquals(1, differing.size());
        assertEquals(differing.get(0).browserTrace(), shown.expected(differing.get(0)));
    }
}
