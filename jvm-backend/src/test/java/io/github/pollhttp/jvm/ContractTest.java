package io.github.pollhttp.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.pollhttp.contract.AllClientScenarios;
import io.github.pollhttp.contract.convenience.AllConvenienceScenarios;
import io.github.pollhttp.contract.httprequest.AllRequestScenarios;
import io.github.pollhttp.contract.server.ScenarioPlayer;
import io.github.pollhttp.contract.server.SelectedScenarios;

/**
 * Plays the scenarios of the contract on this backend and compares their traces. {@code -Dscenario=TEXT} plays only those whose name contains
 * TEXT.
 */
class ContractTest {
    private static ScenarioPlayer player;

    @BeforeAll
    static void startServers() throws IOException {
        player = ScenarioPlayer.start(path -> null);
    }

    @AfterAll
    static void stopServers() throws IOException {
        player.close();
    }

    @TestFactory
    Stream<DynamicTest> requestScenariosGiveTheirTrace() {
        return SelectedScenarios.of(AllRequestScenarios.list()).stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(),
                        () -> assertEquals(scenario.trace(), player.play(scenario))));
    }

    @TestFactory
    Stream<DynamicTest> convenienceScenariosGiveTheirTrace() {
        return SelectedScenarios.of(AllConvenienceScenarios.list()).stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(),
                        () -> assertEquals(scenario.trace(), player.play(scenario))));
    }

    @TestFactory
    Stream<DynamicTest> clientScenariosGiveTheirTrace() {
        return SelectedScenarios.of(AllClientScenarios.list()).stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(),
                        () -> assertEquals(scenario.trace(), player.play(scenario))));
    }
}
