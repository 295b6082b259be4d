package io.github.pollhttp.gdx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server with files. It answers other paths with 404. */
final class TestServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Set<String> lastNames = Set.of();

    private TestServer(HttpServer server) {
        this.server = server;
    }

    static TestServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TestServer started = new TestServer(http);
        http.createContext("/", started::answer);
        http.start();
        return started;
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        lastNames = Set.copyOf(exchange.getRequestHeaders().keySet());
        byte[] file = files.get(exchange.getRequestURI().getPath());
        exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
        if (file != null) {
            exchange.getResponseBody().write(file);
        }
        exchange.close();
    }

    /** Adds a file and returns its URL. */
    String file(String path, byte... content) {
        files.put(path, content);
        return url(path);
    }

    /** Adds a file that is sent in two parts, the second one after the signal, and returns its URL. */
    String slowFile(String path, CountDownLatch signal, String first, String second) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, first.length() + second.length());
            exchange.getResponseBody().write(first.getBytes());
            exchange.getResponseBody().flush();
            try {
                signal.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            exchange.getResponseBody().write(second.getBytes());
            exchange.close();
        });
        return url(path);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Returns the names of the headers of the last request. */
    Set<String> lastNames() {
        return lastNames;
    }

    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
