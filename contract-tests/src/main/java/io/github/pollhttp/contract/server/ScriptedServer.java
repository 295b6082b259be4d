package io.github.pollhttp.contract.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.AllClientScenarios;
import io.github.pollhttp.contract.Scenario;
import io.github.pollhttp.contract.convenience.AllConvenienceScenarios;
import io.github.pollhttp.contract.httprequest.AllRequestScenarios;

/**
 * An HTTP server on plain sockets. It answers the path {@code /id/number} with exactly the bytes that the scenario with this id lists for the
 * request of this number, on any connection. It listens on 127.0.0.1 and uses one thread for each connection.
 */
public final class ScriptedServer implements AutoCloseable {
    /** The response to a preflight: any origin may send any request (Fetch Standard, CORS-preflight fetch). */
    private static final String PREFLIGHT_ALLOWED = "HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\n"
            + "Access-Control-Allow-Methods: *\r\nAccess-Control-Allow-Headers: *, Authorization\r\n\r\n";

    private final ServerSocket listener;
    private final Pages pages;
    private final Map<String, Scenario<?>> scripts = new HashMap<>();
    private final Signals signals = new Signals();
    private volatile int otherPort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** The files of the page that runs the scenarios in a browser. */
    public interface Pages {
        /** Returns a complete response, head and body, or null if the path does not belong to the page. */
        byte[] response(String path);
    }

    private ScriptedServer(ServerSocket listener, Pages pages) {
        this.listener = listener;
        this.pages = pages;
        SelectedScenarios.every().forEach(this::add);
    }

    private void add(Scenario<?> script) {
        if (scripts.put(script.id(), script) != null) {
            throw new IllegalStateException("two scenarios have the id " + script.id());
        }
    }

    /** Starts a server on a free port. */
    public static ScriptedServer start(Pages pages) throws IOException {
        ScriptedServer server = new ScriptedServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), pages);
        daemon("scripted server", server::accept);
        return server;
    }

    /** Sets the port of the run's other server, for redirects to another origin. */
    void setOther(int port) {
        otherPort = port;
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                daemon("scripted connection", () -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (ScriptedConnection connection = new ScriptedConnection(socket, otherPort, signals)) {
            for (Request request = connection.readHead(); request != null; request = connection.readHead()) {
                byte[] page = pages.response(request.path());
                if (page != null) {
                    connection.send(page);
                } else if (!connection.play(answer(request), request)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException e) {
            // The client closed the connection, which many scenarios do, or the test is over.
        } finally {
            open.remove(socket);
        }
    }

    private Answer answer(Request request) {
        Scenario<?> script = scripts.get(request.scenario());
        if (script == null) {
            return Answer.of("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        }
        return request.isPreflight() ? Answer.of(PREFLIGHT_ALLOWED) : script.answer(request.number());
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
