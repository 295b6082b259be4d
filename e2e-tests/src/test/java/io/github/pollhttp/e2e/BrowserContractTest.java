package io.github.pollhttp.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import io.github.pollhttp.contract.ClientScenario;
import io.github.pollhttp.contract.AllClientScenarios;
import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.contract.server.ScenarioPlayer;

/**
 * The contract's scenarios in every browser of the run, as JavaScript and as WasmGC, each beside the JVM's trace of the same scenario. When
 * all have run, {@code docs/platforms.md} has to say what was seen.
 */
@ExtendWith(BrowsersOfTheRun.class)
class BrowserContractTest {
    private static final List<ClientScenario> SCENARIOS = AllClientScenarios.list();
    private static final List<String> WARNINGS = List.of(
            "warn: PollHTTP: only the browser sets the header user-agent, so it was left out");
    private static final Path PAGE = Path.of("..", "docs", "platforms.md");
    private static final Path PAGE_OF_THIS_RUN = Path.of("target", "platforms.md");

    /** Begins the page's last line, which may be another one on every machine. */
    private static final String VERSIONS = "\nSeen in ";

    private static final PlatformTable TABLE = new PlatformTable(SCENARIOS);
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
        Stream<DynamicTest> onJvm = SCENARIOS.stream()
                .map(scenario -> dynamicTest(scenario.name() + " [JVM]", () -> checkOnJvm(scenario)));
        Stream<DynamicTest> inBrowsers = browsers.all().stream()
                .flatMap(browser -> Platform.of(browser.engine()).flatMap(platform -> on(platform, browser)));
        DynamicTest page = dynamicTest("docs/platforms.md says what was seen", () -> checkPlatforms(browsers));
        return Stream.of(onJvm, inBrowsers, Stream.of(page)).flatMap(each -> each);
    }

    private static Stream<DynamicTest> on(Platform platform, WebBrowser browser) {
        BrowserPage page = openSuite(browser, platform.target());
        String where = " [" + platform.title() + "]";
        Stream<DynamicTest> each = IntStream.range(0, SCENARIOS.size()).mapToObj(
                number -> dynamicTest(SCENARIOS.get(number).name() + where, () -> check(platform, page, number)));
        DynamicTest last = dynamicTest("nothing is in the console but the library's warnings, each once" + where,
                () -> checkConsole(platform, page));
        return Stream.concat(each, Stream.of(last));
    }

    private static BrowserPage openSuite(WebBrowser browser, Target target) {
        BrowserPage page = browser.newPage();
        page.navigate("http://127.0.0.1:" + addresses.port() + "/suite/index.html?target=" + target.parameter());
        page.await("document.body.dataset.ready === '" + target.parameter() + "'");
        return page;
    }

    private static void checkOnJvm(ClientScenario scenario) throws IOException, InterruptedException {
        assertEquals(scenario.trace(), player.play(scenario), scenario.name() + " [JVM]");
        TABLE.isRightOnJvm(scenario);
    }

    private static void check(Platform platform, BrowserPage page, int number) {
        ClientScenario scenario = SCENARIOS.get(number);
        Object trace = page.evaluate("(...words) => play(...words)", number, addresses.port(), addresses.otherPort(),
                addresses.refusedPort());
        TraceCheck.check(scenario, platform, trace);
        TABLE.isRight(scenario, platform);
    }

    private static void checkConsole(Platform platform, BrowserPage page) {
        try (page) {
            assertEquals(WARNINGS, page.said(), platform.title());
        }
    }

    private static void checkPlatforms(Browsers browsers) throws IOException {
        if (!TABLE.isWhole()) {
            RunLog.say("docs/platforms.md is not compared, for not every scenario has run on every platform");
            return;
        }
        String made = TABLE.toString();
        Files.writeString(PAGE_OF_THIS_RUN, made + VERSIONS + browsers + ".\n");
        String kept = Files.readString(PAGE);
        assertIterableEquals(made.lines().toList(), kept.substring(0, kept.indexOf(VERSIONS)).lines().toList(),
                "docs/platforms.md is out of date; take the one of this run: cp e2e-tests/target/platforms.md docs/platforms.md");
    }
}
