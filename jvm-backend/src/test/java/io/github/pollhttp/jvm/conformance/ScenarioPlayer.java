package io.github.pollhttp.jvm.conformance;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;

/** Does the client operations of one scenario, one after the other, and writes down what came of each. */
final class ScenarioPlayer implements AutoCloseable {
    private static final long DEFAULT_POLL_MS = 2500;

    private final HTTPClient client = HTTPClient.create();
    private final Map<String, Object> scenario;
    private final InetSocketAddress server;
    private final Path certificates;
    private final List<Object> trace = new CopyOnWriteArrayList<>(); // read by another thread if this one hangs
    private final List<Object> dictionaries = new CopyOnWriteArrayList<>();

    ScenarioPlayer(Map<String, Object> scenario, InetSocketAddress server, Path certificates) {
        this.scenario = scenario;
        this.server = server;
        this.certificates = certificates;
    }

    void play() throws IOException, InterruptedException {
        for (Object operation : Json.list(scenario.get("client"))) {
            trace.add(perform(Json.object(operation)));
        }
    }

    List<Object> trace() {
        return trace;
    }

    List<Object> dictionaries() {
        return dictionaries;
    }

    @Override
    public void close() {
        client.close();
    }

    private Map<String, Object> perform(Map<String, Object> op) throws IOException, InterruptedException {
        Map<String, Object> event = new LinkedHashMap<>();
        String name = (String) op.get("op");
        if (op.containsKey("only_if") && !Json.list(op.get("only_if")).contains(status())) {
            event.put("skipped", true);
        } else {
            long start = System.nanoTime();
            try {
                run(name, op, event);
            } catch (UnsupportedOperationException e) {
                event.put("unsupported", true);
            } catch (RuntimeException e) {
                // The client's fault: an event that no golden trace has, under a name that no summary reads.
                e.printStackTrace();
                event.clear();
                event.put("threw", e.toString());
                event.put("during", name);
                name = "threw";
            }
            event.put("ms", (System.nanoTime() - start) / 1_000_000);
        }
        event.put("op", name);
        if (op.containsKey("after")) {
            event.put("after", op.get("after"));
        }
        return event;
    }

    private void run(String name, Map<String, Object> op, Map<String, Object> event)
            throws IOException, InterruptedException {
        switch (name) {
            case "connect" -> answer(event, connect(op));
            case "poll_until" -> pollUntil(op, event);
            case "poll_once" -> answer(event, client.poll());
            case "request" -> answer(event, request(op));
            case "probe" -> probe(op, event);
            case "read_body" -> new BodyReading(client).run(op, event);
            case "read_once" -> readOnce(event);
            case "set_chunk_size" -> setChunkSize(op, event);
            case "set_blocking" -> setBlocking(op, event);
            case "set_connection" -> setConnection(event);
            case "get_connection" -> getConnection(event);
            case "set_http_proxy" -> client.setHttpProxy((String) op.get("host"), port(op.get("proxy_port")));
            case "set_https_proxy" -> client.setHttpsProxy((String) op.get("host"), port(op.get("proxy_port")));
            case "query" ->
                event.put("result", HTTPClient.queryStringFromDict(TypedValue.fields(op.get("entries"))));
            case "close" -> {
                client.close();
                event.put("status", status());
            }
            case "sleep" -> Thread.sleep(Json.number(op.get("ms")));
            default -> throw new IllegalArgumentException("no such operation: " + name);
        }
    }

    private String status() {
        return Names.of(client.getStatus());
    }

    private void answer(Map<String, Object> event, ErrorCode answer) {
        event.put("rc", answer.name());
        event.put("status", status());
    }

    // Connecting

    private ErrorCode connect(Map<String, Object> op) throws IOException {
        String host = (String) op.get("host");
        boolean verify = op.get("verify") != Boolean.FALSE;
        // Godot 4 has no flag against verifying: what https:// alone implies are options that verify.
        boolean https = host.toLowerCase(Locale.ROOT).startsWith("https://");
        boolean tls = op.get("tls") == Boolean.TRUE || https && verify;
        return client.connectToHost(host, port(op.get("port")), tls ? tlsOptions(verify) : null);
    }

