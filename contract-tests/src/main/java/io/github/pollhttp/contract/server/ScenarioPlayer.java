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

/** The servers of a run, and a game loop on the JVM that plays scenarios against them. */
public final class ScenarioPlayer implements AutoCloseable {
    private static final long FRAME_MILLISECONDS = 1;
    private static final int MOST_FRAMES = 20_000;

    private final ScriptedServer server;
    private final ScriptedServer other;
    private final SocketChannel refused;

    private ScenarioPlayer(ScriptedServer server, ScriptedServer other, SocketChannel refused) {
        this.server = server;
        this.other = other;
        this.refused = refused;
    }

    /** Starts the servers. */
    public static ScenarioPlayer start(ScriptedServer.Pages pages) throws IOException {
        // Bound and not listening: a connection to it is refused, and nobody else gets the port.
        SocketChannel refused = SocketChannel.open().bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
        ScriptedServer server = ScriptedServer.start(pages);
        ScriptedServer other = ScriptedServer.start(pages);
        server.setOther(other.port());
        other.setOther(server.port());
        return new ScenarioPlayer(server, other, refused);
    }

    /** Where they are. */
    public ServerAddresses addresses() throws IOException {
        return new ServerAddresses(server.port(), other.port(),
                ((InetSocketAddress) refused.getLocalAddress()).getPort());
    }

    /** Plays a scenario on the JVM's backend and returns its trace; one that does not end says so in it. */
    public String play(ClientScenario scenario) throws IOException, InterruptedException {
        try (HTTPClient client = HTTPClient.create()) {
            return play(scenario.start(client, addresses()));
        }
    }

    /** The same with a scenario of a request, whose files go into a folder of their own. */
    public String play(RequestScenario scenario) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("pollhttp");
        try (HTTPRequest http = HTTPRequest.create()) {
            return play(scenario.start(http, addresses(), folder + "/"));
        } finally {
            deleteAll(folder);
        }
    }

    /** The same with a scenario that makes what it plays with. */
    public String play(ConvenienceScenario<?> scenario) throws IOException, InterruptedException {
        try (ConvenienceScenario.Play play = scenario.start(addresses())) {
            return play((ScenarioRun) play);
        }
    }

    private static String play(ScenarioRun run) throws InterruptedException {
        for (int frame = 0; !run.frame(); frame++) {
            if (frame == MOST_FRAMES) {
                return run.trace() + " and so on without an end";
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
        refused.close();
    }
}
