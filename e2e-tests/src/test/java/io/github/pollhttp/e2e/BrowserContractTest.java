package io.github.pollhttp.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.Scenarios;
import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.contract.server.ScenarioPlayer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The contract's scenarios in Chromium, as JavaScript and as WasmGC, each beside the JVM's trace of the same scenario. */
class BrowserContractTest {
    private static final List<Scenario> SCENARIOS = Scenarios.all();
    private static Chromium chromium;
    private static ScenarioPlayer player;

    @BeforeAll
    static void startAll() throws IOException, InterruptedException {
        chromium = Chromium.launch();
        player = ScenarioPlayer.start(new SuitePages());
    }

    @AfterAll
    static void stopAll() throws IOException {
        player.close();
        chromium.close();
    }

    @TestFactory
    Stream<DynamicTest> asJavaScript() throws IOException {
        return scenarios("js");
    }

    @TestFactory
    Stream<DynamicTest> asWasm() throws IOException {
        return scenarios("wasm");
    }

    private static Stream<DynamicTest> scenarios(String target) throws IOException {
        ServerAddresses addresses = player.addresses();
        List<String> errors = new ArrayList<>();
        Page page = chromium.browser().newPage();
        page.onPageError(errors::add);
        page.navigate("http://127.0.0.1:" + addresses.port() + "/suite/index.html?target=" + target);
        page.waitForSelector("body[data-ready=" + target + "]", new Page.WaitForSelectorOptions()
                .setState(WaitForSelectorState.ATTACHED));
        Stream<DynamicTest> each = IntStream.range(0, SCENARIOS.size()).mapToObj(number -> DynamicTest
                .dynamicTest(SCENARIOS.get(number).name() + " [" + target + "]", () -> check(page, addresses, number)));
        DynamicTest quiet = DynamicTest.dynamicTest(
                "no promise is rejected and no exception thrown behind the scenes [" + target + "]",
                () -> assertEquals(List.of(), errors));
        return Stream.concat(each, Stream.of(quiet));
    }

    private static void check(Page page, ServerAddresses addresses, int number)
            throws IOException, InterruptedException {
        Scenario scenario = SCENARIOS.get(number);
        Object browserTrace = page.evaluate("([n, a, b, c]) => play(n, a, b, c)",
                List.of(number, addresses.port(), addresses.otherPort(), addresses.refusedPort()));
        assertEquals(scenario.browserTrace(), browserTrace);
        String jvmTrace = player.play(scenario);
        assertEquals(scenario.reason().isEmpty(), browserTrace.equals(jvmTrace),
                "the JVM's trace differs where no reason is given, or is the same where one is: " + jvmTrace);
    }
}
