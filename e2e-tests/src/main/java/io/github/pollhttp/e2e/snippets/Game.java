package io.github.pollhttp.e2e.snippets;

import java.util.ArrayList;
import java.util.List;

/** The part of a game that the snippets call: it keeps what they hand over. */
class Game {
    final List<String> shown = new ArrayList<>();
    final List<byte[]> played = new ArrayList<>();

    /** Shows a text to the player. */
    void show(String text) {
        shown.add(text);
    }

    /** Starts a level. */
    void play(byte[] level) {
        played.add(level);
    }
}
