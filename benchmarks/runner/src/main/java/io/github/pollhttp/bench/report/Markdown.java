package io.github.pollhttp.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.pollhttp.bench.peer.Peers;
import io.github.pollhttp.bench.result.Comparison;
import io.github.pollhttp.bench.result.Comparison.Kind;
import io.github.pollhttp.bench.result.Comparison.Row;
import io.github.pollhttp.bench.result.Growth;
import io.github.pollhttp.bench.result.Results;
import io.github.pollhttp.bench.result.Results.BrowserFigure;
import io.github.pollhttp.bench.result.Results.EngineFigure;

/** Writes the measured part of the page. */
final class Markdown {
    private final Results results;
    private final String folder;
    private final StringBuilder text = new StringBuilder();

    Markdown(Results results, String folder) {
        this.results = results;
        this.folder = folder;
    }

    String text() {
        text.append("Measured on ").append(results.machine().date()).append(" with `").append(results.command())
                .append("` on ").append(results.machine())
                .append(". Server and client share the machine and talk over loopback. Each figure is the median of the rounds, "
                        + "followed by the extremes in brackets. [All figures](")
                .append(folder).append("/results.json).\n");
        results.remarks().forEach(remark -> text.append('\n').append(remark).append('\n'));
        goals();
        results.comparisons().forEach(this::comparison);
        engine();
        browsers();
        results.growths().forEach(this::growth);
        return text.toString();
    }

    private void goals() {
        List<List<String>> rows = new ArrayList<>();
        for (Goal goal : Goals.ALL) {
            goal.measured(results.comparisons())
                    .ifPresent(figure -> rows.add(row(goal.id(), goal.client().title(), goal.bound(), figure)));
        }
        for (BrowserGoal goal : Goals.BROWSERS) {
            results.browsers().stream().filter(goal.isOf()).forEach(each -> rows
                    .add(row(goal.id(), BrowserGoal.client(each), goal.bound(), goal.figure().applyAsDouble(each))));
        }
        if (rows.isEmpty()) {
            return;
        }
        text.append("\n## Goals\n\n");
        line(List.of("", "client", "goal", "measured", ""));
        line(Collections.nCopies(5, "---"));
        rows.forEach(this::line);
    }

    private static List<String> row(String id, String client, Bound bound, double figure) {
        return List.of(id, client, bound.text(), Numbers.of(figure),
                bound.isReachedBy(figure) ? "reached" : "**missed**");
    }

    private void comparison(Comparison comparison) {
        List<Column> columns = Column.of(comparison.kind()).stream()
                .filter(column -> Column.isShown(comparison, column)).toList();
        text.append("\n## ").append(comparison.id()).append(": ").append(comparison.title()).append("\n\n");
        List<String> headings = new ArrayList<>(columns.stream().map(Column::heading).toList());
        headings.add(0, "");
        headings.add(2, "× L2");
        if (comparison.kind() == Kind.COLD_START) {
            headings.add("jars, KB");
        }
        line(headings);
        line(Collections.nCopies(headings.size(), "---"));
        comparison.rows().forEach(row -> line(cells(comparison, row, columns, headings.size())));
    }

    private static List<String> cells(Comparison comparison, Row row, List<Column> columns, int width) {
        List<String> cells = new ArrayList<>();
        cells.add(row.peer().isPollHttp() ? "**" + row.peer().title() + "**" : row.peer().title());
        if (row.fault() != null) {
            cells.add(row.fault().replace('|', '/').replace('\n', ' '));
            cells.addAll(Collections.nCopies(width - 2, ""));
            return cells;
        }
        columns.forEach(column -> cells.add(Numbers.of(row.spread(column.measure()))));
        Row floor = comparison.row(Peers.L2);
        cells.add(2, floor == null ? "" : Numbers.of(row.ratio(floor, columns.get(0).measure()).median()));
        if (comparison.kind() == Kind.COLD_START) {
            cells.add(Numbers.of(row.jarBytes() / 1e3));
        }
        return cells;
    }

    private void engine() {
        if (results.engine().isEmpty()) {
            return;
        }
        text.append("\n## The engine alone, by JMH\n\n");
        line(List.of("", "ns", "±", "bytes allocated"));
        line(Collections.nCopies(4, "---"));
        for (EngineFigure each : results.engine()) {
            line(List.of(each.name(), Numbers.of(each.nanos()), Numbers.of(each.error()),
                    Numbers.of(each.allocated())));
        }
    }

    private void browsers() {
        for (String workload : distinct(results.browsers().stream().map(BrowserFigure::workload))) {
            List<BrowserFigure> figures = results.browsers().stream()
                    .filter(each -> each.workload().equals(workload)).toList();
            List<String> engines = distinct(figures.stream().map(BrowserFigure::engine));
            text.append("\n## ").append(workload).append(", ").append(figures.get(0).unit()).append("\n\n");
            boolean compared = figures.stream().anyMatch(each -> each.toFetch() != null);
            List<String> headings = new ArrayList<>(List.of(""));
            engines.forEach(engine -> headings.addAll(compared ? List.of(engine, "× fetch") : List.of(engine)));
            line(headings);
            line(Collections.nCopies(headings.size(), "---"));
            for (String program : distinct(figures.stream().map(BrowserFigure::program))) {
                List<String> cells = new ArrayList<>(List.of(program));
                engines.forEach(engine -> cells.addAll(cells(figures, engine, program, compared)));
                line(cells);
            }
        }
    }

    private static List<String> cells(List<BrowserFigure> figures, String engine, String program, boolean compared) {
        Optional<BrowserFigure> figure = figures.stream()
                .filter(each -> each.engine().equals(engine) && each.program().equals(program)).findFirst();
        String value = figure.map(each -> Numbers.of(each.value())).orElse("");
        return compared
                ? List.of(value, figure.map(BrowserFigure::toFetch).map(Numbers::of).orElse(""))
                : List.of(value);
    }

    private static List<String> distinct(Stream<String> names) {
        return names.distinct().toList();
    }

    private void growth(Growth growth) {
        text.append("\n## ").append(growth.title()).append("\n\n![").append(growth.title()).append("](").append(folder)
                .append('/').append(growth.id()).append(".svg)\n");
    }

    private void line(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
