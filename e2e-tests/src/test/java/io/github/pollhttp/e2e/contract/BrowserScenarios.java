package io.github.pollhttp.e2e.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
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
import io.github.pollhttp.e2e.browser.BrowserPage;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.BrowsersOfTheRun;
import io.github.pollhttp.e2e.browser.Platform;
import io.github.pollhttp.e2e.browser.RunLog;
import io.github.pollhttp.e2e.browser.SuitePages;
import io.github.pollhttp.e2e.browser.WebBrowser;

/**
 * Plays scenarios in every browser of the run, as JavaScript and as WasmGC, and compares the traces. {@code -Dscenario=TEXT} plays only the
 * scenarios whose name contains TEXT.
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
        return browsers.all().stream()
                .flatMap(browser -> Platform.of(browser.engine()).flatMap(platform -> on(platform, browser)));
    }

    private Stream<DynamicTest> on(Platform platform, WebBrowser browser) {
        BrowserPage page = openSuite(browser, platform);
        String where = " [" + platform.title() + "]";
        Stream<DynamicTest> each = scenarios.stream()
                .map(scenario -> dynamicTest(scenario.name() + where, () -> check(scenario, platform, page)));
        DynamicTest last = dynamicTest("the console has only the expected warnings" + where,
                () -> checkConsole(platform, page));
        return Stream.concat(each, Stream.of(last));
    }

    private BrowserPage openSuite(WebBrowser browser, Platform platform) {
        String target = platform.target().parameter();
        BrowserPage page = browser.newPage();
        page.navigate("http://127.0.0.1:" + addresses.port() + "/suite/index.html?target=" + target);
        page.await("document.body.dataset.ready === '" + target + "'");
        return page;
    }

    private void check(S scenario, Platform platform, BrowserPage page) {
        Object trace = page.evaluate("(...args) => play(...args)", start, scenario.id(), addresses.port(),
                addresses.otherPort(), addresses.refusedPort());
        checkTrace(scenario, platform, trace);
        passed(scenario, platform);
    }

    private static void checkTrace(Scenario<?> scenario, Platform platform, Object trace) {
        String where = scenario.name() + " [" + platform.title() + "]";
        String expected = scenario.trace(platform.engine());
        if (!trace.equals(expected) && trace.equals(scenario.browserTrace())) {
            RunLog.say(
                    where + ": this version does what the other browsers do. Remove the exception from the scenario.");
            expected = scenario.browserTrace();
        }
        assertEquals(expected, trace, where);
    }

    private void checkConsole(Platform platform, BrowserPage page) {
        try (page) {
            if (SelectedScenarios.areAll()) {
                assertEquals(warnings, page.said(), platform.title());
            }
        }
    }

    /** Called when a scenario has had the expected trace on a platform. */
    void passed(S scenario, Platform platform) {}

    List<S> scenarios() {
        return scenarios;
    }

    ScenarioPlayer player() {
        return player;
    }
}
