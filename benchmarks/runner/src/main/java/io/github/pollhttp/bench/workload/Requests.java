package io.github.pollhttp.bench.workload;

import io.github.pollhttp.bench.peer.Peer;
import io.github.pollhttp.bench.wire.Answer;

/** W1, W2, W6: a loop of small requests on one connection, which is open before the measurement starts. */
final class Requests {
    private Requests() {}

    static Figures run(Peer peer, Task task) throws Exception {
        Answer answer = new Answer(task.length(), task.thorough(), task.looksUp());
        peer.open(task.origin(), 1);
        peer.get(task.path(), answer);
        long requests = 0;
        long worst = 0;
        long before = 0;
        Meter meter = new Meter();
        while (before < task.nanos()) {
            peer.get(task.path(), answer);
            requests++;
            long now = meter.elapsed();
            worst = Math.max(worst, now - before);
            before = now;
        }
        return meter.stop(requests, requests * task.length(), worst);
    }
}
