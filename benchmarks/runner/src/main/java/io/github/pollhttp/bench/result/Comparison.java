package io.github.pollhttp.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.github.pollhttp.bench.peer.Peers;
import io.github.pollhttp.bench.workload.Figures;

/** One workload, and how each peer did it. */
public record Comparison(String id, String title, Kind kind, List<Row> rows) {

    /** Which figures say something. */
    public enum Kind {
        REQUESTS, TRANSFER, FRAMES, IDLE, COLD_START
    }

    /**
     * One peer's rounds.
     *
     * @param jarBytes of all that it needs; for the cold start alone
     * @param fault    why there are no rounds, or null
     */
    public record Row(Peers peer, List<Round> rounds, long jarBytes, String fault) {

        /** @return the round's figure in the middle, and the extremes */
        public Spread spread(Measure measure) {
            return Spread.of(rounds.stream().mapToDouble(measure::of).toArray());
        }

        /** @return round by round, for what the machine does in between falls on the rounds of one turn alike */
        public Spread ratio(Row floor, Measure measure) {
            return Spread.of(IntStream.range(0, Math.min(rounds.size(), floor.rounds.size()))
                    .mapToDouble(i -> measure.of(rounds.get(i)) / measure.of(floor.rounds.get(i))).toArray());
        }
    }

    /** @param serverCpuNanos what the server's process has used meanwhile */
    public record Round(Figures figures, long serverCpuNanos) {}

    /** One figure of a round. */
    public interface Measure {
        double of(Round round);
    }

    public static Comparison of(String id, String title, Kind kind) {
        return new Comparison(id, title, kind, new ArrayList<>());
    }

    /** @return null if that peer has not done it */
    public Row row(Peers peer) {
        return rows.stream().filter(row -> row.peer() == peer && row.fault() == null).findFirst().orElse(null);
    }
}
