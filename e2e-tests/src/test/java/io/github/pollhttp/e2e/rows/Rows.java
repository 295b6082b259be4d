package io.github.pollhttp.e2e.rows;

import java.util.List;
import java.util.stream.Stream;

/** All rows. */
final class Rows {
    private Rows() {}

    static List<Row> all() {
        return Stream.of(CorsRows.list(), PreflightRows.list(), CredentialRows.list(), RedirectRows.list(),
                BrokenRows.list(), ExchangeRows.list(), UnreachableRows.list()).flatMap(List::stream).toList();
    }
}
