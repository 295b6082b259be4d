package io.github.pollhttp.bench.workload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

import com.google.gson.Gson;

import io.github.pollhttp.bench.peer.Peer;
import io.github.pollhttp.bench.peer.Peers;

/**
 * The main class of a worker process. It has only one peer, because the JIT compiler optimizes for the code that has run in a process. It reads tasks
 * and prints figures, one a line.
 */
public final class WorkerMain {
    private static final long PATIENCE_MILLIS = TimeUnit.MINUTES.toMillis(2);
    private static final Gson JSON = new Gson();

    private WorkerMain() {}

    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err); // standard output is for figures only, and a library may print to it
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(JSON.toJson(run(args[0], JSON.fromJson(line, Task.class))));
        }
        System.exit(0); // ends the threads that some peers leave running
    }

    private static Object run(String type, Task task) {
        Timer patience = new Timer(true);
        patience.schedule(new TimerTask() {
            @Override
            public void run() {
                System.err.println("[bench] " + type + " did not finish " + task);
                Runtime.getRuntime().halt(1);
            }
        }, PATIENCE_MILLIS);
        try (Peer peer = Peers.create(type)) {
            return Workload.run(peer, task);
        } catch (Exception | OutOfMemoryError e) {
            return new Figures.Fault(e.toString());
        } finally {
            patience.cancel();
        }
    }
}
