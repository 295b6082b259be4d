package io.github.pollhttp.demo.game;

import java.util.ArrayList;
import java.util.List;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;

/** Reads and writes the JSON of the server. A method throws an {@link IllegalArgumentException} if it gets something else. */
final class Json {
    private Json() {}

    static Level level(String text) {
        JsonObject json = object(text);
        List<String> rows = new ArrayList<>();
        JsonArray array = json.getArray("rows", new JsonArray());
        for (int i = 0; i < array.size(); i++) {
            rows.add(array.getString(i, ""));
        }
        return new Level(json.getString("title"), json.getDouble("speed"), rows, json.getBoolean("last"));
    }

    static List<Score> scores(String text) {
        List<Score> scores = new ArrayList<>();
        JsonArray array = object(text).getArray("scores", new JsonArray());
        for (int i = 0; i < array.size(); i++) {
            scores.add(score(array.getObject(i, new JsonObject())));
        }
        return scores;
    }

    static Score score(String text) {
        return score(object(text));
    }

    private static Score score(JsonObject json) {
        return new Score(json.getString("name", "?"), json.getInt("points"));
    }

    static Rank rank(String text) {
        JsonObject json = object(text);
        return new Rank(json.getInt("rank"), json.getInt("of"));
    }

    static String of(Score score) {
        return JsonWriter.string().object().value("name", score.name()).value("points", score.points()).end().done();
    }

    private static JsonObject object(String text) {
        try {
            return JsonParser.object().from(text);
        } catch (JsonParserException e) {
            throw new IllegalArgumentException("it is no JSON object (" + e.getMessage() + ")", e);
        }
    }
}
