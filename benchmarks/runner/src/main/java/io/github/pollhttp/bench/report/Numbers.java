package io.github.pollhttp.bench.report;

import java.util.Locale;

import io.github.pollhttp.bench.result.Spread;

/** Formats figures for the tables, with three significant digits. */
final class Numbers {
    private Numbers() {}

    static String of(double value) {
        double size = Math.abs(value);
        if (size >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }

    /** Formats the median, followed by the extremes if they differ. */
    static String of(Spread spread) {
        String median = of(spread.median());
        return spread.least() == spread.most()
                ? median
                : median + " (" + of(spread.least()) + "–" + of(spread.most()) + ")";
    }
}
