package io.github.pollhttp.bench.report;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

import io.github.pollhttp.bench.peer.Peers;
import io.github.pollhttp.bench.result.Comparison;
import io.github.pollhttp.bench.result.Comparison.Measure;
import io.github.pollhttp.bench.result.Comparison.Row;

/**
 * A goal of one client at one workload.
 *
 * @param id     the workload
 * @param figure computes the figure to compare with the bound
 */
record Goal(String id, Peers client, Bound bound, Figure figure) {

    /** Computes the figure of a goal from the results of a workload. */
    interface Figure {
        /** @return empty if a client that the goal needs was not measured */
        OptionalDouble of(Comparison comparison, Row own);
    }

    /** @return a goal for requests or bytes a second, as a part of those of another client */
    static Goal speed(String id, Peers client, double bound, Peers other) {
        return new Goal(id, client, new Bound(true, bound, "× " + other.title()), toOther(other));
    }

    /** @return a goal for the time, as a multiple of that of another client */
    static Goal time(String id, Peers client, double bound, Peers other) {
        return new Goal(id, client, new Bound(false, bound, "× " + other.title()), toOther(other));
    }

    /** @return a goal for the figure that tells the speed, as a multiple of the best of the other libraries */
    static Goal best(String id, Peers client, boolean isRate, double bound) {
        return new Goal(id, client, new Bound(isRate, bound, "× the best other library"), (comparison, own) -> {
            DoubleStream ratios = comparison.rows().stream()
                    .filter(row -> row.fault() == null && !row.peer().isBare() && !row.peer().isPollHttp())
                    .mapToDouble(row -> own.ratio(row, Measures.speed(comparison.kind())).median());
            return isRate ? ratios.min() : ratios.max();
        });
    }

    /** @return a goal for the median of a figure */
    static Goal atMost(String id, Peers client, double bound, String unit, Measure measure) {
        return new Goal(id, client, new Bound(false, bound, unit),
                (comparison, own) -> OptionalDouble.of(own.spread(measure).median()));
    }

    private static Figure toOther(Peers other) {
        return (comparison, own) -> {
            Row row = comparison.row(other);
            return row == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(own.ratio(row, Measures.speed(comparison.kind())).median());
        };
    }

    /** @return empty if the run has not measured what the goal needs */
    OptionalDouble measured(List<Comparison> comparisons) {
        for (Comparison comparison : comparisons) {
            Row own = comparison.id().equals(id) ? comparison.row(client) : null;
            if (own != null) {
                return figure.of(comparison, own);
            }
        }
        return OptionalDouble.empty();
    }
}
