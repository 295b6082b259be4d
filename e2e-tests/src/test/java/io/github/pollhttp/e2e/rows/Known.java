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
    private static final Set<Engine> ALL = EnumSet.allOf(Engine.class);
    private static final String WITH = "with credentials, ";
    private static final String OPTIONS = "there are no WebOptions yet; RowProgram.include() has nothing to call";

    private static final List<Known> KNOWN = List.of(
            new Known("11 " + WITH + "an answer for this origin and with credentials is read", ALL, OPTIONS),
            new Known("11 " + WITH + "an answer for any origin is refused", ALL, OPTIONS),
            new Known("11 " + WITH + "an answer without Access-Control-Allow-Credentials is refused", ALL, OPTIONS),
            new Known("11 " + WITH + "an answer with \"True\" is refused", ALL, OPTIONS),
            new Known("9 " + WITH + "a star allows no method", ALL, OPTIONS),
            new Known("9 " + WITH + "a star allows no header", ALL, OPTIONS),
            new Known("31 the status 131072 HI", EnumSet.of(Engine.CHROMIUM),
                    "Chromium shows the code 0, and the library takes it for an answer"),
            new Known("40 the page's policy forbids the origin", ALL,
                    "the library does not listen to securitypolicyviolation yet"));

    static boolean isKnown(Row row, Engine engine) {
        return KNOWN.stream().anyMatch(each -> each.row.equals(row.name()) && each.engines.contains(engine));
    }
}
