package io.github.pollhttp.jvm.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The control port of the scripted server: where each scenario listens, and what its server received. */
final class ScenarioServer {
    private static final long LOG_SETTLES_WITHIN_MS = 3000;
    private static final List<String> KEPT = List.of("requests", "unparsed", "closed_by", "events");
    private static final int LONGEST_TEXT = 4000;

    private final int controlPort;
    private final Map<String, Object> scenarios;

    ScenarioServer(int controlPort) throws IOException {
        this.controlPort = controlPort;
        this.scenarios = Json.object(ask("GET", "/__scenarios"));
    }

    /** The address of a scenario, or null if it has no server. */
    InetSocketAddress addressOf(String scenario) {
        if (!scenarios.containsKey(scenario)) {
            return null;
        }
        Map<String, Object> entry = Json.object(scenarios.get(scenario));
        return new InetSocketAddress((String) entry.get("host"), (int) Json.number(entry.get("port")));
    }

    void reset(String scenario) throws IOException {
        ask("POST", "/__reset/" + scenario);
    }

    /** What each connection received, once all of them have seen the client's end or time is up. */
    List<Object> log(String scenario) throws IOException {
        long deadline = Polling.deadlineIn(LOG_SETTLES_WITHIN_MS);
        List<Object> connections = Json.list(ask("GET", "/__log/" + scenario));
        while (!connections.stream().allMatch(each -> Json.object(each).get("done") == Boolean.TRUE)
                && !Polling.isPast(deadline)) {
            Polling.frame();
            connections = Json.list(ask("GET", "/__log/" + scenario));
        }
        List<Object> kept = new ArrayList<>();
        for (Object connection : connections) {
            Map<String, Object> entry = new LinkedHashMap<>(Json.object(connection));
            entry.keySet().retainAll(KEPT);
            entry.replaceAll((name, value) -> shortened(value));
            kept.add(entry);
        }
        return kept;
    }

    /** Megabytes of body are no use to a reader of the traces; the golden traces leave them out, too. */
    private static Object shortened(Object value) {
        if (value instanceof List<?> values) {
            return values.stream().map(ScenarioServer::shortened).toList();
        }
        if (value instanceof String text && text.length() > LONGEST_TEXT) {
            BodyDigest digest = new BodyDigest();
            digest.add(text.getBytes(StandardCharsets.ISO_8859_1));
            return text.substring(0, LONGEST_TEXT / 10) + "...[" + text.length() + " bytes, sha256 " + digest.sha256()
                    + "]";
        }
        return value;
    }

    private Object ask(String method, String path) throws IOException {
        URL url = new URL("http", "127.0.0.1", controlPort, path);
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(5000);
        connection.setReadTimeout(10000);
        try (InputStream body = connection.getInputStream()) {
            return Json.read(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