    private TLSOptions tlsOptions(boolean verify) throws IOException {
        if (!verify) {
            return TLSOptions.clientUnsafe();
        }
        String trusted = (String) scenario.get("trust");
        return trusted == null
                ? TLSOptions.client()
                : TLSOptions.client(Files.readString(certificates.resolve(trusted)));
    }

    /** A number, {@code $PORT} for the scenario's own, or {@code $PORT+n}. */
    private int port(Object written) {
        if (written instanceof Long number) {
            return number.intValue();
        }
        String beyond = ((String) written).substring("$PORT".length());
        return server.getPort() + (beyond.isEmpty() ? 0 : Integer.parseInt(beyond));
    }

    private void setConnection(Map<String, Object> event) {
        client.setConnection(SocketChannelPeer.connectedTo(server));
        answer(event, ErrorCode.OK);
    }

    private void getConnection(Map<String, Object> event) {
        StreamPeer connection = client.getConnection();
        event.put("class", connection == null ? "null" : connection.getClass().getSimpleName());
    }

    // Requesting

    private ErrorCode request(Map<String, Object> op) {
        if (!(op.get("method") instanceof String name)) {
            return ErrorCode.ERR_INVALID_PARAMETER; // a number that no constant has; Java's enum cannot even express it
        }
        Method method = Method.valueOf("METHOD_" + name);
        String url = (String) op.get("url");
        List<String> headers = Json.strings(op.get("headers"));
        if (op.containsKey("body_hex")) {
            return client.requestRaw(method, url, headers, HexFormat.of().parseHex((String) op.get("body_hex")));
        }
        if (op.containsKey("body_fill")) {
            return client.requestRaw(method, url, headers, letters((int) Json.number(op.get("body_fill"))));
        }
        return client.request(method, url, headers, (String) op.getOrDefault("body", ""));
    }

    private static byte[] letters(int count) {
        byte[] letters = new byte[count];
        for (int i = 0; i < count; i++) {
            letters[i] = (byte) ('a' + i % 26);
        }
        return letters;
    }

    private void pollUntil(Map<String, Object> op, Map<String, Object> event) {
        List<Object> changes = new ArrayList<>();
        long deadline = Polling.deadlineIn(Json.number(op.getOrDefault("timeout_ms", DEFAULT_POLL_MS)));
        Polling.Observer observer = (answer, status) -> {
            List<String> now = List.of(answer.name(), Names.of(status));
            if (changes.isEmpty() || !changes.get(changes.size() - 1).equals(now)) {
                changes.add(now);
            }
        };
        boolean reached = op.containsKey("until")
                ? Polling.until(client, Names.statuses(op.get("until")), deadline, observer)
                : Polling.untilSettled(client, deadline, observer);
        event.put("polls", changes);
        event.put("status", status());
        if (!reached) {
            event.put("timeout", true);
        }
    }

    // The response

    private void probe(Map<String, Object> op, Map<String, Object> event) {
        event.put("status", status());
        event.put("has_response", client.hasResponse());
        event.put("code", client.getResponseCode());
        event.put("chunked", client.isResponseChunked());
        event.put("body_length", client.getResponseBodyLength());
        if (op.get("headers") != Boolean.FALSE) {
            event.put("headers", client.getResponseHeaders());
            event.put("has_response_after_headers", client.hasResponse());
            dictionaries.add(client.getResponseHeadersAsDictionary());
        }
    }

    private void readOnce(Map<String, Object> event) {
        byte[] chunk = client.readResponseBodyChunk();
        event.put("size", chunk.length);
        event.put("preview", BodyDigest.previewOf(chunk));
        event.put("status", status());
    }

    // Settings

    private void setChunkSize(Map<String, Object> op, Map<String, Object> event) {
        try {
            client.setReadChunkSize((int) Json.number(op.get("value")));
        } catch (IllegalArgumentException e) {
            // Godot prints an error here; the size stays what it was.
        }
        event.put("value", client.getReadChunkSize());
    }

    private void setBlocking(Map<String, Object> op, Map<String, Object> event) {
        client.setBlockingMode(op.get("value") == Boolean.TRUE);
        event.put("value", client.isBlockingModeEnabled());
    }
}
