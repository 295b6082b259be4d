package io.github.pollhttp.bench.process;

import java.io.IOException;
import java.util.List;

import io.github.pollhttp.bench.server.ServerMain;

/** The process of the server. */
public final class Server implements AutoCloseable {
    private final Jvm process;
    private final int port;
    private final int tlsPort;

    private Server(Jvm process, int port, int tlsPort) {
        this.process = process;
        this.port = port;
        this.tlsPort = tlsPort;
    }

    /** @param options the system properties that name the key store */
    public static Server start(List<String> options) throws IOException {
        Jvm process = Jvm.start(System.getProperty("java.class.path"), options, ServerMain.class);
        String[] ports = process.line().split(" ");
        return new Server(process, Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
    }

    public int port() {
        return port;
    }

    /** The origin with an IP address, so that no measurement contains a name look-up. */
    public String origin() {
        return "http://127.0.0.1:" + port;
    }

    public String tlsOrigin() {
        return "https://127.0.0.1:" + tlsPort;
    }

    /** The origin with a host name, for the workload that contains a name look-up. */
    public String namedOrigin() {
        return "http://localhost:" + port;
    }

    public long cpuNanos() throws IOException {
        return Long.parseLong(process.ask("cpu"));
    }

    @Override
    public void close() {
        process.close();
    }
}
