package io.github.pollhttp.bench.workload;

/**
 * What one run of a task has measured; what a workload does not measure is 0.
 *
 * @param requests    how many exchanges
 * @param bytes       of all their bodies
 * @param nanos       of wall time
 * @param cpuNanos    of the whole client process, its collector and compiler among them
 * @param allocated   bytes, by all threads
 * @param worstNanos  the longest call
 * @param worstCpuNanos the most that one call has used of a core: less than the longest, if that was kept waiting for a core
 * @param memory      bytes that stay allocated, on the heap and in direct buffers
 * @param threads     how many were alive at the end
 * @param pollNanos   what one frame costs in which every connection is polled and has nothing to do
 */
public record Figures(long requests, long bytes, long nanos, long cpuNanos, long allocated, long worstNanos,
        long worstCpuNanos, long memory, int threads, long pollNanos) {

    /** A failure of the task, as one line of JSON instead. */
    public record Fault(String error) {}
}
