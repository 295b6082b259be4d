package io.github.pollhttp.demo.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** A server with two origins, and a port that refuses connections. It is reached from this machine alone. */
public final class DemoServer implements AutoCloseable {
    private static final int ANY_FREE = 0;
    /** For a connection within this machine. */
    private static final int ENOUGH_MILLIS = 500;

    private final Server server = new Server();
    private final ServerConnector page;
    private final ServerConnector second;
    private final SocketChannel nobody;

    private DemoServer(int preferredPort, Consumer<ServedRequest> log) throws IOException {
        page = listen(preferredPort);
        second = listen(preferredPort == ANY_FREE ? ANY_FREE : preferredPort + 1);
        nobody = refuse();
        server.setHandler(new RequestLog(new Handler.Sequence(new Api(this), new Page(server, page)), log));
    }

    /**
     * Starts a server.
     *
     * @param preferredPort the port of origin A if it is free, and the next one that of origin B; 0 for any
     * @param log           told of each request when it is over, on any thread
     * @return the running server
     * @throws Exception if it could not be started
     */
    public static DemoServer start(int preferredPort, Consumer<ServedRequest> log) throws Exception {
        DemoServer started = new DemoServer(preferredPort, log);
        started.server.start();
        return started;
    }

    /**
     * Where the page and most of the answers are.
     *
     * @return for example {@code http://localhost:8080}
     */
    public String originA() {
        return "http://localhost:" + page.getLocalPort();
    }

    /**
     * What is another origin to the page.
     *
     * @return for example {@code http://localhost:8081}
     */
    public String originB() {
        return "http://localhost:" + second.getLocalPort();
    }

    /**
     * A port on which nobody listens, for as long as this server runs.
     *
     * @return its number
     */
    public int refusedPort() {
        return nobody.socket().getLocalPort();
    }

    /** The addresses for a program that knows this machine by that name: {@code localhost} and {@code 127.0.0.1} are two origins. */
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

    /** A browser takes {@code localhost} for the IPv6 address first, and would show what another program serves there. */
    private static boolean isTakenInIPv6(int port) {
        try (Socket other = new Socket()) {
            other.connect(new InetSocketAddress("::1", port), ENOUGH_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A port that is taken, so that no other program can begin to listen there, and on which nothing listens. */
    private static SocketChannel refuse() throws IOException {
        return SocketChannel.open().bind(new InetSocketAddress(ANY_FREE));
    }
}
