package io.github.pollhttp.e2e.contract;

import java.util.List;
import java.util.stream.Stream;

import io.github.pollhttp.contract.gdx.AllNetScenarios;
import io.github.pollhttp.contract.gdx.NetScenario;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.Place;

/** The scenarios of a libGDX Net with PollNet. On the JVM, {@code SideBySideTest} of gdx-net plays the same scenarios. */
class BrowserNetTest extends BrowserScenarios<NetScenario> {
    BrowserNetTest() {
        super(AllNetScenarios.list(), "startNet", List.of(
                "warn: PollHTTP: only the browser sets the header accept-encoding, so it was left out.",
                "error: PollNet: The listener of a request threw an exception. java.lang.IllegalStateException: "
                        + "The test throws this exception. Ignore it."));
    }

    @Override
    Stream<Place> places(Browsers browsers, int port) {
        return Place.pages(browsers, port);
    }
}
