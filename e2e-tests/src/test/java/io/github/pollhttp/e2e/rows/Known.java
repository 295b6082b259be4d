package io.github.pollhttp.e2e.rows;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows that fail because the library does not do them yet. A row of this list that does not fail in every browser has to leave it. */
final class Known {
    private static final String NO_WEB_OPTIONS = "there are no WebOptions yet: RowProgram.include() has nothing to call";

    private static final Map<String, String> KNOWN = Stream.of(
            "11 with credentials, an answer for this origin and with credentials is read",
            "11 with credentials, an answer for any origin is refused",
            "11 with credentials, an answer without Access-Control-Allow-Credentials is refused",
            "11 with credentials, an answer with \"True\" is refused",
            "9 with credentials, a star allows no method",
            "9 with credentials, a star allows no header")
            .collect(Collectors.toMap(each -> each, each -> NO_WEB_OPTIONS));

    private Known() {}

    static boolean isKnown(Row row) {
        return KNOWN.containsKey(row.name());
    }
}
