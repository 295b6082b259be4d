package io.github.pollhttp.bench.workload;

/**
 * The figures of one run of a task. A figure that the workload does not measure is 0.
 *
 * @param requests      the number of exchanges; for the frame loop the number of frames, for idle connections their number
 * @param bytes         the length of all bodies together
 * @param nanos         the real time
 * @param cpuNanos      the CPU time of the client process, with its garbage collector and its JIT compiler
 * @param allocated     the bytes that all threads have allocated
 * @param worstNanos    the real time of the longest call
 * @param worstCpuNanos the most CPU time of one call; it can be less than {@code worstNanos}, because a call may wait for a core
 * @param memory        the bytes that stay allocated, on the heap and in direct buffers
 * @param threads       the number of live threads at the end
 * @param pollNanos     the time of one frame that polls all idle connections
 */
public record Figures(long requests, long bytes, long nanos, long cpuNanos, long allocated, long worstNanos,
        long worstCpuNanos, long memory, int threads, long pollNanos) {

    /** The error of a task that failed, sent instead of the figures. */
    public record Fault(String error) {}
}
