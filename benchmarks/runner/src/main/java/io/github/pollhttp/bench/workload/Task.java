package io.github.pollhttp.bench.workload;

/**
 * The task of a worker, sent as one line of JSON.
 *
 * @param workload    the kind of work
 * @param origin      the origin of the server
 * @param path        the request target
 * @param length      the length of the response body; for an upload, of the request body
 * @param connections the number of connections
 * @param nanos       the shortest duration in nanoseconds; 0 to do the work once
 * @param thorough    whether every byte of the body is compared
 * @param looksUp     whether one header field of each response is looked up
 */
public record Task(Workload workload, String origin, String path, long length, int connections, long nanos,
        boolean thorough, boolean looksUp) {

    /** A task that looks up no header field, and does not compare every byte. */
    public Task(Workload workload, String origin, String path, long length, int connections, long nanos) {
        this(workload, origin, path, length, connections, nanos, false, false);
    }

    public Task lookingUp() {
        return new Task(workload, origin, path, length, connections, nanos, thorough, true);
    }

    public Task thoroughly() {
        return new Task(workload, origin, path, length, connections, nanos, true, looksUp);
    }

    public Task on(int otherConnections) {
        return new Task(workload, origin, path, length, otherConnections, nanos, thorough, looksUp);
    }

    public Task lasting(long otherNanos) {
        return new Task(workload, origin, path, length, connections, otherNanos, thorough, looksUp);
    }
}
