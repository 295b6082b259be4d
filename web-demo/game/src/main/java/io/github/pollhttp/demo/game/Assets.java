package io.github.pollhttp.demo.game;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;

/** The sprites and the levels, as far as they are here. Each is downloaded once. */
final class Assets {
    private final GameServer server;
    private final Platform platform;
    private final Map<Integer, Level> levels = new HashMap<>();
    private final List<Ticket> tickets = new ArrayList<>();
    private Picture sprites;
    private String failure;

    Assets(GameServer server, Platform platform) {
        this.server = server;
        this.platform = platform;
    }

    /** Starts to load the sprites and a level, as far as they are missing and not on their way. */
    void load(int number) {
        if (isLoading()) {
            return;
        }
        failure = null;
        tickets.clear();
        if (sprites == null) {
            tickets.add(server.sprites(png -> sprites = platform.decode(png), this::fail));
        }
        if (!levels.containsKey(number)) {
            tickets.add(server.level(number, level -> levels.put(number, level), this::fail));
        }
    }

    private void fail(String sentence) {
        failure = sentence;
    }

    private boolean isLoading() {
        for (Ticket each : tickets) {
            if (!each.isDone()) {
                return true;
            }
        }
        return false;
    }

    void cancel() {
        for (Ticket each : tickets) {
            each.cancel();
        }
    }

    boolean isReady(int number) {
        return sprites != null && sprites.state() == Picture.State.READY && levels.containsKey(number);
    }

    /** Why something is missing, once all requests are over; null if nothing has failed. */
    String failure() {
        if (isLoading()) {
            return null;
        }
        if (sprites != null && sprites.state() == Picture.State.BROKEN) {
            sprites = null;
            failure = "The sprites are no picture.";
        }
        return failure;
    }

    /** The part of all bytes that has arrived, 0 to 1. It is 0 as long as the size of a file on its way is unknown. */
    double progress() {
        long arrived = 0;
        long all = 0;
        for (Ticket each : tickets) {
            if (each.getBodySize() < 0 && !each.isDone()) {
                return 0;
            }
            arrived += each.getDownloadedBytes();
            all += each.getBodySize() < 0 ? each.getDownloadedBytes() : each.getBodySize();
        }
        return all > 0 ? (double) arrived / all : 0;
    }

    Level level(int number) {
        return levels.get(number);
    }

    Picture sprites() {
        return sprites;
    }
}
