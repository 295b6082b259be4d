package io.github.pollhttp.bench.result;

import java.util.List;

/**
 * The data of a line chart.
 *
 * @param id     the name of its file
 * @param xLabel the label of the x axis, with the unit
 * @param yLabel the label of the y axis, with the unit
 */
public record Growth(String id, String title, String xLabel, String yLabel, List<Series> series) {

    /** One line of the chart. */
    public record Series(String name, List<Point> points) {}

    /** One point of a line; {@code y} is a median. */
    public record Point(double x, double y) {}
}
