package io.github.pollhttp.bench.workload;

/**
 * What a worker is told to do, as one line of JSON.
 *
 * @param workload    which
 * @param origin      of the server
 * @param path        what to ask for
 * @param length      of the answer's body; of the request's, for an upload
 * @param connections how many at a time
 * @param nanos       for how long; 0 for once
 * @param thorough    whether every byte of the body is compared
 */
public record Task(Workload workload, String origin, String path, long length, int connections, long nanos,
        boolean thorough) {

    public Task thoroughly() {
        return new Task(workload, origin, path, length, connections, nanos, true);
    }

    public Task lasting(long otherNanos) {
        return new Task(workload, origin, path, length, connections, otherNanos, thorough);
    }
}
