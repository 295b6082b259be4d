package io.github.pollhttp.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.pollhttp.bench.peer.Peers;
import io.github.pollhttp.bench.process.Server;
import io.github.pollhttp.bench.process.Workers.TaskFailed;
import io.github.pollhttp.bench.result.Comparison.Measure;
import io.github.pollhttp.bench.result.Growth;
import io.github.pollhttp.bench.result.Growth.Point;
import io.github.pollhttp.bench.result.Growth.Series;
import io.github.pollhttp.bench.result.Spread;
import io.github.pollhttp.bench.wire.Path;
import io.github.pollhttp.bench.workload.Task;
import io.github.pollhttp.bench.workload.Workload;

/** Measures how the cost grows with the number of connections, with the size of a body, and with the number of idle clients. */
final class GrowthRuns {
    private static final List<Peers> PEERS = List.of(Peers.POLLHTTP, Peers.L2, Peers.NETTY, Peers.OKHTTP);
    private static final List<Long> CONNECTIONS = List.of(1L, 4L, 16L, 64L, 256L, 1000L);
    private static final List<Long> SIZES = List.of(1L << 10, 1L << 14, 1L << 18, 1L << 22, 1L << 26, 1L << 30);
    private static final int ROUNDS = 5;

    private final Settings settings;
    private final Comparer comparer;
    private final Server server;

    GrowthRuns(Settings settings, Comparer comparer, Server server) {
        this.settings = settings;
        this.comparer = comparer;
        this.server = server;
    }

    void run(List<Growth> results) throws IOException {
        String path = Path.plain(Path.SMALL);
        long nanos = settings.roundNanos() / 2;
        results.add(grow(new Growth("connections", "Requests a second against connections", "connections",
                "requests a second", new ArrayList<>()), PEERS, CONNECTIONS,
                count -> new Task(Workload.MANY_CONNECTIONS, server.origin(), path, Path.SMALL, (int) count, nanos),
                round -> round.figures().requests() * 1e9 / round.figures().nanos()));
        results.add(grow(new Growth("body-size", "Time of a GET against the size of its body", "bytes",
                "microseconds", new ArrayList<>()), PEERS, sizes(),
                size -> new Task(Workload.REQUESTS, server.origin(), Path.plain(size), size, 1, nanos),
                round -> round.figures().nanos() / 1e3 / round.figures().requests()));
        results.add(grow(new Growth("idle-clients", "A frame that polls idle clients", "idle clients",
                "microseconds a frame", new ArrayList<>()), List.of(Peers.POLLHTTP, Peers.L2), CONNECTIONS,
                count -> new Task(Workload.IDLE_CONNECTIONS, server.origin(), path, Path.SMALL, (int) count, 0),
                round -> round.figures().pollNanos() / 1e3));
    }

    private List<Long> sizes() {
        return SIZES.subList(0, SIZES.size() - (settings.quick() ? 1 : 0));
    }

    private Growth grow(Growth growth, List<Peers> peers, List<Long> steps, TaskOf taskOf, Measure measure)
            throws IOException {
        System.out.println("[bench] growth: " + growth.title());
        Map<Peers, Series> series = new EnumMap<>(Peers.class);
        peers.stream().filter(settings::wants)
                .forEach(peer -> series.put(peer, new Series(peer.title(), new ArrayList<>())));
        for (long step : steps) {
            measure(taskOf.step(step), measure, series.keySet())
                    .forEach((peer, value) -> series.get(peer).points().add(new Point(step, value)));
        }
        growth.series().addAll(series.values());
        return growth;
    }

    /** The peers take turns, as in {@link Comparer}. A peer that fails at a step has no figure there, and standard output shows the error. */
    private Map<Peers, Double> measure(Task task, Measure measure, Set<Peers> peers) throws IOException {
        Map<Peers, List<Double>> values = new EnumMap<>(Peers.class);
        for (int round = 0; round < (settings.quick() ? 1 : ROUNDS); round++) {
            for (Peers peer : peers) {
                try {
                    double value = measure.of(comparer.run(peer, task));
                    values.computeIfAbsent(peer, none -> new ArrayList<>()).add(value);
                } catch (TaskFailed e) {
                    System.out.println("[bench] " + peer.title() + " at " + task + ": " + e.getMessage());
                }
            }
        }
        Map<Peers, Double> medians = new EnumMap<>(Peers.class);
        values.forEach((peer, each) -> medians.put(peer,
                Spread.of(each.stream().mapToDouble(Double::doubleValue).toArray()).median()));
        return medians;
    }

    private interface TaskOf {
        Task step(long size);
    }
}
