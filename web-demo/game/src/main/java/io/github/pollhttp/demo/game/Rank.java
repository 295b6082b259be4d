package io.github.pollhttp.demo.game;

/**
 * The place of a score on the leaderboard.
 *
 * @param rank 1 for the best; larger than {@code of} if the score is not among those that the server keeps
 * @param of   how many scores are there
 */
record Rank(int rank, int of) {}
