package io.github.pollhttp.demo.game;

import io.github.pollhttp.demo.game.Canvas.Align;

/** The three letters of the player. Keys type or change them, and so do touches above and below each letter. */
final class Initials {
    private static final int COUNT = 3;
    private static final double BOX = 56;
    private static final double GAP = 12;
    private static final double LEFT = (Stage.WIDTH - COUNT * BOX - (COUNT - 1) * GAP) / 2;

    private final char[] letters = {'Y', 'O', 'U'};
    private int selected;

    void type(char letter) {
        letters[selected] = letter;
        select(1);
    }

    void select(int direction) {
        selected = Math.floorMod(selected + direction, COUNT);
    }

    void change(int direction) {
        letters[selected] = (char) ('A' + Math.floorMod(letters[selected] - 'A' + direction, 26));
    }

    /** @param y the upper edge of the letters, as for {@link #draw} */
    void touch(double atX, double atY, double y) {
        double column = (atX - LEFT + GAP / 2) / (BOX + GAP);
        if (column >= 0 && column < COUNT && Math.abs(atY - y - BOX / 2) < BOX) {
            selected = (int) column;
            change(atY < y + BOX / 2 ? 1 : -1);
        }
    }

    void draw(Stage stage, double y) {
        for (int i = 0; i < COUNT; i++) {
            double x = LEFT + i * (BOX + GAP);
            stage.fill(x, y, BOX, BOX, i == selected ? Stage.ACCENT : Stage.PANEL);
            stage.text(String.valueOf(letters[i]), x + BOX / 2, y + 41, 36, Stage.WHITE, Align.CENTER);
            stage.text("▲", x + BOX / 2, y - 8, 14, Stage.SOFT, Align.CENTER);
            stage.text("▼", x + BOX / 2, y + BOX + 18, 14, Stage.SOFT, Align.CENTER);
        }
    }

    @Override
    public String toString() {
        return String.valueOf(letters);
    }
}
