package io.github.pollhttp.contract.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.contract.AllClientScenarios;
import io.github.pollhttp.contract.Feature;
import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.convenience.AllConvenienceScenarios;
import io.github.pollhttp.contract.httprequest.AllRequestScenarios;
import io.github.pollhttp.contract.server.ScenarioPlayer;
import io.github.pollhttp.contract.server.SelectedScenarios;

/**
 * Plays each scenario of the contract on the JVM, over real connections to a server on 127.0.0.1, and compares its trace with the expected one. Extend
 * this class in a test of your backend. Each scenario is a JUnit test with the scenario's name. {@code -Dscenario=TEXT} plays only those whose name
 * contains TEXT.
 *
 * <p>
 * The backend is the one that {@code HTTPClient.create()} uses: the only one on the class path, or the one that a {@code @BeforeAll} method has passed to
 * {@link io.github.pollhttp.spi.BackendProvider#replace}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BackendContract {
    private ScenarioPlayer player;

    /** Plays a scenario and returns its trace. */
    private interface Play<S> {
        String of(S scenario) throws Exception;
    }

    @BeforeAll
    void startServers() throws IOException {
        player = ScenarioPlayer.start(path -> null);
    }

    @AfterAll
    void stopServers() throws IOException {
        player.close();
    }

    /**
     * Returns what the backend cannot do. The scenarios that need such a feature are not played. JUnit reports them as skipped.
     *
     * @return the missing features, by default none
     */
    protected Set<Feature> missing() {
        return Set.of();
    }

    /**
     * Creates the client of a scenario of {@code HTTPClient}. Override it to hold another implementation of that interface to the contract.
     *
     * @return a new client, by default that of {@link HTTPClient#create()}
     */
    protected HTTPClient newClient() {
        return HTTPClient.create();
    }

    /**
     * Returns the trace that a scenario must have. Override it if the backend behaves differently in some scenarios. A backend on top of a browser
     * may return {@link Scenario#browserTrace()}.
     *
     * @param scenario the scenario that is played
     * @return the expected trace, by default that of {@code pollhttp-jvm}
     */
    protected String expected(Scenario<?> scenario) {
        return scenario.trace();
    }

    @TestFactory
    Stream<DynamicTest> clientScenariosHaveTheirTrace() {
        return tests(AllClientScenarios.list(), scenario -> player.play(scenario, newClient()));
    }

    @TestFactory
    Stream<DynamicTest> requestScenariosHaveTheirTrace() {
        return tests(AllRequestScenarios.list(), player::play);
    }

    @TestFactory
    Stream<DynamicTest> convenienceScenariosHaveTheirTrace() {
        return tests(AllConvenienceScenarios.list(), player::play);
    }

    private <S extends Scenario<?>> Stream<DynamicTest> tests(List<S> scenarios, Play<S> play) {
        return SelectedScenarios.of(scenarios).stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> check(scenario, play)));
    }

    private <S extends Scenario<?>> void check(S scenario, Play<S> play) throws Exception {
        for (Feature each : scenario.features()) {
            assumeFalse(missing().contains(each), () -> "the backend lacks " + each);
        }
        assertEquals(expected(scenario), play.of(scenario));
    }
}
