package io.github.pollhttp.demo.game;

/**
 * A line of the leaderboard.
 *
 * @param name   the initials of the player
 * @param points how many points
 */
record Score(String name, int points) {
    @Override
    public String toString() {
        return name + "  " + points;
    }
}
