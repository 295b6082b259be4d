package io.github.pollhttp.bench.process;

import java.io.IOException;
import java.util.List;

import io.github.pollhttp.bench.server.ServerMain;

/** The server's process. */
public final class Server implements AutoCloseable {
    private final Jvm process;
    private final int port;
    private final int tlsPort;

    private Server(Jvm process, int port, int tlsPort) {
        this.process = process;
        this.port = port;
        this.tlsPort = tlsPort;
    }

    /** @param options name the key store */
    public static Server start(List<String> options) throws IOException {
        Jvm process = Jvm.start(System.getProperty("java.class.path"), options, ServerMain.class);
        String[] ports = process.line().split(" ");
        return new Server(process, Integer.parseInt(ports[0]), Integer.parseInt(ports[1]));
    }

    public int port() {
        return port;
    }

    /** By address: no name is looked up while the clock runs. */
    public String origin() {
        return "http://127.0.0.1:" + port;
    }

    public String tlsOrigin() {
        return "https://127.0.0.1:" + tlsPort;
    }

    /** By name, for the workload that wants a look-up inside. */
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
