package io.github.pollhttp.bench.workload;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The longest of one thread's calls: by the wall's clock, and by what the thread had of a core, which is all that the called can help. */
final class CallClock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private long nanos;
    private long cpu;
    private long longest;
    private long mostCpu;

    /** Calls follow. */
    void begin() {
        cpu = THREADS.getCurrentThreadCpuTime();
        nanos = System.nanoTime();
    }

    /** One is over, and the next one begins. */
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
