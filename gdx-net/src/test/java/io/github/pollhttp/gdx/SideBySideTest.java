package io.github.pollhttp.gdx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Net;

import io.github.pollhttp.contract.gdx.AllNetScenarios;
import io.github.pollhttp.contract.gdx.NetScenario;
import io.github.pollhttp.contract.gdx.NetScenarioRun;
import io.github.pollhttp.contract.server.ScenarioPlayer;
import io.github.pollhttp.contract.server.SelectedScenarios;

/**
 * Runs the same programs through libGDX's own Net and through PollHTTP's, in a real application. {@code -Dscenario=TEXT} plays only those whose name
 * contains TEXT.
 */
class SideBySideTest {
    /** Each Net has servers of its own, so that no signal of a scenario reaches the same scenario with the other Net. */
    private static ScenarioPlayer servers;
    private static ScenarioPlayer serversOfLibGdx;
    private static HeadlessGame game;
    private static Net own;

    @BeforeAll
    static void start() throws IOException {
        servers = ScenarioPlayer.start(path -> null);
        serversOfLibGdx = ScenarioPlayer.start(path -> null);
        game = HeadlessGame.start();
        own = Gdx.net;
    }

    @AfterAll
    static void stop() throws Exception {
        game.stop();
        servers.close();
        serversOfLibGdx.close();
    }

    @TestFactory
    Stream<DynamicTest> pollHttpGivesTheExpectedTraceOnTheRenderThread() {
        return SelectedScenarios.of(AllNetScenarios.list()).stream()
                .map(scenario -> dynamicTest(scenario.name(), () -> {
                    NetScenarioRun run = play(scenario, PollNet.over(own), servers);
                    assertEquals(scenario.trace(), run.trace(), scenario.name());
                    assertFalse(run.calledElsewhere(), scenario.name() + ": on the render thread");
                }));
    }

    @TestFactory
    Stream<DynamicTest> libGdxGivesTheTraceThatThePageShows() {
        return SelectedScenarios.of(AllNetScenarios.list()).stream()
                .filter(scenario -> !scenario.libGdxTraces().isEmpty())
                .map(scenario -> dynamicTest(scenario.name(),
                        () -> assertLibGdx(scenario, play(scenario, own, serversOfLibGdx).trace())));
    }

    private static void assertLibGdx(NetScenario scenario, String trace) {
        assertTrue(scenario.libGdxTraces().contains(trace), () -> scenario.name() + ": expected one of "
                + scenario.libGdxTraces() + ", was " + trace);
    }

    private static NetScenarioRun play(NetScenario scenario, Net net, ScenarioPlayer player) throws Exception {
        NetScenarioRun[] run = new NetScenarioRun[1];
        game.run(() -> {
            if (run[0] == null) {
                run[0] = scenario.start(net, player.addresses());
            }
            return run[0].frame();
        });
        return run[0];
    }
}
