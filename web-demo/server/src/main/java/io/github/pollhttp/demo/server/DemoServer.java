package io.github.pollhttp.demo.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Consumer;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

import io.github.pollhttp.demo.server.game.GameApi;

/** A server with two origins, and a port that refuses connections. Only this machine can reach it. */
public final class DemoServer implements AutoCloseable {
    private static final int ANY_FREE = 0;
    /** Longest wait for a connection within this machine. */
    private static final int ENOUGH_MILLIS = 500;

    private final Server server = new Server();
    private final ServerConnector page;
    private final ServerConnector second;
    private final SocketChannel nobody;

    private DemoServer(int preferredPort, Path scores, Consumer<ServedRequest> log) throws IOException, SQLException {
        page = listen(preferredPort);
        second = listen(preferredPort == ANY_FREE ? ANY_FREE : preferredPort + 1);
        nobody = refuse();
        server.setHandler(new RequestLog(
                new Handler.Sequence(new Api(this), new GameApi(scores), new Page(server, page)), log));
    }

    /**
     * Starts a server that forgets the game's scores at its end.
     *
     * @param preferredPort the port of origin A if it is free, with the next one for origin B; 0 for any free ports
     * @param log           called for each request when it is over, on any thread
     * @return the running server
     * @throws Exception if it could not be started
     */
    public static DemoServer start(int preferredPort, Consumer<ServedRequest> log) throws Exception {
        return start(preferredPort, null, log);
    }

    /**
     * Starts a server.
     *
     * @param preferredPort the port of origin A if it is free, with the next one for origin B; 0 for any free ports
     * @param scores        the file of the game's scores, without its ending, which the database adds; null to keep them in memory
     * @param log           called for each request when it is over, on any thread
     * @return the running server
     * @throws Exception if it could not be started
     */
    public static DemoServer start(int preferredPort, Path scores, Consumer<ServedRequest> log) throws Exception {
        DemoServer started = new DemoServer(preferredPort, scores, log);
        started.server.start();
        return started;
    }

    /**
     * The origin of the page.
     *
     * @return for example {@code http://localhost:8080}
     */
    public String originA() {
        return "http://localhost:" + page.getLocalPort();
    }

    /**
     * The second origin, which is cross-origin for the page.
     *
     * @return for example {@code http://localhost:8081}
     */
    public String originB() {
        return "http://localhost:" + second.getLocalPort();
    }

    /**
     * A port that refuses connections as long as this server runs.
     *
     * @return its number
     */
    public int refusedPort() {
        return nobody.socket().getLocalPort();
    }

    /** The addresses with the host name that the client used: {@code localhost} and {@code 127.0.0.1} are two origins. */
    String addresses(String hostName) {
        String host = "http://" + hostName + ":";
        return host + page.getLocalPort() + "\n" + host + second.getLocalPort() + "\n" + host + refusedPort() + "\n";
    }

    void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void close() throws IOException {
        LifeCycle.stop(server);
        nobody.close();
    }

    private ServerConnector listen(int preferredPort) throws IOException {
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(isTakenInIPv6(preferredPort) ? ANY_FREE : preferredPort);
        try {
            connector.open();
        } catch (IOException e) {
            connector.setPort(ANY_FREE);
            connector.open();
        }
        server.addConnector(connector);
        return connector;
    }

    /** A browser tries the IPv6 address of {@code localhost} first, and would show the page of another program that listens there. */
    private static boolean isTakenInIPv6(int port) {
        try (Socket other = new Socket()) {
            other.connect(new InetSocketAddress("::1", port), ENOUGH_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Binds a port without listening, so that it refuses connections and no other program can listen there. */
    private static SocketChannel refuse() throws IOException {
        return SocketChannel.open().bind(new InetSocketAddress(ANY_FREE));
    }
}
