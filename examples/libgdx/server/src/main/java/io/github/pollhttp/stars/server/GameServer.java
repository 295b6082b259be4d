package io.github.pollhttp.stars.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * The server of the game: a picture, a level and the scores. It allows pages of every origin, as a game needs whose page comes from another server. Only
 * this machine can reach it.
 */
public final class GameServer implements AutoCloseable {
    private static final int PIECES = 40;
    private static final int PIECE_MILLISECONDS = 40;
    private static final Pattern SECONDS = Pattern.compile("\"seconds\": ?([0-9.E-]+)");
    private static final String LEVEL = """
            {
              "title": "Summer night",
              "stars": [[90, 400], [190, 330], [270, 420], [360, 350], [450, 430], [520, 330], [610, 400], [690, 320], [750, 390]]
            }
            """;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final byte[] picture = Picture.png();
    private final List<Double> scores = new ArrayList<>(List.of(5.5, 8.0, 12.5, 20.0));

    private GameServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/picture.png", this::sendPicture);
        server.createContext("/level.json", exchange -> send(exchange, 200, LEVEL));
        server.createContext("/scores", this::addScore);
        server.createContext("/", exchange -> send(exchange, 404, "{\"error\": \"There is no such page.\"}"));
    }

    /**
     * Starts a server.
     *
     * @param port its port, or 0 for a free one
     * @return the running server
     * @throws IOException if the port cannot be used
     */
    public static GameServer start(int port) throws IOException {
        GameServer started = new GameServer(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        started.server.start();
        return started;
    }

    /**
     * Returns where the server listens.
     *
     * @return for example {@code http://localhost:8090/}
     */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** Sends the picture slowly, so that the game has some progress to show. */
    private void sendPicture(HttpExchange exchange) throws IOException {
        allowAllOrigins(exchange).set("Content-Type", "image/png");
        exchange.sendResponseHeaders(200, picture.length);
        try (OutputStream body = exchange.getResponseBody()) {
            for (int piece = 0; piece < PIECES; piece++) {
                int from = picture.length * piece / PIECES;
                body.write(picture, from, picture.length * (piece + 1) / PIECES - from);
                body.flush();
                Thread.sleep(PIECE_MILLISECONDS); // a slow network, for the progress bar
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void addScore(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("OPTIONS")) { // the browser's preflight
            allowAllOrigins(exchange).set("Access-Control-Allow-Headers", "Content-Type");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            return;
        }
        Matcher seconds = SECONDS
                .matcher(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        if (seconds.find()) {
            send(exchange, 200, rank(Double.parseDouble(seconds.group(1))));
        } else {
            send(exchange, 400, "{\"error\": \"The score has no seconds.\"}");
        }
    }

    private synchronized String rank(double seconds) {
        scores.add(seconds);
        long better = scores.stream().filter(each -> each < seconds).count();
        return "{\"rank\": " + (better + 1) + ", \"of\": " + scores.size() + "}";
    }

    private static Headers allowAllOrigins(HttpExchange exchange) {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Origin", "*");
        return headers;
    }

    private static void send(HttpExchange exchange, int code, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        allowAllOrigins(exchange).set("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
