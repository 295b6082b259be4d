package io.github.pollhttp.demo.game;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.events.EventSource.ReadyState;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;
import io.github.pollhttp.request.HTTPResponse;

/**
 * All requests of the game, over one queue and one event source. A request calls one of its two listeners later, in {@link #poll}; after a
 * cancellation it calls none. The listener of failures gets a sentence for the player.
 */
final class GameServer {
    private static final double TIMEOUT_SECONDS = 20;
    private static final double STALL_SECONDS = 5;
    private static final double REOPEN_SECONDS = 5;
    /** How long the stream of live scores may be silent. The server sends a comment each 15 seconds. */
    private static final double SILENCE_SECONDS = 40;
    private static final int LIVE_LINES = 4;
    /** What the game shows in the place of scores. */
    static final String NO_SCORES = "This page is hosted as files. Scores need a server.";

    private final HTTPRequestQueue http = HTTPRequestQueue.create();
    private final EventSource live = EventSource.create();
    private final List<Score> liveScores = new ArrayList<>();
    private final boolean keepsScores;
    private double closedFor;

    /**
     * @param url         where the server is, with a slash at the end; empty for the folder of the page
     * @param keepsScores false for a server that has only the files of the game, so that requests for scores would fail
     */
    GameServer(String url, boolean keepsScores) {
        this.keepsScores = keepsScores;
        http.settings().setTimeout(TIMEOUT_SECONDS);
        http.settings().setStallTimeout(STALL_SECONDS);
        http.settings().setDiagnosticsEnabled(true); // so that the browser's failures name the missing CORS header
        http.setBaseUrl(url);
        live.setBaseUrl(url);
        live.getHttpClient().setReadTimeout(SILENCE_SECONDS);
        if (keepsScores) {
            openLive();
        }
    }

    boolean keepsScores() {
        return keepsScores;
    }

    private void openLive() {
        closedFor = 0;
        if (live.open("scores/live") != ErrorCode.OK) {
            throw new IllegalArgumentException(live.getRejection());
        }
    }

    /** Continues all requests. Called once a frame, with the seconds since the last one. */
    void poll(double seconds) {
        http.poll();
        if (!keepsScores) {
            return;
        }
        live.poll();
        if (live.getReadyState() == ReadyState.CLOSED) { // after an answer such as 500, a source does not connect again by itself
            closedFor += seconds;
            if (closedFor > REOPEN_SECONDS) {
                openLive();
            }
        }
        for (EventSource.Event event = live.nextEvent(); event != null; event = live.nextEvent()) {
            addLiveScore(event.data());
        }
        if (liveScores.size() > LIVE_LINES) {
            liveScores.subList(LIVE_LINES, liveScores.size()).clear();
        }
    }

    private void addLiveScore(String data) {
        try {
            liveScores.add(0, Json.score(data));
        } catch (IllegalArgumentException e) {
            // An event that a newer server may send. The game does without it.
        }
    }

    Ticket level(int number, Consumer<Level> loaded, Consumer<String> failed) {
        return http.get("levels/" + number + ".json",
                response -> pass(response, each -> Json.level(each.text()), loaded, failed));
    }

    Ticket sprites(Consumer<byte[]> loaded, Consumer<String> failed) {
        return http.get("sprites.png", response -> pass(response, HTTPResponse::bytes, loaded, failed));
    }

    Ticket scores(Consumer<List<Score>> loaded, Consumer<String> failed) {
        return http.get("scores", response -> pass(response, each -> Json.scores(each.text()), loaded, failed));
    }

    /** @param id names this score, so that the server does not store it a second time if it is sent again */
    Ticket post(String id, Score score, Consumer<Rank> posted, Consumer<String> failed) {
        return http.request("scores", List.of(), Method.METHOD_POST, RequestBody.json(Json.of(id, score)),
                response -> pass(response, each -> Json.rank(each.text()), posted, failed));
    }

    /** Downloads 20 MB. This request may take as long as it likes, as long as bytes arrive. */
    Ticket update(Consumer<HTTPResponse> loaded, Consumer<String> failed) {
        return http.get("update.bin", settings -> settings.setTimeout(0),
                response -> pass(response, each -> each, loaded, failed));
    }

    private static <T> void pass(HTTPResponse response, Function<HTTPResponse, T> reader, Consumer<T> loaded,
            Consumer<String> failed) {
        if (response.isCancelled()) {
            return;
        }
        if (!response.isOk()) {
            failed.accept(response.message());
            return;
        }
        T value;
        try {
            value = reader.apply(response);
        } catch (IllegalArgumentException e) {
            failed.accept("The answer of " + response.url() + " cannot be used: " + e.getMessage() + ".");
            return;
        }
        loaded.accept(value);
    }

    /** The last scores of all players, the newest first. */
    List<Score> liveScores() {
        return liveScores;
    }

    /** The last score of all players; empty if there was none yet. */
    String liveText() {
        return liveScores.isEmpty() ? "" : liveScores.get(0).toString();
    }

    /** Why there are no live scores now; null if there are. */
    String liveFailure() {
        return !keepsScores || live.getReadyState() == ReadyState.OPEN ? null : live.getFailureMessage();
    }

    void close() {
        http.close();
        live.close();
    }
}
