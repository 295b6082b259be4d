package io.github.pollhttp.e2e.game;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.pollhttp.demo.server.DemoServer;
import io.github.pollhttp.demo.server.ServedRequest;
import io.github.pollhttp.e2e.browser.Await;

/** The server of the game, which a test disturbs, stops and starts again. Its first level is that of the tests, which is first on the class path. */
final class GameHost implements AutoCloseable {
    /** How long a game or its server may take for a step. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String PATH = "/game/";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<ServedRequest> served = new CopyOnWriteArrayList<>();
    private final Path scores;
    private final String url;
    private DemoServer server;

    /** @param scores the file of the scores, without its ending */
    GameHost(Path scores) throws Exception {
        this.scores = scores;
        server = DemoServer.start(0, scores, served::add);
        url = server.originA() + PATH;
    }

    String url() {
        return url;
    }

    String urlOfOtherOrigin() {
        return server.originB() + PATH;
    }

    void stop() throws IOException {
        server.close();
    }

    /** Starts the server again, on the same port. */
    void restart() throws Exception {
        server = DemoServer.start(URI.create(url).getPort(), scores, served::add);
        if (!url.equals(server.originA() + PATH)) {
            throw new IOException("Another program has taken the port of " + url);
        }
    }

    /** @param query such as {@code mode=cut} */
    void control(String query) throws Exception {
        HttpRequest post = HttpRequest.newBuilder(URI.create(url + "control?" + query))
                .POST(BodyPublishers.noBody()).build();
        int code = client.send(post, BodyHandlers.discarding()).statusCode();
        if (code != 204) {
            throw new IOException("The control answered " + code);
        }
    }

    /** Sends a score, as another player does. */
    void post(String name, int points) throws Exception {
        String score = "{\"name\":\"" + name + "\",\"points\":" + points + "}";
        client.send(HttpRequest.newBuilder(URI.create(url + "scores")).POST(BodyPublishers.ofString(score)).build(),
                BodyHandlers.discarding());
    }

    /** The leaderboard, as JSON. */
    String scores() throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url + "scores")).build(), BodyHandlers.ofString())
                .body();
    }

    /**
     * Ends all requests, and returns those of the game in alphabetical order, without those for the files of the page and those of this class. A request
     * is in the log when the server knows that it is over.
     */
    List<String> endAndLog() throws Exception {
        control("mode=away");
        awaitEnd("live");
        awaitEnd("update");
        control("mode=normal");
        return log();
    }

    private void awaitEnd(String request) throws InterruptedException {
        Await.until(() -> log().stream().anyMatch(each -> each.contains(request)), LIMIT,
                () -> "within 30 seconds, no request for " + request + " ended; the others are " + log());
    }

    /** Waits until the server knows that the client has ended a request before its response was complete. */
    void awaitAborted(String path) throws InterruptedException {
        Await.until(
                () -> served.stream().anyMatch(each -> each.aborted() && each.url().equals(url + path)), LIMIT,
                () -> "within 30 seconds, no request for " + path + " was aborted; the server saw " + served);
    }

    private List<String> log() {
        return served.stream().map(each -> each.method() + " " + URI.create(each.url()).getPath() + " " + each.code())
                .filter(each -> each.matches("(GET|POST) /game/(scores|levels|update|sprites).*")).sorted().toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
