package io.github.pollhttp.e2e.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import io.github.pollhttp.contract.AllClientScenarios;
import io.github.pollhttp.contract.ClientScenario;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.Node;
import io.github.pollhttp.e2e.browser.Platform;
import io.github.pollhttp.e2e.browser.RunLog;

/**
 * The contract of HTTPClient, on the JVM, in every browser of the run and in Node. After a run on all platforms, {@code docs/platforms.md} has to
 * show the results of that run.
 */
class BrowserContractTest extends BrowserScenarios<ClientScenario> {
    static final List<String> WARNINGS = List.of(
            "warn: PollHTTP: only the browser sets the header user-agent, so it was left out.");
    private static final Path PAGE = Path.of("..", "docs", "platforms.md");
    private static final Path PAGE_OF_THIS_RUN = Path.of("target", "platforms.md");

    /** Begins the last line of the page, which names the versions on one machine and is not compared. */
    private static final String VERSIONS = "\nThis run used ";

    private final PlatformTable table = new PlatformTable(AllClientScenarios.list());

    BrowserContractTest() {
        super(AllClientScenarios.list(), "startClient", WARNINGS);
    }

    @Override
    @TestFactory
    Stream<DynamicTest> scenarios(Browsers browsers) {
        Stream<DynamicTest> onJvm = scenarios().stream()
                .map(scenario -> dynamicTest(scenario.name() + " [JVM]", () -> checkOnJvm(scenario)));
        DynamicTest page = dynamicTest("docs/platforms.md shows the results of this run",
                () -> checkPage(browsers));
        return Stream.of(onJvm, super.scenarios(browsers), Stream.of(page)).flatMap(each -> each);
    }

    private void checkOnJvm(ClientScenario scenario) throws IOException, InterruptedException {
        assertEquals(scenario.trace(), player().play(scenario), scenario.name() + " [JVM]");
        table.passedOnJvm(scenario);
    }

    @Override
    void passed(ClientScenario scenario, Platform platform) {
        table.passed(scenario, platform);
    }

    private void checkPage(Browsers browsers) throws IOException {
        if (!table.isComplete()) {
            RunLog.say("docs/platforms.md was not compared, because not every scenario ran on every platform. "
                    + "Add -Dbrowsers=all to compare it.");
            return;
        }
        String made = table.toString();
        String nodes = Node.all().stream().map(node -> ", Node " + node.version()).collect(Collectors.joining());
        Files.writeString(PAGE_OF_THIS_RUN, made + VERSIONS + browsers + nodes + ".\n");
        String kept = Files.readString(PAGE);
        int end = kept.indexOf(VERSIONS);
        assertIterableEquals(made.lines().toList(), kept.substring(0, end < 0 ? kept.length() : end).lines().toList(),
                "docs/platforms.md is out of date. Take the page of this run: cp e2e-tests/target/platforms.md docs/platforms.md");
    }
}
