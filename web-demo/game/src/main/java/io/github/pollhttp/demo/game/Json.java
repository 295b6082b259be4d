package io.github.pollhttp.demo.game;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;

/** Reads and writes the JSON of the server. A method throws an {@link IllegalArgumentException} if it gets something else. */
final class Json {
    private Json() {}

    static Level level(String text) {
        return read(text, json -> {
            List<String> rows = new ArrayList<>();
            for (JsonValue row : array(json, "rows")) {
                rows.add(row.asString());
            }
            return new Level(json.getString("title", null), json.getDouble("speed", 0), rows,
                    json.getBoolean("last", false));
        });
    }

    static List<Score> scores(String text) {
        return read(text, json -> {
            List<Score> scores = new ArrayList<>();
            for (JsonValue each : array(json, "scores")) {
                scores.add(score(each.asObject()));
            }
            return scores;
        });
    }

    static Score score(String text) {
        return read(text, Json::score);
    }

    private static Score score(JsonObject json) {
        return new Score(json.getString("name", "?"), json.getInt("points", 0));
    }

    static Rank rank(String text) {
        return read(text, json -> new Rank(json.getInt("rank", 0), json.getInt("of", 0)));
    }

    /** @param id names the score, so that the server does not store it a second time if it is sent again */
    static String of(String id, Score score) {
        return new JsonObject().add("id", id).add("name", score.name()).add("points", score.points()).toString();
    }

    private static JsonArray array(JsonObject json, String name) {
        JsonValue array = json.get(name);
        return array == null ? new JsonArray() : array.asArray();
    }

    private static <T> T read(String text, Function<JsonObject, T> reader) {
        JsonValue json;
        try {
            json = com.eclipsesource.json.Json.parse(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException("it is no JSON (" + e.getMessage() + ")", e);
        }
        try {
            return reader.apply(json.asObject());
        } catch (UnsupportedOperationException e) { // a value has another type
            throw new IllegalArgumentException("its JSON has another form (" + e.getMessage() + ")", e);
        }
    }
}
