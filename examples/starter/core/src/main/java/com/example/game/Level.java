package com.example.game;

import java.util.ArrayList;
import java.util.List;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;

/** A title, and the stars that the player has not caught yet. */
final class Level {
    private static final int RADIUS = 16;

    private final String title;
    private final List<Star> stars = new ArrayList<>();

    private record Star(int x, int y) {
        boolean contains(int pointX, int pointY) {
            int right = pointX - x;
            int down = pointY - y;
            return right * right + down * down <= RADIUS * RADIUS;
        }
    }

    /**
     * Reads a level.
     *
     * @throws RuntimeException if the text is no level
     */
    Level(String json) {
        JsonObject level = Json.parse(json).asObject();
        title = level.get("title").asString();
        for (JsonValue each : level.get("stars").asArray()) {
            JsonArray star = each.asArray();
            stars.add(new Star(star.get(0).asInt(), star.get(1).asInt()));
        }
    }

    String title() {
        return title;
    }

    void catchStar(int x, int y) {
        stars.removeIf(star -> star.contains(x, y));
    }

    boolean isWon() {
        return stars.isEmpty();
    }

    void draw(Screen screen, int color) {
        for (Star star : stars) {
            screen.circle(star.x(), star.y(), RADIUS, color);
        }
    }
}
