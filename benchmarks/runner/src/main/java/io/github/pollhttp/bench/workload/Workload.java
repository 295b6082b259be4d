package io.github.pollhttp.bench.workload;

import io.github.pollhttp.bench.peer.Peer;

/** The kinds of work. */
public enum Workload {
    /** Small requests on one connection. */
    REQUESTS(Requests::run),
    /** Downloads of a large body. */
    DOWNLOAD(Transfers::download),
    /** Uploads of a large body. */
    UPLOAD(Transfers::upload),
    /** Small requests on each of many connections. */
    MANY_CONNECTIONS(ManyConnections::run),
    /** The loop of a game, with a download and small requests at the same time. */
    FRAME_LOOP(FrameLoop::run),
    /** Many idle connections. */
    IDLE_CONNECTIONS(IdleConnections::run);

    private final Run run;

    Workload(Run run) {
        this.run = run;
    }

    /** @param peer a peer that is not open yet */
    public static Figures run(Peer peer, Task task) throws Exception {
        return task.workload().run.run(peer, task);
    }

    private interface Run {
        Figures run(Peer peer, Task task) throws Exception;
    }
}
