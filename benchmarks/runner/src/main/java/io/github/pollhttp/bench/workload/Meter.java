package io.github.pollhttp.bench.workload;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

import io.github.pollhttp.bench.process.ProcessCpu;

/** Measures real time, CPU time and allocation, from the constructor to {@link #stop}. */
final class Meter {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long allocated = allocated();
    private final long cpu = ProcessCpu.nanos();
    private final long begin = System.nanoTime();

    Figures stop(long requests, long bytes, long worstNanos) {
        return stop(requests, bytes, worstNanos, 0);
    }

    Figures stop(long requests, long bytes, long worstNanos, long worstCpuNanos) {
        long nanos = System.nanoTime() - begin;
        return new Figures(requests, bytes, nanos, ProcessCpu.nanos() - cpu, allocated() - allocated, worstNanos,
                worstCpuNanos, 0, THREADS.getThreadCount(), 0);
    }

    long elapsed() {
        return System.nanoTime() - begin;
    }

    /** The bytes that all live threads have allocated. The threads of the peers live until the end. */
    private static long allocated() {
        long sum = 0;
        for (long each : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, each);
        }
        return sum;
    }
}
