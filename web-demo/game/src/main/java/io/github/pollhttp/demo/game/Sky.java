package io.github.pollhttp.demo.game;

/** The stars in the background. Near ones move faster. */
final class Sky {
    private static final int COUNT = 90;
    private static final double DEPTHS = 3;

    private Sky() {}

    /** @param moved how far the nearest stars have moved, in units */
    static void draw(Stage stage, double moved) {
        double width = stage.canvasWidth();
        double height = stage.canvasHeight();
        for (int i = 0; i < COUNT; i++) {
            double depth = 1 + i % DEPTHS;
            double x = i * 0.618034 % 1 * width - stage.margin();
            double y = (i * 0.754877 % 1 * height + moved / depth) % height - stage.marginAbove();
            double size = 4 - depth;
            stage.alpha(0.7 / depth);
            stage.fill(x, y, size, size, Stage.WHITE);
        }
        stage.alpha(1);
    }
}
