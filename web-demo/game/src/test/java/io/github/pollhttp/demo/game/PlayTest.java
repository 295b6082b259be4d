package io.github.pollhttp.demo.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.testing.Reply;
import io.github.pollhttp.testing.ScriptedNetwork;
import io.github.pollhttp.testing.SentRequest;

class PlayTest {
    /** 20 seconds without a star or a rock. */
    static final String LONG_ROWS = "\".......\",".repeat(100) + "\".......\"";

    private final ScriptedNetwork network = ScriptedNetwork.install();
    private TestGame test;

    @BeforeEach
    void script() {
        TestGame.script(network);
    }

    @AfterEach
    void close() {
        network.close();
    }

    private void start() {
        test = new TestGame(network);
        test.start();
    }

    private List<String> sent(Method method, String path) {
        return network.requests().stream()
                .filter(each -> each.method() == method && each.url().equals(TestGame.URL + path))
                .map(SentRequest::text).toList();
    }

    @Test
    void scoreIsSentWithTheInitialsAndTheRankIsShown() {
        test = new TestGame(network);
        test.playUntilScene("title");
        "key".chars().forEach(each -> test.game.type((char) each));
        test.game.press(Key.ENTER);
        test.playUntilScene("end");
        test.playUntil(() -> test.game.state().message().contains("number 2 of 5"));
        String sent = sent(Method.METHOD_POST, "scores").get(0);
        assertTrue(sent.matches("\\{\"id\":\"[0-9a-f-]{36}\",\"name\":\"KEY\",\"points\":10}"), sent);
        test.play(0.5);
        assertTrue(test.canvas.text().contains("ADA"), test.canvas.text());
    }

    @Test
    void scoreThatCouldNotBeSentIsSentAgainWithTheSameId() {
        network.on(Method.METHOD_POST, TestGame.URL + "scores", Reply.failure(Reason.CONNECTION_RESET),
                Reply.of(200, "{\"rank\":1,\"of\":1}"));
        start();
        test.playUntilScene("end");
        test.playUntil(() -> test.game.state().message().contains("reset"));
        test.game.press(Key.ENTER);
        test.playUntil(() -> test.game.state().message().contains("number 1 of 1"));
        test.game.press(Key.ENTER);
        test.game.press(Key.ENTER); // plays again
        test.playUntilScene("play");
        test.playUntilScene("end");
        test.play(1);
        List<String> scores = sent(Method.METHOD_POST, "scores");
        assertEquals(3, scores.size());
        assertEquals(scores.get(0), scores.get(1), "the score that was sent again");
        assertNotEquals(scores.get(0), scores.get(2), "the score of another game");
    }

    @Test
    void gameWithoutScoresDoesNotAskForThem() {
        test = new TestGame(network, false);
        test.playUntilScene("title");
        test.frame();
        assertTrue(test.canvas.text().contains("Scores need a server"), test.canvas.text());
        test.game.press(Key.ENTER);
        test.playUntilScene("end");
        test.play(10); // longer than the pause before the live scores are opened again
        assertEquals(List.of(), network.requests().stream().map(SentRequest::url)
                .filter(each -> each.contains("scores")).toList());
    }

    @Test
    void nextLevelIsLoadedWhileTheFirstOneIsPlayed() {
        network.on(TestGame.URL + "levels/1.json", TestGame.level(LONG_ROWS, false));
        network.on(TestGame.URL + "levels/2.json", TestGame.LEVEL);
        start();
        test.play(1);
        assertTrue(test.game.assets().isReady(2));
        int firstSteps = test.game.state().step();
        test.playUntil(() -> test.game.state().step() < firstSteps); // without a loading screen
        assertEquals("play", test.game.state().scene());
        test.playUntilScene("end");
        assertEquals(1, sent(Method.METHOD_GET, "levels/2.json").size());
    }

