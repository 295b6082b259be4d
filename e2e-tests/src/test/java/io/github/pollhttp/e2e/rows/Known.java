package io.github.pollhttp.e2e.rows;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.pollhttp.contract.Engine;

/**
 * Rows that fail because the library does not do right yet. One that no longer fails has to leave this list.
 *
 * @param row     the name of the row
 * @param engines where it fails
 * @param why     what is missing
 */
record Known(String row, Set<Engine> engines, String why) {
    private static final List<Known> KNOWN = List.of(
            new Known("31 the status 131072 HI", EnumSet.of(Engine.CHROMIUM),
                    "Chromium shows the code 0, and the library takes it for an answer"));

    static boolean isKnown(Row row, Engine engine) {
        return KNOWN.stream().anyMatch(each -> each.row.equals(row.name()) && each.engines.contains(engine));
    }
}
