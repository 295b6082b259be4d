package io.github.pollhttp.demo.game;

import io.github.pollhttp.demo.game.Canvas.Align;

/**
 * Draws the last frames, left of the stage if there is room: a bar for the time of each, and in it the part of the network. The line is a whole
 * frame, 16.7 ms.
 */
final class FrameGraph {
    private static final double Y = 70;
    private static final double BAR = 2;
    private static final double HEIGHT = 80;
    private static final double UNITS_PER_NANO = HEIGHT * 0.75 / FrameTimes.FRAME;

    private FrameGraph() {}

    static void draw(Stage stage, FrameTimes times) {
        double left = Math.min(20, 20 - stage.margin());
        double bottom = Y + HEIGHT;
        stage.alpha(0.85);
        stage.fill(left - 6, Y - 6, FrameTimes.KEPT * BAR + 12, HEIGHT + 46, Stage.PANEL);
        stage.alpha(1);
        for (int age = 0; age < Math.min(FrameTimes.KEPT, times.frames()); age++) {
            double x = left + (FrameTimes.KEPT - 1 - age) * BAR;
            bar(stage, x, bottom, times.work(age), Stage.GOOD);
            bar(stage, x, bottom, times.network(age), Stage.GOLD);
        }
        stage.fill(left, bottom - FrameTimes.FRAME * UNITS_PER_NANO, FrameTimes.KEPT * BAR, 1, Stage.ALARM);
        stage.text("game", left, bottom + 15, 11, Stage.GOOD, Align.LEFT);
        stage.text("network", left + 40, bottom + 15, 11, Stage.GOLD, Align.LEFT);
        stage.text("16.7 ms", left + FrameTimes.KEPT * BAR, bottom + 15, 11, Stage.ALARM, Align.RIGHT);
        stage.text(times.late() + " of " + times.frames() + " frames late", left, bottom + 32, 11, Stage.WHITE,
                Align.LEFT);
    }

    private static void bar(Stage stage, double x, double bottom, long nanos, int color) {
        double height = Math.min(HEIGHT, nanos * UNITS_PER_NANO);
        stage.fill(x, bottom - height, BAR - 0.5, height, color);
    }
}
