package io.github.pollhttp.demo.game;

import io.github.pollhttp.demo.game.Canvas.Align;

/** The cross in the upper left corner, which leaves what the player does. */
final class Cross {
    private static final double X = 26;
    private static final double Y = 28;
    /** How far from its middle a finger finds the cross: 44 points from the upper edge on a phone that is held across. */
    private static final double REACH = 46;

    private Cross() {}

    static void draw(Stage stage) {
        stage.text("✕", X, Y + 8, 22, Stage.SOFT, Align.CENTER);
    }

    static boolean contains(double x, double y) {
        return Math.abs(x - X) < REACH && y < Y + REACH;
    }
}
