package io.github.pollhttp.e2e.contract;

import java.util.List;

import io.github.pollhttp.contract.convenience.AllConvenienceScenarios;
import io.github.pollhttp.contract.convenience.ConvenienceScenario;

/** The contract of EventSource and HTTPRequestQueue. On the JVM, {@code ContractTest} of jvm-backend plays the same scenarios. */
class BrowserConvenienceTest extends BrowserScenarios<ConvenienceScenario<?>> {
    BrowserConvenienceTest() {
        super(AllConvenienceScenarios.list(), "startConvenience", List.of());
    }
}
