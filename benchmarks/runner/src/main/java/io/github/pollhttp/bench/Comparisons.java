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
        requests("W1", "small GET, one kept-alive connection",
                task(Workload.REQUESTS, server.origin(), Path.plain(Path.SMALL), Path.SMALL));
        requests("W2", "the same with " + FIELDS + " response headers, of which one is looked up",
                task(Workload.REQUESTS, server.origin(), Path.fields(FIELDS, Path.SMALL), Path.SMALL).lookingUp());
        long gib = settings.mib(1024);
        transfers("W3", "one body with Content-Length, " + mib(gib),
                task(Workload.DOWNLOAD, server.origin(), Path.plain(gib), gib));
        long half = settings.mib(512);
        chunked("W4a", 8 * 1024, half);
        chunked("W4b", 64 * 1024, half);
        long upload = settings.mib(256);
        transfers("W5", "upload, " + mib(upload),
                task(Workload.UPLOAD, server.origin(), Path.upload(), upload));
        requests("W6a", "W1 over TLS 1.3",
                task(Workload.REQUESTS, server.tlsOrigin(), Path.plain(Path.SMALL), Path.SMALL));
        long body = settings.mib(64); // not longer, because HTTPRequest holds it in memory
        transfers("W6b", "bodies of " + mib(body) + " over TLS 1.3",
                task(Workload.DOWNLOAD, server.tlsOrigin(), Path.plain(body), body));
        requests("W7", "small GETs on " + CONNECTIONS + " connections",
                task(Workload.MANY_CONNECTIONS, server.origin(), Path.plain(Path.SMALL), Path.SMALL)
                        .on(CONNECTIONS));
        frames("W9a", "", server.origin());
        frames("W9b", ", over TLS", server.tlsOrigin());
        frames("W9c", ", by name", server.namedOrigin());
        idleConnections();
    }

    private static String mib(long bytes) {
        return bytes / (1024 * 1024) + " MiB";
    }

    private Task task(Workload workload, String origin, String path, long length) {
        return new Task(workload, origin, path, length, 1, settings.roundNanos());
    }

    private void transfers(String id, String title, Task task) throws IOException {
        compare(id, title, Kind.TRANSFER, task.lasting(settings.warmUpNanos()), task, settings.rounds());
    }

    private void requests(String id, String title, Task task) throws IOException {
        compare(id, title, Kind.REQUESTS, task.lasting(settings.requestWarmUpNanos()),
                task.lasting(settings.requestRoundNanos()), settings.rounds());
    }

    private void chunked(String id, int chunk, long length) throws IOException {
        transfers(id, "one body in chunks of " + chunk / 1024 + " KiB, " + mib(length),
                task(Workload.DOWNLOAD, server.origin(), Path.chunked(chunk, length), length));
    }

    private void frames(String id, String variant, String origin) throws IOException {
        long length = settings.mib(64);
        Task task = new Task(Workload.FRAME_LOOP, origin, Path.plain(length), length, FRAME_CALLS, 0);
        compare(id, "60 fps loop, " + mib(length) + " and " + (FRAME_CALLS - 1) + " small requests" + variant,
                Kind.FRAMES, task, task, settings.rounds());
    }

    private void idleConnections() throws IOException {
        int count = settings.idleConnections();
        Task task = new Task(Workload.IDLE_CONNECTIONS, server.origin(), Path.plain(Path.SMALL), Path.SMALL, count, 0);
        compare("W10", count + " idle kept-alive connections", Kind.IDLE, task.on(10), task,
                settings.quick() ? 1 : 3);
    }

    private void compare(String id, String title, Kind kind, Task warmUp, Task task, int rounds) throws IOException {
        if (settings.wants(id)) {
            results.add(comparer.compare(Comparison.of(id, title, kind), warmUp, task, rounds));
        }
    }
}
