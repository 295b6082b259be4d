package io.github.pollhttp.demo.game;

import io.github.pollhttp.demo.game.Canvas.Align;

/** A button, centred, high enough for a finger. */
record Button(String label, double y) {
    private static final double WIDTH = 200;
    private static final double HEIGHT = 50;

    void draw(Stage stage) {
        stage.fill((Stage.WIDTH - WIDTH) / 2, y, WIDTH, HEIGHT, Stage.ACCENT);
        stage.text(label, Stage.WIDTH / 2, y + HEIGHT / 2 + 7, 20, Stage.WHITE, Align.CENTER);
    }

    boolean contains(double atX, double atY) {
        return Math.abs(atX - Stage.WIDTH / 2) <= WIDTH / 2 && atY >= y && atY <= y + HEIGHT;
    }
}
