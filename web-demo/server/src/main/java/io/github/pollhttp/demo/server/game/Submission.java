package io.github.pollhttp.demo.server.game;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;

/** A score that a player has sent, checked. */
record Submission(String name, int points) {
    /** The largest body of a request, in bytes. */
    static final int MOST_BYTES = 256;

    private static final int MOST_POINTS = 1_000_000;

    /** @throws IllegalArgumentException if it is no valid score; the message is for the player */
    static Submission parse(String text) {
        JsonObject json;
        try {
            json = JsonParser.object().from(text);
        } catch (JsonParserException e) {
            throw new IllegalArgumentException("A score must be a JSON object.", e);
        }
        String name = json.getString("name", "");
        if (!name.matches("[A-Z0-9]{1,12}")) {
            throw new IllegalArgumentException("A name must have 1 to 12 letters from A to Z or digits.");
        }
        if (!(json.get("points") instanceof Integer points) || points < 0 || points > MOST_POINTS) {
            throw new IllegalArgumentException("The points must be a whole number from 0 to 1000000.");
        }
        return new Submission(name, points);
    }

    String json() {
        return JsonWriter.string().object().value("name", name).value("points", points).end().done();
    }
}
