package io.github.pollhttp.bench.workload;

import io.github.pollhttp.bench.peer.Peer;

/** The kinds of work. */
public enum Workload {
    /** Asks again and again, on one connection. */
    REQUESTS(Requests::run),
    /** One large body. */
    DOWNLOAD(Transfers::download),
    /** One large body the other way. */
    UPLOAD(Transfers::upload),
    /** Asks again and again on each of many connections. */
    MANY_CONNECTIONS(ManyConnections::run),
    /** A game's loop with a download and small requests at the same time. */
    FRAME_LOOP(FrameLoop::run),
    /** Many connections that have nothing to do. */
    IDLE_CONNECTIONS(IdleConnections::run);

    private final Run run;

    Workload(Run run) {
        this.run = run;
    }

    /** @param peer not yet opened */
    public static Figures run(Peer peer, Task task) throws Exception {
        return task.workload().run.run(peer, task);
    }

    private interface Run {
        Figures run(Peer peer, Task task) throws Exception;
    }
}
