package io.github.pollhttp.demo.game;

/**
 * What the game shows, in words, for screen readers and tests.
 *
 * @param scene   {@code loading}, {@code failed}, {@code title}, {@code play} or {@code end}
 * @param step    how many steps of the level have been played, 60 a second
 * @param score   the score
 * @param message what the network says to the player: a failure, the leaderboard of the title, the rank, or the progress of the update; empty for nothing
 * @param live    the last score that the server has told of any player, such as {@code BOB  40}; empty for none
 */
public record GameState(String scene, int step, int score, String message, String live) {}
