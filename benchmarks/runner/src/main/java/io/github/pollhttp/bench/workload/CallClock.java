package io.github.pollhttp.bench.workload;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Measures the longest of the calls on one thread, in real time and in CPU time. Only the CPU time depends on the called code alone. */
final class CallClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long nanos;
    private long cpu;
    private long longest;
    private long mostCpu;

    /** Called before the first call. */
    void begin() {
        cpu = THREADS.getCurrentThreadCpuTime();
        nanos = System.nanoTime();
    }

    /** Called after each call; the next call begins at once. */
    void called() {
        longest = Math.max(longest, System.nanoTime() - nanos);
        mostCpu = Math.max(mostCpu, THREADS.getCurrentThreadCpuTime() - cpu);
        begin();
    }

    long longest() {
        return longest;
    }

    long mostCpu() {
        return mostCpu;
    }
}
