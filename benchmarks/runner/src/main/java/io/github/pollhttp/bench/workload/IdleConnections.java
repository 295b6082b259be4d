package io.github.pollhttp.bench.workload;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.pollhttp.bench.peer.Peer;
import io.github.pollhttp.bench.peer.PolledPeer;
import io.github.pollhttp.bench.wire.Answer;
import io.github.pollhttp.bench.wire.Path;

/** W10: idle connections. To open them all, the client sends one request on each; the server answers when all requests have arrived. */
final class IdleConnections {
    private static final int FRAMES = 1000;

    private IdleConnections() {}

    static Figures run(Peer peer, Task task) throws Exception {
        peer.open(task.origin(), task.connections() + 1);
        peer.get(Path.plain(Path.SMALL), new Answer(Path.SMALL, true)); // allocates the memory that does not depend on the number of connections
        long before = memory();
        openAll(peer, task);
        long memory = memory() - before;
        Figures figures = new Meter().stop(task.connections(), 0, 0);
        return new Figures(figures.requests(), 0, 0, 0, 0, 0, 0, memory, figures.threads(), pollNanos(peer));
    }

    private static void openAll(Peer peer, Task task) {
        List<Peer.Call> calls = new ArrayList<>();
        int all = task.connections() + 1; // one connection is already open and is used again
        for (int i = 0; i < all; i++) {
            calls.add(peer.start(Path.gate(all), new Answer(Path.SMALL, true)));
        }
        while (!calls.isEmpty()) {
            calls.removeIf(Peer.Call::poll);
            Thread.onSpinWait();
        }
    }

    private static long pollNanos(Peer peer) {
        if (!(peer instanceof PolledPeer polled)) {
            return 0;
        }
        long[] nanos = new long[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            long begin = System.nanoTime();
            polled.pollIdle();
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return nanos[FRAMES / 2];
    }

    private static long memory() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc(); // three times, because references and cleaners need a collection each
            Thread.sleep(50);
        }
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
        return direct + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
