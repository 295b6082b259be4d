package io.github.pollhttp.e2e.gdx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.contract.gdx.AllNetScenarios;
import io.github.pollhttp.contract.gdx.NetScenario;
import io.github.pollhttp.contract.server.ScenarioPlayer;
import io.github.pollhttp.e2e.browser.BrowserPage;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.BrowsersOfTheRun;
import io.github.pollhttp.e2e.browser.Platform;
import io.github.pollhttp.e2e.browser.SuitePages;
import io.github.pollhttp.e2e.browser.WebBrowser;
import io.github.pollhttp.e2e.contract.Traces;
import io.github.pollhttp.e2e.gdx.ScenariosInWindow.Implementation;
import io.github.pollhttp.testgame.ScenarioGame;

/** Plays the scenarios of a Net in a real libGDX game: in a window of the desktop, and compiled by gdx-teavm in browsers. */
@ExtendWith(BrowsersOfTheRun.class)
class ScenarioGameTest {
    private static final List<NetScenario> SCENARIOS = AllNetScenarios.list();
    private static ScenarioPlayer servers;

    @BeforeAll
    static void start() throws IOException {
        servers = ScenarioPlayer.start(new SuitePages("/gdx-test-game/"));
    }

    @AfterAll
    static void stop() throws IOException {
        servers.close();
    }

    @TestFactory
    Stream<DynamicTest> windowHasTheTracesOfTheJvm() throws Exception {
        return inWindow(Implementation.POLLHTTP,
                (scenario, trace) -> assertEquals(scenario.trace(), trace, scenario.name()));
    }

    /** The page says of libGDX's own Net what {@code SideBySideTest} sees without a window. */
    @TestFactory
    Stream<DynamicTest> windowHasTheTracesOfLibGdxThatThePageShows() throws Exception {
        return inWindow(Implementation.LIBGDX, (scenario, trace) -> {
            String words = trace.replace(ScenarioGame.CALLED_ELSEWHERE, ""); // as each request has a thread
            assertTrue(scenario.libGdxTraces().contains(words),
                    () -> scenario.name() + ": expected one of " + scenario.libGdxTraces() + ", was " + words);
        });
    }

    private static DesktopGame inWindow(Implementation played, ServerAddresses ports)
            throws IOException, InterruptedException {
        return DesktopGame.start(ScenariosInWindow.class, played.name(), String.valueOf(ports.port()),
                String.valueOf(ports.otherPort()), String.valueOf(ports.refusedPort()));
    }

    private static Stream<DynamicTest> inWindow(Implementation played, BiConsumer<NetScenario, String> check)
            throws Exception {
        List<NetScenario> scenarios = played.scenarios();
        Map<String, String> traces = new HashMap<>();
        // Servers of its own, so that no signal of a scenario reaches the same scenario in another place.
        try (ScenarioPlayer player = ScenarioPlayer.start(path -> null);
                DesktopGame game = inWindow(played, player.addresses())) {
            for (NetScenario each : scenarios) {
                traces.put(each.id(), game.await(ScenariosInWindow.BEGINNING + each.id() + " "));
            }
        }
        return scenarios.stream().map(scenario -> dynamicTest(scenario.name() + " [window, " + played + "]",
                () -> check.accept(scenario, traces.get(scenario.id()))));
    }

    @TestFactory
    Stream<DynamicTest> pageHasTheTracesOfTheBrowser(Browsers browsers) {
        return browsers.all().stream().flatMap(ScenarioGameTest::in);
    }

    private static Stream<DynamicTest> in(WebBrowser browser) {
        return Platform.of(browser.engine()).flatMap(platform -> in(browser, platform));
    }

    private static Stream<DynamicTest> in(WebBrowser browser, Platform platform) {
        BrowserPage page = browser.newPage();
        page.navigate(url(platform));
        String where = " [" + platform.title() + "]";
        Stream<DynamicTest> each = SCENARIOS.stream()
                .map(scenario -> dynamicTest(scenario.name() + where, () -> check(scenario, platform, page)));
        return Stream.concat(each, Stream.of(dynamicTest("each scenario has a trace" + where, () -> checkCount(page))));
    }

    private static String url(Platform platform) {
        try {
            ServerAddresses ports = servers.addresses();
            return "http://127.0.0.1:" + ports.port() + "/gdx-test-game/" + platform.target().parameter()
                    + "/webapp/index.html?" + ports.port() + "," + ports.otherPort() + "," + ports.refusedPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void check(NetScenario scenario, Platform platform, BrowserPage page) {
        page.await("'" + scenario.id() + "' in (window.traces ?? {})");
        String trace = (String) page.evaluate("(id) => window.traces[id]", scenario.id());
        Traces.check(scenario, platform.engine(), platform.title(), trace);
    }

    private static void checkCount(BrowserPage page) {
        try (page) {
            Object count = page.evaluate("() => Object.keys(window.traces).length");
            assertEquals(SCENARIOS.size(), ((Number) count).intValue());
        }
    }
}
