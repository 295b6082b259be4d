package io.github.pollhttp.e2e.snippets;

// snippet: testing-first
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.testing.Reply;
import io.github.pollhttp.testing.ScriptedNetwork;

class LevelScreenTest {
    private static final String LEVEL = "https://example.com/level.json";

    @Test
    void levelIsShown() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            network.on(LEVEL, Reply.of(200, "a cave"));
            LevelScreen screen = new LevelScreen();
            network.play(1, screen::frame); // one second, 60 frames
            assertEquals("a cave", screen.text());
        }
    }
}
// end
