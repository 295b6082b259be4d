package io.github.pollhttp.e2e.contract;

import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;

import io.github.pollhttp.contract.AllClientScenarios;
import io.github.pollhttp.contract.ClientScenario;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.Place;

/** All scenarios, compiled by another version of TeaVM, and without {@code strict}. The traces are those of {@code e2e-tests}. */
class TeaVMVersionTest {
    @Nested
    class Client extends BrowserScenarios<ClientScenario> {
        Client() {
            super(AllClientScenarios.list(), "startClient", BrowserContractTest.WARNINGS);
        }

        @Override
        Stream<Place> places(Browsers browsers, int port) {
            return CompiledSuite.places(browsers, port);
        }
    }

    @Nested
    class Request extends BrowserRequestTest {
        @Override
        Stream<Place> places(Browsers browsers, int port) {
            return CompiledSuite.places(browsers, port);
        }
    }

    @Nested
    class Convenience extends BrowserConvenienceTest {
        @Override
        Stream<Place> places(Browsers browsers, int port) {
            return CompiledSuite.places(browsers, port);
        }
    }

    @Nested
    class Net extends BrowserNetTest {
        @Override
        Stream<Place> places(Browsers browsers, int port) {
            return CompiledSuite.places(browsers, port);
        }
    }
}