    /** All bytes are there at once, so that the time that the polls may take limits how many of them a frame reads. */
    @Test
    void noFrameIsDroppedWhileTheUpdateArrives() {
        network.on(TestGame.URL + "levels/1.json", TestGame.level(LONG_ROWS, true));
        network.on(TestGame.URL + "update.bin", Reply.of(200, new byte[20_000_000]));
        TimedReads.install(network, 0.001);
        start();
        int frames = 0;
        while (!test.game.state().message().equals("The update is here: 20 MB")) {
            test.frameOnScreen();
            frames++;
            assertEquals(frames, test.game.state().step(), 1.0, "steps of the level");
        }
        assertEquals(0, test.game.times().overBudget(), test.game.times()::toString);
        assertEquals(0, test.game.times().late());
        int reads = 20_000_000 / TimedReads.CHUNK;
        assertTrue(frames > reads / 4, () -> "the reads took no time: " + test.game.times());
    }

    @Test
    void leavingTheLevelCancelsItsDownloads() {
        network.on(TestGame.URL + "levels/1.json", TestGame.level(LONG_ROWS, false));
        network.on(TestGame.URL + "levels/2.json", Reply.silence(), TestGame.LEVEL);
        start();
        test.play(0.4);
        assertEquals("Update: 1 of 2 MB", test.game.state().message(), "after 0.4 of 0.5 seconds");
        test.game.press(Key.ESCAPE);
        test.play(1);
        assertEquals("title", test.game.state().scene());
        assertEquals("", test.game.update().text());
        test.game.press(Key.ENTER);
        test.play(1);
        assertTrue(test.game.assets().isReady(2));
        test.playUntil(() -> test.game.state().message().equals("The update is here: 2 MB"));
        assertEquals(2, sent(Method.METHOD_GET, "update.bin").size());
    }

    @Test
    void updateThatBreaksOffIsTriedAgainAndTheGameGoesOn() {
        network.on(TestGame.URL + "levels/1.json", TestGame.level(LONG_ROWS, true));
        network.on(TestGame.URL + "update.bin",
                Reply.of(200, new byte[1_000_000], "Content-Length: 2000000").thenFails(Reason.CONNECTION_RESET),
                Reply.of(200, new byte[2_000_000]));
        start();
        test.playUntil(() -> test.game.state().message().startsWith("No update: "));
        int steps = test.game.state().step();
        test.play(5.5);
        assertEquals("The update is here: 2 MB", test.game.state().message());
        assertEquals(steps + 330, test.game.state().step(), 2.0);
    }

    @Test
    void updateThatStallsIsTriedAgainAndTheGameGoesOn() {
        network.on(TestGame.URL + "levels/1.json", TestGame.level(LONG_ROWS, true));
        network.on(TestGame.URL + "update.bin",
                Reply.of(200, new byte[1_000_000], "Content-Length: 2000000").thenSilence(),
                Reply.of(200, new byte[2_000_000]));
        start();
        test.play(4.5);
        assertEquals("Update: 1 of 2 MB", test.game.state().message());
        test.play(1);
        assertTrue(test.game.state().message().matches("No update: .*within the time limit.* Next try in [45] s\\."),
                test.game.state().message());
        test.play(5);
        assertEquals("The update is here: 2 MB", test.game.state().message());
        assertEquals(60 * 10.5, test.game.state().step(), 2.0);
    }

    @Test
    void scoreOnItsWayIsNotLeftBehind() {
        network.on(Method.METHOD_POST, TestGame.URL + "scores", Reply.silence(),
                Reply.of(200, "{\"rank\":1,\"of\":1}"));
        start();
        test.playUntilScene("end");
        test.frame();
        assertFalse(test.canvas.text().contains("Play again"), test.canvas.text());
        test.game.press(Key.ENTER);
        test.game.press(Key.ESCAPE);
        test.game.touch(180, 395); // where the button is going to be
        assertEquals("end", test.game.state().scene());
        test.playUntil(() -> !test.game.state().message().startsWith("Sending"));
        test.frame();
        assertTrue(test.canvas.text().contains("Send it again Play again"), test.canvas.text());
        test.game.press(Key.ESCAPE);
        assertEquals("title", test.game.state().scene());
    }

