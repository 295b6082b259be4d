package io.github.pollhttp.e2e.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.pollhttp.contract.ClientScenario;
import io.github.pollhttp.e2e.browser.Platform;

/** The page {@code docs/platforms.md}: the result of each scenario on each platform. */
final class PlatformTable {
    private static final String INTRODUCTION = """
            # The contract on every platform

            `mvn verify -Dbrowsers=all` generates this page and fails if it is out of date. Each row is one scenario of `contract-tests`: a small
            program, the server's responses, and the expected trace. The trace lists every status, every return code and the bytes that were read.

            "same" means that the platform has the trace that the contract expects. A number means that the browser or Node has another trace, and links
            to the reason. "JS" is JavaScript compiled by TeaVM, and "Wasm" is WasmGC. Chromium also plays each
            scenario in a dedicated worker, with the same result, and so does every browser with `-Dworkers=all`.

            """;

    private final List<ClientScenario> scenarios;
    private final Set<Cell> passed = new HashSet<>();

    /** @param platform null for the JVM */
    private record Cell(ClientScenario scenario, Platform platform) {}

    PlatformTable(List<ClientScenario> scenarios) {
        this.scenarios = scenarios;
    }

    void passedOnJvm(ClientScenario scenario) {
        passed.add(new Cell(scenario, null));
    }

    void passed(ClientScenario scenario, Platform platform) {
        passed.add(new Cell(scenario, platform));
    }

    /** Returns whether every scenario has passed on every platform. */
    boolean isComplete() {
        return passed.size() == scenarios.size() * (1 + Platform.all().size());
    }

    /** Returns the page without its last line, the versions. It is right only if the table is complete. */
    @Override
    public String toString() {
        List<String> reasons = new ArrayList<>();
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append(row("Scenario", Stream.concat(Stream.of("JVM"), Platform.all().stream().map(Platform::title))));
        page.append(row("---", Stream.generate(() -> "---").limit(1 + Platform.all().size())));
        for (ClientScenario scenario : scenarios) {
            page.append(row(scenario.name(), Stream.concat(Stream.of("same"), Platform.all().stream()
                    .map(platform -> cell(scenario.reason(platform.engine()), reasons)))));
        }
        page.append("\n## Reasons\n\n");
        for (int i = 0; i < reasons.size(); i++) {
            page.append(i + 1).append(". ").append(reasons.get(i)).append('\n');
        }
        return page.toString();
    }

    private static String row(String first, Stream<String> others) {
        return others.collect(Collectors.joining(" | ", "| " + first + " | ", " |\n"));
    }

    private static String cell(String reason, List<String> reasons) {
        if (reason.isEmpty()) {
            return "same";
        }
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
        return "[" + (reasons.indexOf(reason) + 1) + "](#reasons)";
    }
}
