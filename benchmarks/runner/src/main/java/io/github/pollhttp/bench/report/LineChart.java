package io.github.pollhttp.bench.report;

import java.util.List;
import java.util.Locale;

import io.github.pollhttp.bench.result.Growth;
import io.github.pollhttp.bench.result.Growth.Point;
import io.github.pollhttp.bench.result.Growth.Series;

/**
 * A line chart in SVG, with two logarithmic axes. Proportional growth is a line with the slope 1. This class draws the chart itself, because chart
 * libraries need AWT and its fonts, which a machine without a screen does not have.
 */
final class LineChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int LEFT = 80;
    private static final int RIGHT = 150;
    private static final int TOP = 44;
    private static final int BOTTOM = 56;
    private static final int LINE_HEIGHT = 18;
    private static final List<String> PREFIXES = List.of("", "k", "M", "G");
    private static final List<String> COLOURS = List.of("#0969da", "#cf222e", "#1a7f37", "#9a6700", "#8250df");

    private final Growth growth;
    private final Axis across;
    private final Axis up;
    private final StringBuilder svg = new StringBuilder();

    LineChart(Growth growth) {
        this.growth = growth;
        across = Axis.of(points(growth).stream().mapToDouble(Point::x).toArray());
        up = Axis.of(points(growth).stream().mapToDouble(Point::y).toArray());
    }

    /** The smallest and the largest power of ten of an axis. */
    private record Axis(int from, int to) {
        static Axis of(double... values) {
            double least = 1;
            double most = 1;
            for (int i = 0; i < values.length; i++) {
                least = i == 0 ? values[i] : Math.min(least, values[i]);
                most = i == 0 ? values[i] : Math.max(most, values[i]);
            }
            int from = (int) Math.floor(Math.log10(least));
            return new Axis(from, Math.max(from + 1, (int) Math.ceil(Math.log10(most))));
        }

        double share(double value) {
            return (Math.log10(value) - from) / (to - from);
        }
    }

    private static List<Point> points(Growth growth) {
        return growth.series().stream().flatMap(each -> each.points().stream()).filter(point -> point.y() > 0)
                .toList();
    }

    String svg() {
        add("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='13'>",
                WIDTH,
                HEIGHT);
        add("<title>%s</title><rect width='100%%' height='100%%' fill='#fff'/>", growth.title());
        label(WIDTH / 2.0, TOP - 20, "middle", growth.title());
        grid();
        label((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 14, "middle", growth.xLabel());
        add("<text transform='translate(18 %d) rotate(-90)' text-anchor='middle'>%s</text>",
                (TOP + HEIGHT - BOTTOM) / 2,
                growth.yLabel());
        for (int i = 0; i < growth.series().size(); i++) {
            series(growth.series().get(i), COLOURS.get(i % COLOURS.size()), TOP + 10 + i * LINE_HEIGHT);
        }
        return svg.append("</svg>\n").toString();
    }

    private void grid() {
        for (int power = across.from(); power <= across.to(); power++) {
            double x = x(Math.pow(10, power));
            add("<path d='M%.1f %d V%d' stroke='#d0d7de'/>", x, TOP, HEIGHT - BOTTOM);
            label(x, HEIGHT - BOTTOM + LINE_HEIGHT, "middle", power(power));
        }
        for (int power = up.from(); power <= up.to(); power++) {
            double y = y(Math.pow(10, power));
            add("<path d='M%d %.1f H%d' stroke='#d0d7de'/>", LEFT, y, WIDTH - RIGHT);
            label(LEFT - 8, y + 4, "end", power(power));
        }
    }

    private void series(Series series, String colour, int legend) {
        StringBuilder line = new StringBuilder();
        for (Point point : series.points()) {
            if (point.y() > 0) {
                line.append(format("%.1f,%.1f ", x(point.x()), y(point.y())));
                add("<circle cx='%.1f' cy='%.1f' r='3.5' fill='%s'/>", x(point.x()), y(point.y()), colour);
            }
        }
        add("<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>", line.toString().strip(), colour);
        add("<path d='M%d %d h18' stroke='%s' stroke-width='2'/>", WIDTH - RIGHT + 12, legend - 4, colour);
        label(WIDTH - RIGHT + 36, legend, "start", series.name());
    }

    private double x(double value) {
        return LEFT + across.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - up.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    /** Formats a power of ten, for example as 10 k, because long numbers would overlap. */
    private static String power(int power) {
        if (power < 0) {
            return format("%." + -power + "f", Math.pow(10, power));
        }
        int thousands = Math.min(power / 3, PREFIXES.size() - 1);
        return (format("%d", Math.round(Math.pow(10, power - 3 * thousands))) + " " + PREFIXES.get(thousands)).strip();
    }

    private void label(double x, double y, String anchor, String text) {
        add("<text x='%.1f' y='%.1f' text-anchor='%s'>%s</text>", x, y, anchor, text);
    }

    private void add(String pattern, Object... values) {
        svg.append(format(pattern, values)).append('\n');
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
