package io.github.pollhttp.bench.workload;

import io.github.pollhttp.bench.peer.Peer;
import io.github.pollhttp.bench.wire.Answer;

/** W7: a loop of small requests on each of many connections, which are open before the measurement starts. */
final class ManyConnections {
    private static final int REQUESTS_A_CONNECTION = 10;

    private ManyConnections() {}

    static Figures run(Peer peer, Task task) throws Exception {
        Peer.Answers answers = () -> new Answer(task.length(), task.thorough());
        int batch = task.connections() * REQUESTS_A_CONNECTION;
        peer.open(task.origin(), task.connections());
        peer.loop(task.path(), task.connections(), batch, answers);
        long requests = 0;
        Meter meter = new Meter();
        while (meter.elapsed() < task.nanos()) {
            peer.loop(task.path(), task.connections(), batch, answers);
            requests += batch;
        }
        return meter.stop(requests, requests * task.length(), 0);
    }
}
