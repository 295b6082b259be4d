package io.github.pollhttp.bench.report;

import java.util.Locale;

/**
 * What a figure must be to reach a goal.
 *
 * @param isLeast true if the value is the smallest figure that reaches the goal; false if it is the largest
 * @param unit    follows the value in the text of the goal
 */
record Bound(boolean isLeast, double value, String unit) {

    boolean isReachedBy(double measured) {
        return isLeast ? measured >= value : measured <= value;
    }

    /** @return for example "at least 0.90 × L2" */
    String text() {
        String number = value < 10 ? String.format(Locale.ROOT, "%.2f", value) : Numbers.of(value);
        return (isLeast ? "at least " : "at most ") + number + " " + unit;
    }
}
