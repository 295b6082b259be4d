package io.github.pollhttp.bench.result;

import java.util.Arrays;

/** The median of several figures, and the extremes. */
public record Spread(double least, double median, double most) {

    public static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }
}
