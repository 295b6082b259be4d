package io.github.pollhttp.contract.server;

import java.util.List;
import java.util.stream.Stream;

import io.github.pollhttp.contract.AllClientScenarios;
import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.convenience.AllConvenienceScenarios;
import io.github.pollhttp.contract.gdx.AllNetScenarios;
import io.github.pollhttp.contract.httprequest.AllRequestScenarios;

/** The scenarios that a test run plays: all of them, or with {@code -Dscenario=TEXT} those whose name contains TEXT. */
public final class SelectedScenarios {
    private static final String SETTING = "scenario";
    private static final String TEXT = System.getProperty(SETTING, "");

    private SelectedScenarios() {}

    /** Returns whether the run plays all scenarios. */
    public static boolean areAll() {
        return TEXT.isEmpty();
    }

    /**
     * Returns the scenarios of a list that the run plays, in the list's order.
     *
     * @param scenarios one of the lists of scenarios
     * @throws IllegalArgumentException if no scenario of any list has a name that contains the text, so that a misspelt name cannot pass unseen
     */
    public static <S extends Scenario<?>> List<S> of(List<S> scenarios) {
        if (every().noneMatch(SelectedScenarios::isSelected)) {
            throw new IllegalArgumentException(
                    "No scenario's name contains \"" + TEXT + "\". Give -D" + SETTING
                            + " a part of a scenario's name.");
        }
        return scenarios.stream().filter(SelectedScenarios::isSelected).toList();
    }

    static Stream<Scenario<?>> every() {
        return Stream.of(AllClientScenarios.list(), AllRequestScenarios.list(), AllConvenienceScenarios.list(),
                AllNetScenarios.list()).flatMap(List::stream);
    }

    private static boolean isSelected(Scenario<?> scenario) {
        return scenario.name().contains(TEXT);
    }
}
