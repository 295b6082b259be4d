package io.github.pollhttp.demo.game;

import java.util.Arrays;

/** Small squares that fly apart where something was met. The oldest ones are used again. */
final class Sparks {
    private static final int COUNT = 96;
    private static final int PER_BURST = 12;
    private static final double SECONDS = 0.6;
    private static final double SPEED = 150;

    private final double[] x = new double[COUNT];
    private final double[] y = new double[COUNT];
    private final double[] age = new double[COUNT];
    private final int[] color = new int[COUNT];
    private int next;

    Sparks() {
        Arrays.fill(age, SECONDS);
    }

    void burst(double atX, double atY, int ofColor) {
        for (int i = 0; i < PER_BURST; i++) {
            x[next] = atX;
            y[next] = atY;
            age[next] = 0;
            color[next] = ofColor;
            next = (next + 1) % COUNT;
        }
    }

    void frame(double seconds) {
        for (int i = 0; i < COUNT; i++) {
            double angle = 2 * Math.PI * i / PER_BURST;
            double speed = SPEED * (0.6 + i % 5 * 0.2);
            x[i] += Math.cos(angle) * speed * seconds;
            y[i] += Math.sin(angle) * speed * seconds;
            age[i] = Math.min(SECONDS, age[i] + seconds);
        }
    }

    void draw(Stage stage) {
        for (int i = 0; i < COUNT; i++) {
            if (age[i] < SECONDS) {
                double size = 8 * (1 - age[i] / SECONDS);
                stage.alpha(1 - age[i] / SECONDS);
                stage.fill(x[i] - size / 2, y[i] - size / 2, size, size, color[i]);
            }
        }
        stage.alpha(1);
    }
}
