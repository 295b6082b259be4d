package io.github.pollhttp.bench.process;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/** The CPU time of this process, with all threads and the garbage collector. */
public final class ProcessCpu {
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    private ProcessCpu() {}

    public static long nanos() {
        return SYSTEM.getProcessCpuTime();
    }
}
