package io.github.pollhttp.demo.game;

/** The sprites, in the order in which they stand in the picture of the server. */
enum Sprite {
    SHIP, STAR, ROCK, HEART
}
