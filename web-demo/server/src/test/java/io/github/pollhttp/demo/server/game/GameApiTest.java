package io.github.pollhttp.demo.server.game;

import static java.nio.charset.StandardCharsets.UTF_8;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;

import io.github.pollhttp.demo.server.DemoServer;

@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD) // in seconds: a stream that does not end must not hold up the build
class GameApiTest {
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private static DemoServer server;
    private static String url;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        start(null);
    }

    private static void start(Path scores) throws Exception {
        server = DemoServer.start(0, scores, served -> {});
        url = server.originA() + "/game/";
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @AfterEach
    void disturbNoMore() throws Exception {
        control("mode=normal&cors=on");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url + path)).POST(BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
    }

    private void control(String query) throws Exception {
        assertEquals(204, post("control?" + query, "").statusCode());
    }

    private InputStream open(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofInputStream()).body();
    }

    private BufferedReader live() throws Exception {
        BufferedReader stream = new BufferedReader(new InputStreamReader(open("scores/live"), UTF_8));
        assertEquals(": open", stream.readLine());
        assertEquals("", stream.readLine());
        return stream;
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, true"})
    void levelsAreThere(int number, boolean last) throws Exception {
        JsonObject level = Json.parse(get("levels/" + number + ".json").body()).asObject();
        assertEquals(last, level.getBoolean("last", false));
        for (JsonValue row : level.get("rows").asArray()) {
            assertTrue(row.asString().matches("[.*#+]{7}"), row.asString());
        }
    }

    @Test
    void otherLevelsAreNot() throws Exception {
        assertEquals(404, get("levels/4.json").statusCode());
        assertEquals(404, get("levels/one.json").statusCode());
    }

    @Test
    void spritesAreFourSquares() throws Exception {
        HttpResponse<byte[]> png = client.send(HttpRequest.newBuilder(URI.create(url + "sprites.png")).build(),
                BodyHandlers.ofByteArray());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.body()));
        assertEquals(4 * image.getHeight(), image.getWidth());
    }

    @Test
    void scoresAreSortedAndSurviveARestart(@TempDir Path folder) throws Exception {
        stop();
        start(folder.resolve("scores"));
        assertEquals("{\"rank\":1,\"of\":1}", post("scores", "{\"name\":\"AAA\",\"points\":10}").body());
        assertEquals("{\"rank\":1,\"of\":2}", post("scores", "{\"name\":\"BBB\",\"points\":30}").body());
        assertEquals("{\"rank\":2,\"of\":3}", post("scores", "{\"name\":\"CCC\",\"points\":20}").body());
        stop();
        start(folder.resolve("scores"));
        assertEquals("{\"scores\":[{\"name\":\"BBB\",\"points\":30},{\"name\":\"CCC\",\"points\":20},"
                + "{\"name\":\"AAA\",\"points\":10}]}", get("scores").body());
        stop();
        start();
    }

    @Test
    void onlyTheBestScoresAreKept() throws Exception {
        try (Scores scores = new Scores(null)) {
            for (int points = 0; points < Scores.KEPT + 5; points++) {
                scores.add(score(points));
            }
            assertEquals("{\"rank\":101,\"of\":100}", placeOf(score(1), scores));
            assertEquals("{\"rank\":1,\"of\":100}", placeOf(score(1000), scores));
        }
    }

    /** The leaderboard shows equal scores in the order in which they came, and keeps the first ones. */
    @Test
    void equalScoreIsPlacedAfterThoseBeforeIt() throws Exception {
        try (Scores scores = new Scores(null)) {
            for (int count = 1; count <= Scores.KEPT; count++) {
                assertEquals("{\"rank\":" + count + ",\"of\":" + count + "}", placeOf(score(10), scores));
            }
            assertEquals("{\"rank\":101,\"of\":100}", placeOf(score(10), scores));
        }
    }

    private static Submission score(int points) {
        return Submission.parse("{\"name\":\"AAA\",\"points\":" + points + "}");
    }

    private static String placeOf(Submission score, Scores scores) throws SQLException {
        scores.add(score);
        return scores.place(score);
    }

    /** The first time, the answer is lost on its way, so that the player sends the score again. */
    @Test
    void scoreThatIsSentAgainIsStoredAndToldOnce() throws Exception {
        stop();
        start();
        String score = "{\"id\":\"0f-1\",\"name\":\"AAA\",\"points\":10}";
        control("mode=cut");
        assertThrows(IOException.class, () -> post("scores", score));
        control("mode=normal");
        assertEquals("{\"rank\":1,\"of\":1}", post("scores", score).body());
        assertEquals("{\"scores\":[{\"name\":\"AAA\",\"points\":10}]}", get("scores").body());
        try (BufferedReader stream = live()) {
            post("scores", score.replace("0f", "0e"));
            post("scores", score.replace("0f", "0e"));
            post("scores", score.replace("0f", "0d").replace("AAA", "BBB"));
            assertEquals("data: {\"name\":\"AAA\",\"points\":10}", stream.readLine());
            assertEquals("", stream.readLine());
            assertEquals("data: {\"name\":\"BBB\",\"points\":10}", stream.readLine());
        }
    }

    @Test
    void scoresOfAnEarlierVersionAreKept(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("scores").toAbsolutePath();
        try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + file);
                Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE scores "
                    + "(id IDENTITY PRIMARY KEY, name VARCHAR(12) NOT NULL, points INT NOT NULL)");
            statement.execute("INSERT INTO scores (name, points) VALUES ('AAA', 10), ('BBB', 20)");
        }
        for (int start = 1; start <= 2; start++) {
            try (Scores scores = new Scores(file)) {
                assertEquals("{\"rank\":1,\"of\":3}", placeOf(new Submission("0f-1", "CCC", 30), scores));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"name\":\"AAA\"}", "{\"name\":\"\",\"points\":1}",
            "{\"name\":\"<b>\",\"points\":1}", "{\"name\":\"ABCDEFGHIJKLM\",\"points\":1}",
            "{\"name\":\"AAA\",\"points\":-1}", "{\"name\":\"AAA\",\"points\":1000001}",
            "{\"name\":\"AAA\",\"points\":1.5}", "{\"id\":\"<b>\",\"name\":\"AAA\",\"points\":1}",
            "{\"id\":1,\"name\":\"AAA\",\"points\":1}", "{\"name\":\"AAA\",\"points\":\"1\"}"})
    void invalidScoreIsRefusedWithAReason(String body) throws Exception {
        String before = get("scores").body();
        HttpResponse<String> response = post("scores", body);
        assertEquals(400, response.statusCode());
        assertTrue(Json.parse(response.body()).asObject().getString("error", "").endsWith("."), response.body());
        assertEquals(before, get("scores").body());
    }

    @Test
    void longBodyIsRefused() throws Exception {
        assertEquals(413, post("scores", " ".repeat(300)).statusCode());
    }

    @Test
    void scoreIsSentToThoseWhoListen() throws Exception {
        try (BufferedReader stream = live()) {
            post("scores", "{\"name\":\"AAA\",\"points\":10}");
            assertEquals("data: {\"name\":\"AAA\",\"points\":10}", stream.readLine());
        }
    }

    @Test
    void updateHas20MegabytesAndComesInPieces() throws Exception {
        try (InputStream update = open("update.bin")) {
            int first = update.readNBytes(100_000).length;
            control("mode=cut");
            assertThrows(IOException.class, update::readAllBytes, "the rest of it is not here yet");
            assertEquals(100_000, first);
        }
        assertEquals("20000000", client.send(HttpRequest.newBuilder(URI.create(url + "update.bin")).build(),
                BodyHandlers.ofInputStream()).headers().firstValue("Content-Length").orElseThrow());
    }

    @Test
    void brokenServerAnswers500() throws Exception {
        control("mode=broken");
        assertEquals(500, get("scores").statusCode());
        control("mode=normal");
        assertEquals(200, get("scores").statusCode());
    }

    @Test
    void serverThatIsAwayEndsRequestsAndStreams() throws Exception {
        try (InputStream stream = open("scores/live")) {
            control("mode=away");
            assertThrows(IOException.class, stream::readAllBytes);
        }
        assertThrows(IOException.class, () -> get("scores"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stalled", "slow"})
    void bodyGoesOnWhenTheServerIsNormalAgain(String mode) throws Exception {
        String whole = get("levels/1.json").body();
        control("mode=" + mode);
        try (InputStream body = open("levels/1.json")) {
            String beginning = new String(body.readNBytes(10), UTF_8);
            control("mode=normal");
            assertEquals(whole, beginning + new String(body.readAllBytes(), UTF_8));
        }
    }

    @Test
    void corsCanBeSwitchedOff() throws Exception {
        assertEquals("*", get("scores").headers().firstValue(ALLOW_ORIGIN).orElseThrow());
        HttpRequest preflight = HttpRequest.newBuilder(URI.create(url + "scores"))
                .method("OPTIONS", BodyPublishers.noBody()).build();
        assertEquals("Content-Type, Last-Event-ID", client.send(preflight, BodyHandlers.discarding()).headers()
                .firstValue("Access-Control-Allow-Headers").orElseThrow());
        control("cors=off");
        assertTrue(get("scores").headers().firstValue(ALLOW_ORIGIN).isEmpty());
        assertTrue(client.send(preflight, BodyHandlers.discarding()).headers().firstValue(ALLOW_ORIGIN).isEmpty());
    }

    @Test
    void controlRefusesPagesAndUnknownModes() throws Exception {
        HttpRequest ofPage = HttpRequest.newBuilder(URI.create(url + "control?mode=away"))
                .header("Origin", "https://example.com").POST(BodyPublishers.noBody()).build();
        assertEquals(403, client.send(ofPage, BodyHandlers.discarding()).statusCode());
        assertEquals(403, get("control?mode=away").statusCode());
        assertEquals(400, post("control?mode=happy", "").statusCode());
        assertEquals(200, get("scores").statusCode());
    }
}
