package io.github.pollhttp.testing;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.contract.AllClientScenarios;
import io.github.pollhttp.contract.ClientScenario;
import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.ScenarioRun;
import io.github.pollhttp.contract.convenience.AllConvenienceScenarios;
import io.github.pollhttp.contract.convenience.ConvenienceScenario;
import io.github.pollhttp.contract.httprequest.AllRequestScenarios;
import io.github.pollhttp.contract.httprequest.RequestScenario;
import io.github.pollhttp.request.HTTPRequest;

/**
 * Plays the scenarios of the contract over scripted networks, which must have the traces of the real ones. It leaves out those that need signals between
 * connections or invalid bytes: replies have neither.
 */
class ContractTest {
    private static final int MOST_SECONDS = 60;
    private static final int FEWEST = 240;

    /** The scripted browser does not decode content codings. */
    private static final Set<String> NOT_IN_BROWSER = Set.of("a body that is not valid gzip is a failure");

    @TempDir
    Path folder;

    private ScenarioRun start(Scenario<?> scenario) {
        if (scenario instanceof ClientScenario client) {
            return client.start(HTTPClient.create(), ScenarioServer.ADDRESSES, folder + "/" + client.id());
        }
        if (scenario instanceof RequestScenario request) {
            return request.start(HTTPRequest.create(), ScenarioServer.ADDRESSES, folder + "/" + request.id());
        }
        return ((ConvenienceScenario<?>) scenario).start(ScenarioServer.ADDRESSES);
    }

    /** @return the trace, or null if the scenario cannot be played */
    private String play(Scenario<?> scenario, ScriptedNetwork installed) {
        try (ScriptedNetwork network = installed) {
            ScenarioServer.script(network, scenario);
            UsedFeatures used = UsedFeatures.watch();
            ScenarioRun run = start(scenario);
            boolean[] ended = {false};
            for (int second = 0; second < MOST_SECONDS && !ended[0]; second++) {
                network.play(1, () -> ended[0] = ended[0] || run.frame());
            }
            assertEquals(List.of(), used.without(scenario.features()), () -> "missing features of " + scenario.name());
            return run.trace() + (ended[0] ? "" : " and did not end");
        } catch (ScenarioServer.NotPlayable e) {
            return null;
        }
    }

    private void playAll(Supplier<ScriptedNetwork> networks, Function<Scenario<?>, String> expected,
            Set<String> without) {
        int[] played = {0};
        assertAll(Stream.of(AllClientScenarios.list(), AllRequestScenarios.list(), AllConvenienceScenarios.list())
                .flatMap(List::stream).filter(scenario -> !without.contains(scenario.name())).map(scenario -> () -> {
                    String trace = play(scenario, networks.get());
                    if (trace != null) {
                        played[0]++;
                        assertEquals(expected.apply(scenario), trace, scenario.name());
                    }
                }));
        assertTrue(played[0] >= FEWEST, () -> "only " + played[0] + " scenarios were played");
    }

    @Test
    void scriptedNetworkHasTheTracesOfTheDesktop() {
        playAll(ScriptedNetwork::install, Scenario::trace, Set.of());
    }

    @Test
    void scriptedBrowserHasTheTracesOfBrowsers() {
        playAll(() -> ScriptedNetwork.installBrowser("http://127.0.0.1:8080/index.html"), Scenario::browserTrace,
                NOT_IN_BROWSER);
    }
}
