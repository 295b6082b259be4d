package io.github.pollhttp.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.contract.httprequest.AllRequestScenarios;
import io.github.pollhttp.contract.httprequest.RequestScenario;
import io.github.pollhttp.contract.server.ScenarioPlayer;

/** The contract of HTTPRequest in every browser of the run, as JavaScript and as WasmGC. The JVM plays the same scenarios in its backend's tests. */
@ExtendWith(BrowsersOfTheRun.class)
class BrowserRequestTest {
    private static final List<RequestScenario> SCENARIOS = AllRequestScenarios.list();
    private static ScenarioPlayer player;
    private static ServerAddresses addresses;

    @BeforeAll
    static void startServers() throws IOException {
        player = ScenarioPlayer.start(new SuitePages());
        addresses = player.addresses();
    }

    @AfterAll
    static void stopServers() throws IOException {
        player.close();
    }

    @TestFactory
    Stream<DynamicTest> scenarios(Browsers browsers) {
        return browsers.all().stream()
                .flatMap(browser -> Platform.of(browser.engine()).flatMap(platform -> on(platform, browser)));
    }

    private static Stream<DynamicTest> on(Platform platform, WebBrowser browser) {
        BrowserPage page = browser.newPage();
        String target = platform.target().parameter();
        page.navigate("http://127.0.0.1:" + addresses.port() + "/suite/index.html?target=" + target);
        page.await("document.body.dataset.ready === '" + target + "'");
        String where = " [" + platform.title() + "]";
        Stream<DynamicTest> each = IntStream.range(0, SCENARIOS.size()).mapToObj(
                number -> dynamicTest(SCENARIOS.get(number).name() + where, () -> check(platform, page, number)));
        DynamicTest last = dynamicTest("nothing is in the console" + where, () -> checkConsole(page));
        return Stream.concat(each, Stream.of(last));
    }

    private static void check(Platform platform, BrowserPage page, int number) {
        RequestScenario scenario = SCENARIOS.get(number);
        Object trace = page.evaluate("(...words) => playRequest(...words)", number, addresses.port(),
                addresses.otherPort(), addresses.refusedPort());
        TraceCheck.check(scenario, platform, trace);
    }

    private static void checkConsole(BrowserPage page) {
        try (page) {
            assertEquals(List.of(), page.said());
        }
    }
}
