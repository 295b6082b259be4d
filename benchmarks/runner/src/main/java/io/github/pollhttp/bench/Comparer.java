package io.github.pollhttp.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.pollhttp.bench.peer.Peers;
import io.github.pollhttp.bench.process.Server;
import io.github.pollhttp.bench.process.Workers;
import io.github.pollhttp.bench.process.Workers.TaskFailed;
import io.github.pollhttp.bench.result.Comparison;
import io.github.pollhttp.bench.result.Comparison.Round;
import io.github.pollhttp.bench.result.Comparison.Row;
import io.github.pollhttp.bench.workload.Figures;
import io.github.pollhttp.bench.workload.Task;

/** Gives one task to all peers, in rounds. A round runs the task once on each peer, so that other work of the machine affects all of them. */
final class Comparer {
    private final Workers workers;
    private final Server server;
    private final Settings settings;

    Comparer(Workers workers, Server server, Settings settings) {
        this.workers = workers;
        this.server = server;
        this.settings = settings;
    }

    /** @param warmUp what each peer does before the rounds: first for a short time with every byte of the bodies checked, then as in the rounds */
    Comparison compare(Comparison comparison, Task warmUp, Task task, int rounds) throws IOException {
        System.out.println("[bench] " + comparison.id() + " " + comparison.title());
        Map<Peers, List<Round>> done = new EnumMap<>(Peers.class);
        Map<Peers, String> faults = new EnumMap<>(Peers.class);
        for (Peers peer : peers(task)) {
            done.put(peer, new ArrayList<>());
            attempt(peer, warmUp.lasting(settings.roundNanos()).thoroughly(), faults);
            attempt(peer, warmUp, faults);
        }
        for (int round = 0; round < rounds; round++) {
            for (Peers peer : peers(task)) {
                Round measured = attempt(peer, task, faults);
                if (measured != null) {
                    done.get(peer).add(measured);
                }
            }
        }
        done.forEach((peer, each) -> comparison.rows().add(new Row(peer, each, 0, faults.get(peer))));
        return comparison;
    }

    private List<Peers> peers(Task task) {
        return List.of(Peers.values()).stream().filter(settings::wants)
                .filter(peer -> peer.does(task.workload(), task.length()))
                .toList();
    }

    /** @return null if this task or one before it has failed */
    private Round attempt(Peers peer, Task task, Map<Peers, String> faults) throws IOException {
        if (faults.containsKey(peer)) {
            return null;
        }
        try {
            return run(peer, task);
        } catch (TaskFailed e) {
            System.out.println("[bench] " + peer.title() + ": " + e.getMessage());
            faults.put(peer, e.getMessage());
            return null;
        }
    }

    Round run(Peers peer, Task task) throws IOException, TaskFailed {
        long before = server.cpuNanos();
        Figures figures = workers.run(peer, task);
        return new Round(figures, server.cpuNanos() - before);
    }
}
