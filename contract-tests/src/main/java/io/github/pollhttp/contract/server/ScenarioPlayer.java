package io.github.pollhttp.contract.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.contract.ScenarioRun;
import io.github.pollhttp.contract.ClientScenario;
import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.contract.convenience.ConvenienceScenario;
import io.github.pollhttp.contract.httprequest.RequestScenario;
import io.github.pollhttp.request.HTTPRequest;

/** Starts the servers of a test run and plays scenarios against them in a game loop on the JVM. */
public final class ScenarioPlayer implements AutoCloseable {
    private static final long FRAME_MILLISECONDS = 1;
    private static final int MAX_FRAMES = 20_000;

    private final ScriptedServer server;
    private final ScriptedServer other;
    private final SocketChannel closedPort;

    private ScenarioPlayer(ScriptedServer server, ScriptedServer other, SocketChannel closedPort) {
        this.server = server;
        this.other = other;
        this.closedPort = closedPort;
    }

    /** Starts the servers. */
    public static ScenarioPlayer start(ScriptedServer.Pages pages) throws IOException {
        // The port is bound but does not listen: connections to it are refused, and no other process can take it.
        SocketChannel closedPort = SocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        ScriptedServer server = ScriptedServer.start(pages);
        ScriptedServer other = ScriptedServer.start(pages);
        server.setOther(other.port());
        other.setOther(server.port());
        return new ScenarioPlayer(server, other, closedPort);
    }

    /** Returns the ports of the servers. */
    public ServerAddresses addresses() throws IOException {
        return new ServerAddresses(server.port(), other.port(),
                ((InetSocketAddress) closedPort.getLocalAddress()).getPort());
    }

    /** Plays a scenario of a client and returns its trace, see {@link #play(ClientScenario, HTTPClient)}. */
    public String play(ClientScenario scenario) throws IOException, InterruptedException {
        return play(scenario, HTTPClient.create());
    }

    /**
     * Plays a scenario of a client, with a temporary folder for its files, and returns its trace. The trace says so if the scenario does not end.
     *
     * @param client a new client, which is closed at the end
     */
    public String play(ClientScenario scenario, HTTPClient client) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("pollhttp");
        try (client) {
            return play(scenario.start(client, addresses(), folder + "/"));
        } finally {
            deleteAll(folder);
        }
    }

    /** Plays a scenario of an HTTPRequest, with a temporary folder for its files, and returns its trace. */
    public String play(RequestScenario scenario) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("pollhttp");
        try (HTTPRequest http = HTTPRequest.create()) {
            return play(scenario.start(http, addresses(), folder + "/"));
        } finally {
            deleteAll(folder);
        }
    }

    /** Plays a scenario of an event source or a queue and returns its trace. */
    public String play(ConvenienceScenario<?> scenario) throws IOException, InterruptedException {
        try (ConvenienceScenario.Play play = scenario.start(addresses())) {
            return play((ScenarioRun) play);
        }
    }

    private static String play(ScenarioRun run) throws InterruptedException {
        for (int frame = 0; !run.frame(); frame++) {
            if (frame == MAX_FRAMES) {
                return run.trace() + " and did not end within " + MAX_FRAMES + " frames";
            }
            Thread.sleep(FRAME_MILLISECONDS); // a game's frame
        }
        return run.trace();
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }

    @Override
    public void close() throws IOException {
        server.close();
        other.close();
        closedPort.close();
    }
}
