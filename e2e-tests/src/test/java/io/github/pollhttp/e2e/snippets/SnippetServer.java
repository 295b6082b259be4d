package io.github.pollhttp.e2e.snippets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The server that the snippets ask. It remembers every request. */
final class SnippetServer implements AutoCloseable {
    /** What {@code /events} answers; any other path answers {@link #JSON}. */
    static final String EVENTS = "event: add\ndata: a\n\n";
    static final String JSON = "{\"hello\":\"world\"}";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    private final List<Asked> log = new CopyOnWriteArrayList<>();

    /** A request as it arrived. */
    record Asked(String line, Headers headers, String body) {
        /** @return the value, or null */
        String header(String name) {
            return headers.getFirst(name);
        }
    }

    SnippetServer() throws IOException {
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String target = exchange.getRequestURI().toString();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        log.add(new Asked(exchange.getRequestMethod() + " " + target, exchange.getRequestHeaders(), body));
        boolean events = target.equals("/events");
        exchange.getResponseHeaders().set("Content-Type", events ? "text/event-stream" : "application/json");
        exchange.getResponseHeaders().set("Set-Cookie", "a=1");
        byte[] answer = (events ? EVENTS : JSON).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(target.equals("/missing") ? 404 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** @return the last request */
    Asked last() {
        return log.get(log.size() - 1);
    }

    /** @return method and target of each request, in order */
    List<String> lines() {
        return log.stream().map(Asked::line).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
