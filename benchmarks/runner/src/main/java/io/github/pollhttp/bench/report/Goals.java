package io.github.pollhttp.bench.report;

import static io.github.pollhttp.bench.peer.Peers.GDX;
import static io.github.pollhttp.bench.peer.Peers.L2;
import static io.github.pollhttp.bench.peer.Peers.POLLHTTP;
import static io.github.pollhttp.bench.peer.Peers.POLLHTTP_REQUEST;
import static io.github.pollhttp.bench.peer.Peers.POLLHTTP_THREADS;

import java.util.List;

import io.github.pollhttp.bench.result.Comparison.Round;
import io.github.pollhttp.bench.wire.Path;

/** The goals of the project. */
final class Goals {
    private static final String PER_REQUEST = "bytes allocated a request";
    private static final String BESIDE_BODY = "bytes allocated a request, without the body";
    private static final String PER_MIB = "bytes allocated a MiB";
    private static final String CALL = "ms in the longest call";

    static final List<Goal> ALL = List.of(Goal.speed("W1", POLLHTTP, 0.9, L2),
            Goal.best("W1", POLLHTTP, true, 1.7),
            Goal.atMost("W1", POLLHTTP, 200, PER_REQUEST, Measures::allocatedPerRequest),
            Goal.speed("W1", POLLHTTP_REQUEST, 0.85, POLLHTTP), //
            Goal.best("W1", POLLHTTP_REQUEST, true, 1.5),
            Goal.atMost("W1", POLLHTTP_REQUEST, 1536, BESIDE_BODY, Goals::allocatedBesideBody),
            Goal.speed("W2", POLLHTTP, 0.85, L2),
            Goal.atMost("W2", POLLHTTP, 400, PER_REQUEST, Measures::allocatedPerRequest),
            Goal.speed("W3", POLLHTTP, 0.92, L2), //
            Goal.atMost("W3", POLLHTTP, 1, PER_MIB, Measures::allocatedPerMib),
            Goal.speed("W4a", POLLHTTP, 0.9, L2), //
            Goal.atMost("W4a", POLLHTTP, 1, PER_MIB, Measures::allocatedPerMib),
            Goal.speed("W4b", POLLHTTP, 0.9, L2), //
            Goal.atMost("W4b", POLLHTTP, 1, PER_MIB, Measures::allocatedPerMib),
            Goal.best("W5", POLLHTTP, true, 1), //
            Goal.speed("W6a", POLLHTTP, 0.9, L2),
            Goal.atMost("W6a", POLLHTTP, 4096, PER_REQUEST, Measures::allocatedPerRequest),
            Goal.best("W6b", POLLHTTP, true, 0.95),
            Goal.atMost("W6b", POLLHTTP, 102_400, PER_MIB, Measures::allocatedPerMib),
            Goal.speed("W7", POLLHTTP, 0.9, L2), //
            Goal.atMost("W7", POLLHTTP, 0, PER_REQUEST, Measures::allocatedPerRequest),
            Goal.speed("W7", POLLHTTP_REQUEST, 0.75, POLLHTTP), //
            Goal.time("W8", POLLHTTP, 1.15, L2), //
            Goal.time("W8", POLLHTTP_REQUEST, 1, GDX),
            Goal.atMost("W9a", POLLHTTP_REQUEST, 150, "ms in all", Measures::millis),
            Goal.atMost("W9a", POLLHTTP_REQUEST, 2.5, CALL, Measures::longestCallMillis),
            Goal.atMost("W9b", POLLHTTP_REQUEST, 2.5, CALL, Measures::longestCallMillis),
            Goal.atMost("W9c", POLLHTTP_REQUEST, 2.5, CALL, Measures::longestCallMillis),
            Goal.best("W9a", POLLHTTP_THREADS, false, 1.2),
            Goal.atMost("W9a", POLLHTTP_THREADS, 1, CALL, Measures::longestCallMillis),
            Goal.atMost("W9b", POLLHTTP_THREADS, 1, CALL, Measures::longestCallMillis),
            Goal.atMost("W9c", POLLHTTP_THREADS, 1, CALL, Measures::longestCallMillis),
            Goal.atMost("W10", POLLHTTP, 4096, "bytes a connection", Measures::memoryPerConnection),
            Goal.atMost("W10", POLLHTTP, 100, "µs a frame", Measures::pollMicros));

    static final List<BrowserGoal> BROWSERS = List.of(BrowserGoal.rate(0.8), BrowserGoal.longestPoll(2.5));

    private Goals() {}

    private static double allocatedBesideBody(Round round) {
        return Measures.allocatedPerRequest(round) - Path.SMALL;
    }
}
