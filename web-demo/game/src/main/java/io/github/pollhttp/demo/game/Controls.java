package io.github.pollhttp.demo.game;

/** Which keys are down, and where the finger is. */
final class Controls {
    private boolean left;
    private boolean right;
    private double pointer = Double.NaN;

    void key(Key key, boolean down) {
        if (key == Key.LEFT) {
            left = down;
        } else if (key == Key.RIGHT) {
            right = down;
        }
    }

    /** @param x in units of the stage; NaN if there is no finger */
    void pointer(double x) {
        pointer = x;
    }

    void releaseAll() {
        left = false;
        right = false;
        pointer = Double.NaN;
    }

    /** Where the ship is to go that is at {@code from}: an x coordinate, perhaps outside of the stage. */
    double target(double from) {
        if (left != right) {
            return left ? -Stage.WIDTH : 2 * Stage.WIDTH;
        }
        return Double.isNaN(pointer) ? from : pointer;
    }
}
