package io.github.pollhttp.bench.result;

import java.util.List;

/**
 * How something grows: a picture.
 *
 * @param id   names its files
 * @param xLabel with its unit
 * @param yLabel with its unit
 */
public record Growth(String id, String title, String xLabel, String yLabel, List<Series> series) {

    /** One line of it. */
    public record Series(String name, List<Point> points) {}

    /** Medians. */
    public record Point(double x, double y) {}
}
