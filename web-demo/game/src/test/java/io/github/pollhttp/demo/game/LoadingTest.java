package io.github.pollhttp.demo.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.testing.Reply;
import io.github.pollhttp.testing.ScriptedNetwork;

class LoadingTest {
    @Test
    void barShowsHowMuchHasArrived() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TestGame.script(network);
            network.on(TestGame.URL + "sprites.png", Reply.of(200, new byte[10_000]).atRate(5_000));
            TestGame test = new TestGame(network);
            test.play(1);
            assertEquals("loading", test.game.state().scene());
            assertEquals(0.5, test.game.assets().progress(), 0.02);
            assertTrue(test.canvas.text().contains("Loading level 1"), test.canvas.text());
            double whole = test.canvas.boxes(Stage.PANEL, 14).get(0).width();
            assertEquals(0.5 * whole, test.canvas.boxes(Stage.GOLD, 14).get(0).width(), 0.02 * whole);
            test.play(1.1);
            assertEquals("title", test.game.state().scene());
        }
    }

    @Test
    void barCountsAFileWhoseSizeWasNotSent() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TestGame.script(network);
            network.on(TestGame.URL + "sprites.png", Reply.of(200, new byte[5_000], "Transfer-Encoding: chunked"));
            network.on(TestGame.URL + "levels/1.json", Reply.of(200, new byte[5_000]).atRate(2_500));
            TestGame test = new TestGame(network);
            test.play(1);
            assertEquals(0.75, test.game.assets().progress(), 0.02);
        }
    }

    @Test
    void refusedConnectionIsShownAndTheButtonTriesAgain() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            network.on(TestGame.URL + "*", Reply.failure(Reason.REFUSED));
            TestGame test = new TestGame(network);
            test.playUntilScene("failed");
            assertTrue(test.game.state().message().contains("refused"), test.game.state().message());
            test.frame();
            assertTrue(test.canvas.text().contains("Try again"), test.canvas.text());
            network.on(TestGame.URL + "*", Reply.of(404, "")); // replaces the failure to connect
            TestGame.script(network);
            test.game.touch(180, 515); // in the middle of the button: a phone has 180 units above this scene
            test.game.lift();
            test.playUntilScene("title");
        }
    }

    @Test
    void missingCorsHeaderIsShown() {
        try (ScriptedNetwork network = ScriptedNetwork.installBrowser("https://game.example/")) {
            network.on(TestGame.URL + "*", Reply.of(200, "{}"));
            TestGame test = new TestGame(network);
            test.playUntilScene("failed");
            assertTrue(test.game.state().message().contains("CORS"), test.game.state().message());
        }
    }

    @Test
    void levelThatStallsIsGivenUpAfterFiveSeconds() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TestGame.script(network);
            network.on(TestGame.URL + "levels/1.json", Reply.of(200, "{\"title\":").thenSilence(), TestGame.LEVEL);
            TestGame test = new TestGame(network);
            test.play(4.5);
            assertEquals("loading", test.game.state().scene());
            test.play(1);
            assertEquals("failed", test.game.state().scene());
            test.game.press(Key.ENTER);
            test.playUntilScene("title");
        }
    }

    @Test
    void playerWhoDoesNotWaitForTheNextLevelKeepsTheScore() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TestGame test = startBeforeALevelThatStalls(network);
            test.game.press(Key.ESCAPE);
            assertEquals("end", test.game.state().scene());
            assertEquals(World.POINTS, test.game.state().score());
            test.playUntil(() -> test.game.state().message().contains("number 2 of 5"));
            assertEquals("", test.game.update().text(), "the update is cancelled");
            test.game.press(Key.ENTER);
            test.start();
            test.play(0.5);
            assertTrue(test.game.assets().isReady(2), "the level was asked for again");
        }
    }

    @Test
    void crossLeavesTheLoadingScreenAlsoAfterAFailure() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TestGame test = startBeforeALevelThatStalls(network);
            test.playUntilScene("failed");
            test.frame();
            assertTrue(test.canvas.text().contains("✕"), test.canvas.text());
            test.game.touch(30, 210); // a phone has 180 units above this scene
            assertEquals("end", test.game.state().scene());
        }
    }

    /** Plays the first level with its star to the loading screen of the second one. */
    private static TestGame startBeforeALevelThatStalls(ScriptedNetwork network) {
        TestGame.script(network);
        network.on(TestGame.URL + "levels/1.json", TestGame.level("\"...*...\"", false));
        network.on(TestGame.URL + "levels/2.json", Reply.of(200, "{\"title\":").thenSilence(), TestGame.LEVEL);
        network.on(TestGame.URL + "update.bin", Reply.silence());
        TestGame test = new TestGame(network);
        test.start();
        test.playUntilScene("loading");
        return test;
    }

    @Test
    void firstLoadingScreenHasNoSceneToGoBackTo() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TestGame.script(network);
            network.on(TestGame.URL + "sprites.png", Reply.of(200, "a picture").after(2));
            TestGame test = new TestGame(network);
            test.play(1);
            test.game.press(Key.ESCAPE);
            test.game.touch(30, 210);
            test.frame();
            assertEquals("loading", test.game.state().scene());
            assertFalse(test.canvas.text().contains("✕"), test.canvas.text());
        }
    }

    @Test
    void levelWithAShortRowIsNotPlayed() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TestGame.script(network);
            network.on(TestGame.URL + "levels/1.json", TestGame.level("\"*\"", true));
            TestGame test = new TestGame(network);
            test.playUntilScene("failed");
            assertTrue(test.game.state().message().contains("7 characters"), test.game.state().message());
        }
    }

    @Test
    void errorPageIsNoLevel() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TestGame.script(network);
            network.on(TestGame.URL + "levels/1.json", Reply.of(200, "<html>"));
            TestGame test = new TestGame(network);
            test.playUntilScene("failed");
            assertTrue(test.game.state().message().contains("no JSON"), test.game.state().message());
        }
    }

    @Test
    void jsonOfAnotherFormIsNoLevel() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TestGame.script(network);
            network.on(TestGame.URL + "levels/1.json", Reply.of(200, "[1]"));
            TestGame test = new TestGame(network);
            test.playUntilScene("failed");
            assertTrue(test.game.state().message().contains("another form"), test.game.state().message());
        }
    }

    @Test
    void spritesThatAreNoPictureFail() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TestGame.script(network);
            network.on(TestGame.URL + "sprites.png", Reply.of(200, ""), Reply.of(200, "a picture"));
            TestGame test = new TestGame(network);
            test.playUntilScene("failed");
            assertEquals("The sprites are no picture.", test.game.state().message());
            test.game.press(Key.ENTER);
            test.playUntilScene("title");
        }
    }
}
