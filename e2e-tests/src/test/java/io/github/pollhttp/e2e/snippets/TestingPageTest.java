package io.github.pollhttp.e2e.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.testing.Reply;
import io.github.pollhttp.testing.ScriptedNetwork;
import io.github.pollhttp.testing.SentRequest;

/** The tests of {@code docs/testing.md} and of the Javadoc of {@code pollhttp-testing}. They pass, so the page is right. */
class TestingPageTest {
    private static final String LEVEL = "https://example.com/level.json";

    @Test
    void javadocOfTheNetwork() {
        // snippet: testing-network
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            network.on("https://example.com/level.json", Reply.of(200, "a cave"));
            LevelScreen screen = new LevelScreen();
            network.play(1, screen::frame); // one second, 60 frames
            assertEquals("a cave", screen.text());
        }
        // end
    }

    @Test
    void javadocOfReplies() {
        // snippet: testing-replies
        Reply level = Reply.of(200, "{\"title\":\"Cave\"}", "Content-Type: application/json");
        Reply slow = level.after(2); // the head arrives after two seconds
        Reply picture = Reply.of(200, new byte[60_000]).atRate(20_000); // takes three seconds
        Reply broken = Reply.of(200, "half of", "Content-Length: 20").thenFails(Reason.CONNECTION_RESET);
        Reply stalled = Reply.of(200, "half of").pause(1).then(" the level").thenSilence();
        Reply away = Reply.failure(Reason.REFUSED);
        // end
        for (Reply each : List.of(slow, picture, broken, stalled, away)) {
            assertNotNull(each);
        }
    }

    // snippet: testing-time
    @Test
    void slowLevelIsWaitedFor() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            network.on(LEVEL, Reply.of(200, "a cave").after(5));
            LevelScreen screen = new LevelScreen();
            network.play(4.9, screen::frame);
            assertEquals("Loading", screen.text());
            network.play(0.2, screen::frame);
            assertEquals("a cave", screen.text());
        }
    }

    @Test
    void levelThatStallsIsGivenUp() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            network.on(LEVEL, Reply.of(200, "half of ").thenSilence());
            LevelScreen screen = new LevelScreen();
            network.play(21, screen::frame); // takes milliseconds
            assertTrue(screen.text().contains("timeout"), screen.text());
        }
    }
    // end

    // snippet: testing-failure
    @Test
    void buttonTriesAgain() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            network.on(LEVEL, Reply.failure(Reason.REFUSED), Reply.of(200, "a cave"));
            LevelScreen screen = new LevelScreen();
            network.play(1, screen::frame);
            assertTrue(screen.text().contains("refused"), screen.text());
            screen.load();
            network.play(1, screen::frame);
            assertEquals("a cave", screen.text());
        }
    }
    // end

    // snippet: testing-browser
    @Test
    void levelNeedsCorsInTheBrowser() {
        try (ScriptedNetwork network = ScriptedNetwork.installBrowser("https://game.example/index.html")) {
            network.on(LEVEL, Reply.of(200, "a cave"),
                    Reply.of(200, "a cave", "Access-Control-Allow-Origin: https://game.example"));
            LevelScreen screen = new LevelScreen();
            network.play(1, screen::frame);
            assertTrue(screen.text().contains("CORS"), screen.text());
            screen.load();
            network.play(1, screen::frame);
            assertEquals("a cave", screen.text());
        }
    }
    // end

    @Test
    void scoreIsPosted() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            RecipeSnippets game = new RecipeSnippets();
            game.start();
            // snippet: testing-requests
            network.on(Method.METHOD_POST, "https://example.com/game/scores", Reply.of(201, ""));
            game.postScore(1200);
            network.play(1, game::frame);
            SentRequest sent = network.requests().get(0);
            assertEquals("{\"score\":1200}", sent.text());
            assertEquals("application/json", sent.header("Content-Type"));
            // end
        }
    }

    @Test
    void serverAnswersEachLevel() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            // snippet: testing-server
            network.on("https://example.com/*", request -> request.header("Accept-Encoding") == null
                    ? Reply.of(400, "no Accept-Encoding")
                    : Reply.of(200, "you asked for " + request.url()));
            // end
            LevelScreen screen = new LevelScreen();
            network.play(1, screen::frame);
            assertEquals("you asked for " + LEVEL, screen.text());
        }
    }
}
