package io.github.pollhttp.demo.game;

/** A star, a rock or a heart on its way down. */
final class Thing {
    final Sprite sprite;
    final double x;
    double y;

    Thing(Sprite sprite, double x, double y) {
        this.sprite = sprite;
        this.x = x;
        this.y = y;
    }
}