    @Test
    void scoreThatTheServerDoesNotKeepIsNotAmongTheBest() {
        network.on(Method.METHOD_POST, TestGame.URL + "scores", Reply.of(200, "{\"rank\":101,\"of\":100}"));
        start();
        test.playUntilScene("end");
        test.playUntil(() -> test.game.state().message().equals("Your score is not among the best 100."));
    }

    @Test
    void leaderboardIsAskedForAgainAfterAnOutage() {
        network.on(Method.METHOD_GET, TestGame.URL + "scores", Reply.failure(Reason.CONNECTION_RESET), TestGame.SCORES);
        test = new TestGame(network);
        test.playUntil(() -> test.game.state().message().contains("reset"));
        test.play(4.5);
        assertTrue(test.canvas.text().contains("reset"), test.canvas.text());
        test.play(1);
        assertTrue(test.canvas.text().contains("ADA 70"), test.canvas.text());
        assertEquals("1. ADA  70", test.game.state().message());
        test.play(10);
        assertEquals(2, sent(Method.METHOD_GET, "scores").size());
    }

    /** The server sends a comment each 15 seconds. */
    @Test
    void streamThatIsSilentForLongIsShownAndOpenedAgain() {
        String head = "Content-Type: text/event-stream";
        String rows = (LONG_ROWS + ",").repeat(3) + LONG_ROWS;
        network.on(TestGame.URL + "levels/1.json", TestGame.level(rows, true));
        network.on(TestGame.URL + "scores/live",
                Reply.of(200, ": open\n\n", head).pause(15).then(": open\n\n").thenSilence(),
                Reply.of(200, "data: {\"name\":\"EVE\",\"points\":90}\n\n", head).thenSilence());
        start();
        test.play(54);
        assertFalse(test.canvas.text().contains("No live scores"), test.canvas.text());
        test.play(2);
        assertTrue(test.canvas.text().contains("No live scores: no connection"), test.canvas.text());
        test.play(4);
        assertTrue(test.canvas.text().contains("EVE  90"), test.canvas.text());
        assertFalse(test.canvas.text().contains("No live scores"), test.canvas.text());
        assertEquals("play", test.game.state().scene());
    }

    @Test
    void scoresOfOthersAppearAndTheStreamComesBack() {
        String head = "Content-Type: text/event-stream";
        network.on(TestGame.URL + "levels/1.json", TestGame.level(LONG_ROWS, true));
        network.on(TestGame.URL + "scores/live",
                Reply.of(200, "data: {\"name\":\"BOB\",\"points\":40}\n\ndata: no JSON\n\n", head).pause(2)
                        .thenFails(Reason.CONNECTION_RESET),
                Reply.failure(Reason.REFUSED),
                Reply.of(500, "broken"),
                Reply.of(200, "data: {\"name\":\"EVE\",\"points\":90}\n\n", head).thenSilence());
        start();
        test.play(1);
        assertEquals("play", test.game.state().scene());
        assertTrue(test.canvas.text().contains("BOB  40"), test.canvas.text());
        assertEquals("BOB  40", test.game.state().live());
        test.playUntil(() -> test.canvas.text().contains("No live scores"));
        test.playUntil(() -> test.canvas.text().contains("EVE  90"));
    }

    @Test
    void rockCostsALifeAndTheLastLifeEndsTheGame() {
        network.on(TestGame.URL + "levels/1.json",
                TestGame.level("\"...#...\"," + LONG_ROWS + ",\"...#...\"," + LONG_ROWS + ",\"...#...\"", true));
        start();
        test.playUntilScene("end");
        test.frame();
        assertTrue(test.canvas.text().contains("Game over"), test.canvas.text());
    }

    @Test
    void fingerSteers() {
        network.on(TestGame.URL + "levels/1.json", TestGame.level("\"......*\"," + LONG_ROWS + ",\"*......\"", true));
        start();
        test.frame();
        test.game.touch(330, 600);
        test.playUntil(() -> test.game.state().score() == World.POINTS);
        test.game.drag(30);
        test.playUntil(() -> test.game.state().scene().equals("end"));
        assertEquals(2 * World.POINTS, test.game.state().score());
    }
}
