package com.example.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.testing.Reply;
import io.github.pollhttp.testing.ScriptedNetwork;

class GameTest {
    private static final String ASSETS = "https://game.example/";
    private static final Reply LEVEL = Reply.of(200, "{\"title\":\"One star\",\"stars\":[[100,50]]}");

    /** Keeps what the game draws. */
    private static final class Drawing implements Screen {
        private int circles;
        private String text = "";

        static Drawing of(Game game) {
            Drawing drawing = new Drawing();
            game.draw(drawing);
            return drawing;
        }

        @Override
        public void clear(int color) {}

        @Override
        public void circle(int x, int y, int radius, int color) {
            circles++;
        }

        @Override
        public void text(String line, int x, int y, int color) {
            text += line;
        }
    }

    @Test
    void playerCatchesTheStar() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            network.on(ASSETS + "level.json", LEVEL);
            Game game = new Game(ASSETS);
            network.play(1, game::update); // one second, 60 frames
            assertEquals("One star", Drawing.of(game).text);
            assertEquals(1, Drawing.of(game).circles);
            game.tap(104, 47);
            assertEquals(0, Drawing.of(game).circles);
            assertEquals("You have caught all stars.", Drawing.of(game).text);
        }
    }

    @Test
    void playerTriesAgain() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            network.on(ASSETS + "level.json", Reply.failure(Reason.REFUSED), LEVEL);
            Game game = new Game(ASSETS);
            network.play(1, game::update);
            assertTrue(Drawing.of(game).text.endsWith("Click to try again."), Drawing.of(game).text);
            game.tap(0, 0);
            network.play(1, game::update);
            assertEquals("One star", Drawing.of(game).text);
        }
    }

    @Test
    void damagedLevelIsAFailure() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            network.on(ASSETS + "level.json", Reply.of(200, "<html>"));
            Game game = new Game(ASSETS);
            network.play(1, game::update);
            assertTrue(Drawing.of(game).text.startsWith("The level is damaged"), Drawing.of(game).text);
        }
    }
}
