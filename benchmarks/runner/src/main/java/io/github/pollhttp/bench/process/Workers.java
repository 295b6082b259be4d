package io.github.pollhttp.bench.process;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

import io.github.pollhttp.bench.peer.Peers;
import io.github.pollhttp.bench.workload.Figures;
import io.github.pollhttp.bench.workload.Task;
import io.github.pollhttp.bench.workload.WorkerMain;

/** One process for each peer. It runs from the first task of the peer to the end of the run, and is idle during the tasks of other peers. */
public final class Workers implements AutoCloseable {
    private static final Gson JSON = new Gson();

    private final Map<Peers, Jvm> processes = new EnumMap<>(Peers.class);
    private final List<String> options;

    /** @param options the options of each JVM */
    public Workers(List<String> options) {
        this.options = options;
    }

    /** @throws TaskFailed if the peer failed at the task */
    public Figures run(Peers peer, Task task) throws IOException, TaskFailed {
        Jvm process = processes.get(peer);
        if (process == null) {
            process = Jvm.start(System.getProperty("java.class.path"), options, WorkerMain.class, peer.type());
            processes.put(peer, process);
        }
        String line;
        try {
            line = process.ask(JSON.toJson(task));
        } catch (IOException e) {
            processes.remove(peer).close();
            throw new TaskFailed("the process ended before it had finished the task");
        }
        JsonObject answer = JSON.fromJson(line, JsonObject.class);
        if (answer.has("error")) {
            throw new TaskFailed(answer.get("error").getAsString());
        }
        return JSON.fromJson(answer, Figures.class);
    }

    @Override
    public void close() {
        processes.values().forEach(Jvm::close);
    }

    /** The peer failed at the task; the message contains its error. */
    public static final class TaskFailed extends Exception {
        private static final long serialVersionUID = 1L;

        TaskFailed(String message) {
            super(message);
        }
    }
}
