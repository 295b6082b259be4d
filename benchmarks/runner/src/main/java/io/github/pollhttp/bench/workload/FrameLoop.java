package io.github.pollhttp.bench.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.pollhttp.bench.peer.Peer;
import io.github.pollhttp.bench.wire.Answer;
import io.github.pollhttp.bench.wire.Path;

/**
 * W9: a loop with 60 frames a second that only polls one large download and several small requests. All of them start in the first frame, without
 * open connections. It measures the time until the loop has seen the end of all requests, and the longest call, because a long call makes a game drop
 * a frame.
 */
final class FrameLoop {
    private static final long FRAME_NANOS = TimeUnit.SECONDS.toNanos(1) / 60;

    private final CallClock clock = new CallClock();

    private FrameLoop() {}

    static Figures run(Peer peer, Task task) throws Exception {
        peer.open(task.origin(), task.connections());
        return new FrameLoop().play(peer, task);
    }

    private Figures play(Peer peer, Task task) {
        Meter meter = new Meter();
        List<Peer.Call> calls = new ArrayList<>();
        long frames = 0;
        begin(peer, task, calls);
        do {
            clock.begin();
            for (int i = calls.size() - 1; i >= 0; i--) {
                boolean over = calls.get(i).poll();
                clock.called();
                if (over) {
                    calls.remove(i);
                }
            }
            frames++;
            sleep(meter, frames * FRAME_NANOS, calls);
        } while (!calls.isEmpty());
        return meter.stop(frames, task.length(), clock.longest(), clock.mostCpu());
    }

    private void begin(Peer peer, Task task, List<Peer.Call> calls) {
        clock.begin();
        calls.add(peer.start(task.path(), new Answer(task.length(), task.thorough())));
        clock.called();
        for (int i = 1; i < task.connections(); i++) {
            calls.add(peer.start(Path.plain(Path.SMALL), new Answer(Path.SMALL, task.thorough())));
            clock.called();
        }
    }

    private static void sleep(Meter meter, long until, List<Peer.Call> calls) {
        while (!calls.isEmpty() && meter.elapsed() < until) {
            LockSupport.parkNanos(until - meter.elapsed());
        }
    }
}
