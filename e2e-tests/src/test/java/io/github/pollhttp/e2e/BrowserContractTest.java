package io.github.pollhttp.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.Scenarios;
import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.contract.server.ScenarioPlayer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract's scenarios in every browser of the run, as JavaScript and as WasmGC, each beside the JVM's trace of the same scenario. */
@ExtendWith(BrowsersOfTheRun.class)
class BrowserContractTest {
    private static final List<Scenario> SCENARIOS = Scenarios.all();
    private static ScenarioPlayer player;

    @BeforeAll
    static void startServers() throws IOException {
        player = ScenarioPlayer.start(new SuitePages());
    }

    @AfterAll
    static void stopServers() throws IOException {
        player.close();
    }

    @TestFactory
    Stream<DynamicTest> scenarios(Browsers browsers) throws IOException {
        return browsers.all().stream()
                .flatMap(browser -> Stream.of("js", "wasm").flatMap(target -> on(browser, target)));
    }

    private static Stream<DynamicTest> on(WebBrowser browser, String target) {
        ServerAddresses addresses;
        try {
            addresses = player.addresses();
        } catch (IOException e) {
            throw new RuntimeException(e);
        }
        BrowserPage page = browser.newPage();
        page.navigate("http://127.0.0.1:" + addresses.port() + "/suite/index.html?target=" + target);
        page.await("document.body.dataset.ready === '" + target + "'");
        String where = " [" + browser.engine().title() + " " + target + "]";
        Stream<DynamicTest> each = IntStream.range(0, SCENARIOS.size())
                .mapToObj(number -> dynamicTest(SCENARIOS.get(number).name() + where, () -> {
                    Object trace = page.evaluate("(n, a, b, c) => play(n, a, b, c)", number, addresses.port(),
                            addresses.otherPort(), addresses.refusedPort());
                    assertEquals(SCENARIOS.get(number).browserTrace(), trace);
                }));
        return Stream.concat(each, Stream.of(dynamicTest("quiet" + where, () -> {
            List<String> said = page.said();
            page.close();
            assertEquals(List.of(), said);
        })));
    }
}
