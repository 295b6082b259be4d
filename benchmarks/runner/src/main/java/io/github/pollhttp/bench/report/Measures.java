package io.github.pollhttp.bench.report;

import io.github.pollhttp.bench.result.Comparison.Kind;
import io.github.pollhttp.bench.result.Comparison.Measure;
import io.github.pollhttp.bench.result.Comparison.Round;

/** The figures of a round that tables and goals have in common. */
final class Measures {
    private static final double MIB = 1024 * 1024;

    private Measures() {}

    /** The figure that tells how fast a client is. */
    static Measure speed(Kind kind) {
        return switch (kind) {
            case REQUESTS -> round -> perSecond(round, requests(round));
            case TRANSFER -> round -> perSecond(round, round.figures().bytes()) / 1e6;
            case FRAMES, COLD_START -> Measures::millis;
            case IDLE -> Measures::memoryPerConnection;
        };
    }

    private static double perSecond(Round round, double count) {
        return count * 1e9 / round.figures().nanos();
    }

    private static double requests(Round round) {
        return round.figures().requests();
    }

    static double millis(Round round) {
        return round.figures().nanos() / 1e6;
    }

    static double cpuMicrosPerRequest(Round round) {
        return round.figures().cpuNanos() / 1e3 / requests(round);
    }

    static double allocatedPerRequest(Round round) {
        return round.figures().allocated() / requests(round);
    }

    static double allocatedPerMib(Round round) {
        return round.figures().allocated() / (round.figures().bytes() / MIB);
    }

    static double cpuSecondsPerGib(Round round) {
        return round.figures().cpuNanos() / 1e9 / (round.figures().bytes() / MIB / 1024);
    }

    static double longestCallMillis(Round round) {
        return round.figures().worstNanos() / 1e6;
    }

    static double memoryPerConnection(Round round) {
        return round.figures().memory() / requests(round);
    }

    static double pollMicros(Round round) {
        return round.figures().pollNanos() / 1e3;
    }
}
