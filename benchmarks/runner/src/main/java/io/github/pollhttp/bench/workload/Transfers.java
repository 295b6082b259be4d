package io.github.pollhttp.bench.workload;

import io.github.pollhttp.bench.peer.Peer;
import io.github.pollhttp.bench.wire.Answer;
import io.github.pollhttp.bench.wire.Path;
import io.github.pollhttp.bench.wire.Pattern;

/** W3 to W6: one large body after the other, on a connection that is open before the measurement starts. */
final class Transfers {
    private Transfers() {}

    static Figures download(Peer peer, Task task) throws Exception {
        connect(peer, task);
        Answer answer = new Answer(task.length(), task.thorough());
        return repeat(task, () -> peer.get(task.path(), answer));
    }

    static Figures upload(Peer peer, Task task) throws Exception {
        byte[] content = Pattern.bytes((int) task.length());
        connect(peer, task);
        Answer answer = new Answer(Path.SMALL, true);
        return repeat(task, () -> peer.post(task.path(), content, answer));
    }

    /** Repeats the transfer for the duration of the task, because the CPU clock of the system advances only every 10 ms. */
    private static Figures repeat(Task task, Transfer transfer) throws Exception {
        long count = 0;
        Meter meter = new Meter();
        do {
            transfer.run();
            count++;
        } while (meter.elapsed() < task.nanos());
        return meter.stop(count, count * task.length(), 0);
    }

    private interface Transfer {
        void run() throws Exception;
    }

    private static void connect(Peer peer, Task task) throws Exception {
        peer.open(task.origin(), 1);
        peer.get(Path.plain(Path.SMALL), new Answer(Path.SMALL, true));
    }
}
