package io.github.pollhttp.e2e.snippets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.testing.Reply;
import io.github.pollhttp.testing.ScriptedNetwork;

/** A level, a picture with its progress and a score take a newcomer at most 30 lines, and they work. */
class ThreeTasksTest {
    private static final int MOST_LINES = 30;
    private static final String FOLDER = "https://example.com/game/";

    @Test
    void sampleHasAtMostThirtyLinesOfCode() throws IOException {
        List<CodeBlock> samples = CodeBlock.ofSnippets().stream()
                .filter(block -> block.place().contains("ThreeTasksSnippets")).toList();
        assertEquals(1, samples.size());
        long lines = samples.get(0).lines().stream().filter(line -> !line.isBlank()).count();
        assertTrue(lines <= MOST_LINES, lines + " lines");
    }

    @Test
    void levelPictureAndScoreWork() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            network.on(FOLDER + "level.json", Reply.of(404, ""));
            network.on(FOLDER + "sprites.png", Reply.of(200, "sprites".repeat(20)).atRate(100));
            network.on(Method.METHOD_POST, FOLDER + "scores", Reply.of(201, ""));
            ThreeTasksSnippets game = new ThreeTasksSnippets();
            game.start();
            game.postScore(1200);
            network.play(2, game::frame);

            assertEquals(1, game.painted.size());
            assertTrue(game.shown.contains("\"" + FOLDER + "level.json\" answered 404 Not Found."),
                    game.shown::toString);
            assertTrue(game.shown.contains("Your score is saved."), game.shown::toString);
            assertTrue(game.shown.stream().anyMatch(text -> text.endsWith(" %")), game.shown::toString);
        }
    }
}
