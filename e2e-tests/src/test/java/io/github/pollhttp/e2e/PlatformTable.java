package io.github.pollhttp.e2e;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.pollhttp.contract.ClientScenario;

/** The page {@code docs/platforms.md}: what has become of each scenario on each platform. */
final class PlatformTable {
    private static final String INTRODUCTION = """
            # The contract on every platform

            A run of `mvn verify -Dbrowsers=all` makes this page. Each row is a scenario of `contract-tests`: a program, and the answers that it gets.
            *same* means that its trace, which is every status, return code and byte read, is the one that the contract demands. Where a browser cannot
            do the same, the number leads to the reason.

            """;

    private final List<ClientScenario> scenarios;
    private final Set<Cell> right = new HashSet<>();

    /** @param platform null for the JVM */
    private record Cell(ClientScenario scenario, Platform platform) {}

    PlatformTable(List<ClientScenario> scenarios) {
        this.scenarios = scenarios;
    }

    void isRightOnJvm(ClientScenario scenario) {
        right.add(new Cell(scenario, null));
    }

    void isRight(ClientScenario scenario, Platform platform) {
        right.add(new Cell(scenario, platform));
    }

    /** Whether every scenario did on every platform what it should. */
    boolean isWhole() {
        return right.size() == scenarios.size() * (1 + Platform.all().size());
    }

    /** The page, as it is when it is whole. */
    @Override
    public String toString() {
        List<String> reasons = new ArrayList<>();
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append(row("scenario", Stream.concat(Stream.of("JVM"), Platform.all().stream().map(Platform::title))));
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
