package io.github.pollhttp.demo.server.game;

import java.util.UUID;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;

/**
 * A score that a player has sent, checked.
 *
 * @param id     the program's name for this score. If the answer of the server is lost, the program sends the score again, with the same id
 * @param name   the name of the player
 * @param points how many points
 */
record Submission(String id, String name, int points) {
    /** The largest body of a request, in bytes. */
    static final int MOST_BYTES = 256;

    private static final int MOST_POINTS = 1_000_000;

    /** @throws IllegalArgumentException if it is no valid score; the message is for the player */
    static Submission parse(String text) {
        JsonValue json;
        try {
            json = Json.parse(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException("A score must be JSON.", e);
        }
        if (!json.isObject()) {
            throw new IllegalArgumentException("A score must be a JSON object.");
        }
        JsonObject score = json.asObject();
        String id = text(score, "id");
        if (id != null && !id.matches("[0-9a-f-]{1,36}")) {
            throw new IllegalArgumentException("An id must have 1 to 36 characters: digits, letters from a to f or -.");
        }
        String name = text(score, "name");
        if (name == null || !name.matches("[A-Z0-9]{1,12}")) {
            throw new IllegalArgumentException("A name must have 1 to 12 letters from A to Z or digits.");
        }
        JsonValue points = score.get("points");
        if (points == null || !points.toString().matches("[0-9]{1,7}") || points.asInt() > MOST_POINTS) {
            throw new IllegalArgumentException("The points must be a whole number from 0 to 1000000.");
        }
        return new Submission(id == null ? UUID.randomUUID().toString() : id, name, points.asInt());
    }

    /** Returns a text of the object; null if there is none, and an empty text if the value is something else. */
    private static String text(JsonObject json, String member) {
        JsonValue value = json.get(member);
        return value == null ? null : value.isString() ? value.asString() : "";
    }

    /** Returns what the server tells the other players, as JSON. */
    String json() {
        return Json.object().add("name", name).add("points", points).toString();
    }
}
