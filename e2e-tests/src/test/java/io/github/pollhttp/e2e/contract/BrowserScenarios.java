package io.github.pollhttp.e2e.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.contract.server.ScenarioPlayer;
import io.github.pollhttp.contract.server.SelectedScenarios;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.BrowsersOfTheRun;
import io.github.pollhttp.e2e.browser.Place;
import io.github.pollhttp.e2e.browser.Platform;
import io.github.pollhttp.e2e.browser.Realm;
import io.github.pollhttp.e2e.browser.SuitePages;

/**
 * Plays scenarios in the places of {@link Place#all}: pages, dedicated workers and Node, as JavaScript and as WasmGC, and compares the
 * traces. {@code -Dscenario=TEXT} plays only the scenarios whose name contains TEXT.
 *
 * @param <S> the kind of scenario
 */
@ExtendWith(BrowsersOfTheRun.class)
@TestInstance(Lifecycle.PER_CLASS)
abstract class BrowserScenarios<S extends Scenario<?>> {
    private final List<S> scenarios;
    private final String start;
    private final List<String> warnings;
    private ScenarioPlayer player;
    private ServerAddresses addresses;

    /**
     * Creates the tests of one kind of scenario.
     *
     * @param scenarios all scenarios of the kind
     * @param start     the export of {@code BrowserSuite} that starts a scenario of the kind
     * @param warnings  the console messages of a run of all scenarios, in order
     */
    BrowserScenarios(List<S> scenarios, String start, List<String> warnings) {
        this.scenarios = SelectedScenarios.of(scenarios);
        this.start = start;
        this.warnings = warnings;
    }

    @BeforeAll
    void startServers() throws IOException {
        player = ScenarioPlayer.start(new SuitePages());
        addresses = player.addresses();
    }

    @AfterAll
    void stopServers() throws IOException {
        player.close();
    }

    @TestFactory
    Stream<DynamicTest> scenarios(Browsers browsers) {
        return places(browsers, addresses.port()).flatMap(this::in);
    }

    /** Returns where the scenarios are played. */
    Stream<Place> places(Browsers browsers, int port) {
        return Place.all(browsers, port);
    }

    private Stream<DynamicTest> in(Place place) {
        Realm suite = place.suite().get();
        List<String> said = new ArrayList<>();
        String where = " [" + place.title() + "]";
        Stream<DynamicTest> each = scenarios.stream()
                .map(scenario -> dynamicTest(scenario.name() + where, () -> {
                    check(scenario, place, suite);
                    checkConsole(suite, said);
                }));
        DynamicTest last = dynamicTest("the console has only the expected warnings" + where,
                () -> checkConsole(place, suite));
        return Stream.concat(each, Stream.of(last));
    }

    private void check(S scenario, Place place, Realm suite) {
        Object trace = suite.evaluate("(...args) => play(...args)", start, scenario.id(), addresses.port(),
                addresses.otherPort(), addresses.refusedPort());
        Traces.check(scenario, place.platform().engine(), place.title(), (String) trace);
        passed(scenario, place.platform());
    }

    /**
     * Checks that a scenario has caused no exception, no rejection without a handler, and no message except the warnings.
     *
     * @param said the messages of the scenarios before this one
     */
    private void checkConsole(Realm suite, List<String> said) {
        List<String> all = suite.said();
        List<String> added = all.subList(said.size(), all.size());
        said.addAll(added);
        assertTrue(warnings.containsAll(added), () -> "the console has " + added);
    }

    private void checkConsole(Place place, Realm suite) {
        try (suite) {
            if (SelectedScenarios.areAll()) {
                assertEquals(warnings, suite.said(), place.title());
            }
        }
    }

    /** Called when a scenario has had the expected trace in a page or worker of a platform, or in Node. */
    void passed(S scenario, Platform platform) {}

    List<S> scenarios() {
        return scenarios;
    }

    ScenarioPlayer player() {
        return player;
    }
}
