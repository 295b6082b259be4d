package io.github.pollhttp.bench.report;

import java.util.List;

import io.github.pollhttp.bench.result.Comparison;
import io.github.pollhttp.bench.result.Comparison.Kind;
import io.github.pollhttp.bench.result.Comparison.Measure;
import io.github.pollhttp.bench.result.Comparison.Round;

/**
 * A column of a table.
 *
 * @param heading the heading, with the unit
 * @param measure computes the figure of a round
 */
record Column(String heading, Measure measure) {
    private static final double MIB = 1024 * 1024;

    /** The ratio to L2 is computed from the first column. */
    static List<Column> of(Kind kind) {
        return switch (kind) {
            case REQUESTS -> List.of(new Column("requests/s", round -> perSecond(round, round.figures().requests())),
                    new Column("CPU µs a request", round -> round.figures().cpuNanos() / 1e3 / requests(round)),
                    new Column("bytes allocated a request", round -> round.figures().allocated() / requests(round)),
                    new Column("longest, ms", round -> round.figures().worstNanos() / 1e6), threads(), serverBusy());
            case TRANSFER -> List.of(new Column("MB/s", round -> perSecond(round, round.figures().bytes()) / 1e6),
                    new Column("CPU s a GiB",
                            round -> round.figures().cpuNanos() / 1e9 / (round.figures().bytes() / MIB / 1024)),
                    new Column("bytes allocated a MiB",
                            round -> round.figures().allocated() / (round.figures().bytes() / MIB)),
                    serverBusy());
            case FRAMES -> List.of(new Column("ms in all", round -> round.figures().nanos() / 1e6),
                    new Column("longest call, ms", round -> round.figures().worstNanos() / 1e6),
                    new Column("most CPU in a call, ms", round -> round.figures().worstCpuNanos() / 1e6),
                    new Column("frames", round -> round.figures().requests()),
                    new Column("CPU ms", round -> round.figures().cpuNanos() / 1e6), threads());
            case IDLE -> List.of(
                    new Column("bytes a connection", round -> round.figures().memory() / requests(round)),
                    new Column("µs a frame that polls all", round -> round.figures().pollNanos() / 1e3), threads());
            case COLD_START -> List.of(new Column("ms", round -> round.figures().nanos() / 1e6));
        };
    }

    /** Returns true if a greater figure in the first column is better. */
    static boolean isRate(Kind kind) {
        return kind == Kind.REQUESTS || kind == Kind.TRANSFER;
    }

    static boolean isShown(Comparison comparison, Column column) {
        return comparison.rows().stream().filter(row -> row.fault() == null)
                .anyMatch(row -> row.spread(column.measure()).most() > 0);
    }

    private static double perSecond(Round round, double count) {
        return count * 1e9 / round.figures().nanos();
    }

    private static double requests(Round round) {
        return round.figures().requests();
    }

    private static Column threads() {
        return new Column("threads", round -> round.figures().threads());
    }

    private static Column serverBusy() {
        return new Column("server busy, %", round -> 100.0 * round.serverCpuNanos() / round.figures().nanos());
    }
}
