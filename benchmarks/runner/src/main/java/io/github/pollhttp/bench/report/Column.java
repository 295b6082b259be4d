package io.github.pollhttp.bench.report;

import java.util.List;

import io.github.pollhttp.bench.result.Comparison;
import io.github.pollhttp.bench.result.Comparison.Kind;
import io.github.pollhttp.bench.result.Comparison.Measure;

/**
 * A column of a table.
 *
 * @param heading the heading, with the unit
 * @param measure computes the figure of a round
 */
record Column(String heading, Measure measure) {
    /** The ratio to L2 is computed from the first column. */
    static List<Column> of(Kind kind) {
        return switch (kind) {
            case REQUESTS -> List.of(new Column("requests/s", Measures.speed(kind)),
                    new Column("CPU µs a request", Measures::cpuMicrosPerRequest),
                    new Column("bytes allocated a request", Measures::allocatedPerRequest),
                    new Column("longest, ms", Measures::longestCallMillis), threads(), serverBusy());
            case TRANSFER -> List.of(new Column("MB/s", Measures.speed(kind)),
                    new Column("CPU s a GiB", Measures::cpuSecondsPerGib),
                    new Column("bytes allocated a MiB", Measures::allocatedPerMib), serverBusy());
            case FRAMES -> List.of(new Column("ms in all", Measures.speed(kind)),
                    new Column("longest call, ms", Measures::longestCallMillis),
                    new Column("most CPU in a call, ms", round -> round.figures().worstCpuNanos() / 1e6),
                    new Column("frames", round -> round.figures().requests()),
                    new Column("CPU ms", round -> round.figures().cpuNanos() / 1e6), threads());
            case IDLE -> List.of(new Column("bytes a connection", Measures.speed(kind)),
                    new Column("µs a frame that polls all", Measures::pollMicros), threads());
            case COLD_START -> List.of(new Column("ms", Measures.speed(kind)));
        };
    }

    static boolean isShown(Comparison comparison, Column column) {
        return comparison.rows().stream().filter(row -> row.fault() == null)
                .anyMatch(row -> row.spread(column.measure()).most() > 0);
    }

    private static Column threads() {
        return new Column("threads", round -> round.figures().threads());
    }

    private static Column serverBusy() {
        return new Column("server busy, %", round -> 100.0 * round.serverCpuNanos() / round.figures().nanos());
    }
}
