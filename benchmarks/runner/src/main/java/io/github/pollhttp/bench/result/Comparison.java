package io.github.pollhttp.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.pollhttp.bench.peer.Peers;
import io.github.pollhttp.bench.workload.Figures;

/** The results of one workload. */
public record Comparison(String id, String title, Kind kind, List<Row> rows) {

    /** The kind of a workload, which decides the columns of its table. */
    public enum Kind {
        REQUESTS, TRANSFER, FRAMES, IDLE, COLD_START
    }

    /**
     * The rounds of one peer.
     *
     * @param jarBytes the size of all jars that the peer needs; measured only for the cold start
     * @param fault    the error of a peer that failed; otherwise null
     */
    public record Row(Peers peer, List<Round> rounds, long jarBytes, String fault) {

        /** @return the median of the rounds, and the extremes */
        public Spread spread(Measure measure) {
            return Spread.of(rounds.stream().mapToDouble(measure::of).toArray());
        }

        /** @return the ratios of the rounds with the same number, because other work of the machine affects both in the same way */
        public Spread ratio(Row floor, Measure measure) {
            return Spread.of(IntStream.range(0, Math.min(rounds.size(), floor.rounds.size()))
                    .mapToDouble(i -> measure.of(rounds.get(i)) / measure.of(floor.rounds.get(i))).toArray());
        }
    }

    /** @param serverCpuNanos the CPU time of the server process during the round */
    public record Round(Figures figures, long serverCpuNanos) {}

    /** Computes one figure of a round. */
    public interface Measure {
        double of(Round round);
    }

    public static Comparison of(String id, String title, Kind kind) {
        return new Comparison(id, title, kind, new ArrayList<>());
    }

    /** @return the row of a peer; null if the peer failed or did not take part */
    public Row row(Peers peer) {
        return rows.stream().filter(row -> row.peer() == peer && row.fault() == null).findFirst().orElse(null);
    }
}
