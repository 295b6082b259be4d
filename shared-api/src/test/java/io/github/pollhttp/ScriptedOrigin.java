package io.github.pollhttp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.OutgoingRequest;

/**
 * A server in memory: it answers each request as the test says, keeps connections open, and records the requests that reached it. The clients
 * that {@link #backend} makes reach every origin that is not closed, by its port.
 */
public final class ScriptedOrigin implements AutoCloseable {
    /** The answer to a request that has to wait. The test is asked again in the client's next poll. */
    public static final String NOT_YET = "not yet";

    /** The answer to a request that a browser blocks, or whose connection it loses: it does not say which. */
    public static final String BLOCKED = "blocked";

    private static final Map<Integer, ScriptedOrigin> ORIGINS = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT_PORT = new AtomicInteger(20_000);

    private final int port = NEXT_PORT.getAndIncrement();
    private final Answers answers;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** The test's answer to each request. */
    public interface Answers {
        /** @return the response, one character for each byte; {@link #NOT_YET}; or null to close the connection without a response */
        String to(String request);
    }

    public ScriptedOrigin(Answers answers) {
        this.answers = answers;
        ORIGINS.put(port, this);
    }

    /** A backend whose connections lead to the origins. Connections to other ports are refused. */
    public static ScriptedBackend backend(ManualClock clock) {
        ScriptedBackend backend = new ScriptedBackend(clock);
        backend.setPeer(new ScriptedConnection(backend));
        return backend;
    }

    /** The origin at this place, or null. */
    static ScriptedOrigin at(Endpoint target) {
        return ORIGINS.get(target.port());
    }

    // The connection's side

    void countConnection() {
        connections.incrementAndGet();
    }

    /** @return the request as the log has it */
    String receive(Endpoint target, OutgoingRequest request, byte[] body) {
        StringBuilder text = new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1\r\n");
        for (String line : request.headers()) {
            text.append(line).append("\r\n");
        }
        if (!request.has("Host")) {
            text.append("Host: ").append(target.authority()).append("\r\n");
        }
        text.append("\r\n").append(new String(body, StandardCharsets.ISO_8859_1));
        log.add(text.toString());
        return text.toString();
    }

    String answerTo(String request) {
        return answers.to(request);
    }

    // The test's side

    /** A complete response with status 200. */
    public static String ok(String body, String... headers) {
        return response("200 OK", body, headers);
    }

    /** A complete response. */
    public static String response(String status, String body, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
        for (String each : headers) {
            head.append(each).append("\r\n");
        }
        return head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    /** A redirect with an empty body. */
    public static String redirect(String status, String location) {
        return response(status, "", "Location: " + location);
    }

    /** The path and query of a request. */
    public static String target(String request) {
        return request.split(" ", 3)[1];
    }

    /** The value of a request's header, or null. */
    public static String header(String request, String name) {
        for (String line : request.split("\r\n")) {
            if (line.toLowerCase().startsWith(name.toLowerCase() + ": ")) {
                return line.substring(name.length() + 2);
            }
        }
        return null;
    }

    /** The body of a request. */
    public static String body(String request) {
        return request.substring(request.indexOf("\r\n\r\n") + 4);
    }

    /** The requests, in order. */
    public List<String> log() {
        return log;
    }

    /** Method and target of each request, in order. */
    public List<String> lines() {
        return log.stream().map(each -> each.substring(0, each.indexOf(" HTTP/"))).toList();
    }

    /** How many connections were opened so far. */
    public int connections() {
        return connections.get();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    @Override
    public void close() {
        ORIGINS.remove(port);
    }
}
