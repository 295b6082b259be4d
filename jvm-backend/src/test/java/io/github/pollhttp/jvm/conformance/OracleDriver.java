package io.github.pollhttp.jvm.conformance;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Replays recorded Godot scenarios against this library and writes traces to hold against Godot's. Run by hand, with
 * the scripted server running: {@code OracleDriver SCENARIOS.json CONTROL_PORT TRACES.json}. Certificates are in the
 * folder {@code certs} beside the scenarios.
 */
final class OracleDriver {
    private static final long LONGEST_SCENARIO_S = 30;

    private final ScenarioServer server;
    private final Path certificates;

    private OracleDriver(ScenarioServer server, Path certificates) {
        this.server = server;
        this.certificates = certificates;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 3) {
            System.err.println("usage: OracleDriver SCENARIOS.json CONTROL_PORT TRACES.json");
            System.exit(2);
        }
        Path scenarios = Path.of(args[0]);
        OracleDriver driver = new OracleDriver(new ScenarioServer(Integer.parseInt(args[1])),
                scenarios.resolveSibling("certs"));
        Map<String, Object> file = Json.object(Json.read(Files.readString(scenarios)));
        List<String> traces = new ArrayList<>();
        for (Object scenario : Json.list(file.get("scenarios"))) {
            String id = (String) Json.object(scenario).get("id");
            traces.add(Json.write(id) + ": " + driver.replay(id, Json.object(scenario)));
        }
        Files.writeString(Path.of(args[2]), "{" + String.join(",\n", traces) + "}\n");
        System.exit(0); // a scenario that hangs must not keep the program
    }

    private String replay(String id, Map<String, Object> scenario) throws IOException, InterruptedException {
        InetSocketAddress address = server.addressOf(id);
        Map<String, Object> result = new LinkedHashMap<>();
        if (address != null) {
            server.reset(id);
        }
        ScenarioPlayer player = new ScenarioPlayer(scenario, address, certificates);
        boolean hung = !playInTime(id, player);
        result.put("trace", player.trace());
        player.close();
        if (hung) {
            System.err.println(id + " hung");
            result.put("hung", true);
        }
        if (address != null) {
            result.put("server", server.log(id));
        }
        result.put("headers_dict", player.dictionaries());
        return address == null ? Json.write(result) : withoutPort(Json.write(result), address.getPort());
    }

    /** False if the scenario was abandoned. It runs on a thread of its own, since one that hangs cannot be stopped. */
    private static boolean playInTime(String id, ScenarioPlayer player) throws InterruptedException {
        FutureTask<Void> task = new FutureTask<>(() -> {
            player.play();
            return null;
        });
        Thread thread = new Thread(task, id);
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(LONGEST_SCENARIO_S, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            task.cancel(true);
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(id, e.getCause());
        }
    }

    /** Ports change from run to run; golden traces have a placeholder at the end of a Host line. */
    private static String withoutPort(String json, int port) {
        return json.replace(":" + (port + 65536) + "\\r\\n", ":{PORT+65536}\\r\\n").replace(":" + port + "\\r\\n",
                ":{PORT}\\r\\n");
    }
}
