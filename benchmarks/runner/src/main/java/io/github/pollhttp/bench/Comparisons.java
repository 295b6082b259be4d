package io.github.pollhttp.bench;

import java.io.IOException;
import java.util.List;

import io.github.pollhttp.bench.process.Server;
import io.github.pollhttp.bench.result.Comparison;
import io.github.pollhttp.bench.result.Comparison.Kind;
import io.github.pollhttp.bench.wire.Path;
import io.github.pollhttp.bench.workload.Task;
import io.github.pollhttp.bench.workload.Workload;

/** Runs the workloads W1 to W7, W9 and W10. */
final class Comparisons {
    private static final int FIELDS = 40;
    private static final int CONNECTIONS = 256;
    private static final int FRAME_CALLS = 33; // one download and 32 small requests

    private final Settings settings;
    private final Comparer comparer;
    private final Server server;
    private final List<Comparison> results;

    Comparisons(Settings settings, Comparer comparer, Server server, List<Comparison> results) {
        this.settings = settings;
        this.comparer = comparer;
        this.server = server;
        this.results = results;
    }

    void run() throws IOException {
        requests("W1", "small GET, one kept-alive connection", server.origin(), Path.plain(Path.SMALL));
        requests("W2", "the same with " + FIELDS + " response headers", server.origin(),
                Path.fields(FIELDS, Path.SMALL));
        long gib = settings.mib(1024);
        download("W3", "one body with Content-Length, " + mib(gib), server.origin(), Path.plain(gib), gib);
        long half = settings.mib(512);
        for (int chunk : new int[]{8 * 1024, 64 * 1024}) {
            download("W4", "one body in chunks of " + chunk / 1024 + " KiB, " + mib(half), server.origin(),
                    Path.chunked(chunk, half), half);
        }
        upload();
        requests("W6", "W1 over TLS 1.3", server.tlsOrigin(), Path.plain(Path.SMALL));
        download("W6", "W3 over TLS 1.3, " + mib(gib), server.tlsOrigin(), Path.plain(gib), gib);
        manyConnections();
        frames("W9", "", server.origin());
        frames("W9", ", over TLS", server.tlsOrigin());
        frames("W9", ", by name", server.namedOrigin());
        idleConnections();
    }

    private static String mib(long bytes) {
        return bytes / (1024 * 1024) + " MiB";
    }

    private void requests(String id, String title, String origin, String path) throws IOException {
        Task task = new Task(Workload.REQUESTS, origin, path, Path.SMALL, 1, settings.roundNanos(), false);
        compare(id, title, Kind.REQUESTS, task.lasting(settings.warmUpNanos()), task, settings.rounds());
    }

    private void download(String id, String title, String origin, String path, long length) throws IOException {
        Task task = new Task(Workload.DOWNLOAD, origin, path, length, 1, settings.roundNanos(), false);
        compare(id, title, Kind.TRANSFER, task.lasting(settings.warmUpNanos()), task, settings.rounds());
    }

    private void upload() throws IOException {
        long length = settings.mib(256);
        Task task = new Task(Workload.UPLOAD, server.origin(), Path.upload(), length, 1,
                settings.roundNanos(), false);
        compare("W5", "upload, " + mib(length), Kind.TRANSFER, task.lasting(settings.warmUpNanos()), task,
                settings.rounds());
    }

    private void manyConnections() throws IOException {
        Task task = new Task(Workload.MANY_CONNECTIONS, server.origin(), Path.plain(Path.SMALL), Path.SMALL,
                CONNECTIONS, settings.roundNanos(), false);
        compare("W7", "small GETs on " + CONNECTIONS + " connections", Kind.REQUESTS,
                task.lasting(settings.warmUpNanos()), task, settings.rounds());
    }

    private void frames(String id, String variant, String origin) throws IOException {
        long length = settings.mib(64);
        Task task = new Task(Workload.FRAME_LOOP, origin, Path.plain(length), length, FRAME_CALLS, 0, false);
        compare(id, "60 fps loop, " + mib(length) + " and " + (FRAME_CALLS - 1) + " small requests" + variant,
                Kind.FRAMES, task, task, settings.rounds());
    }

    private void idleConnections() throws IOException {
        int count = settings.idleConnections();
        Task task = new Task(Workload.IDLE_CONNECTIONS, server.origin(), Path.plain(Path.SMALL), Path.SMALL, count, 0,
                false);
        Task few = new Task(Workload.IDLE_CONNECTIONS, server.origin(), Path.plain(Path.SMALL), Path.SMALL, 10, 0,
                false);
        compare("W10", count + " idle kept-alive connections", Kind.IDLE, few, task, settings.quick() ? 1 : 3);
    }

    private void compare(String id, String title, Kind kind, Task warmUp, Task task, int rounds) throws IOException {
        if (settings.wants(id)) {
            results.add(comparer.compare(Comparison.of(id, title, kind), warmUp, task, rounds));
        }
    }
}
