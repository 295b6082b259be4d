package io.github.pollhttp.demo.game;

import java.util.List;

/**
 * A level.
 *
 * @param title its name
 * @param speed how fast the things fall, in units a second
 * @param rows  the things in the order in which they appear, one character for each of the {@link #COLUMNS} columns: {@code *} is a star, {@code #} a
 *              rock, {@code +} a heart, and a dot is nothing
 * @param last  whether the game ends after it
 */
record Level(String title, double speed, List<String> rows, boolean last) {
    static final int COLUMNS = 7;

    private static final double SLOWEST = 50;
    private static final double FASTEST = 1000;

    /** @throws IllegalArgumentException if it cannot be played */
    Level {
        if (title == null || !(speed >= SLOWEST && speed <= FASTEST) || rows.isEmpty()) {
            throw new IllegalArgumentException("a level needs a title, a speed from 50 to 1000, and rows");
        }
        for (String row : rows) {
            if (row.length() != COLUMNS) {
                throw new IllegalArgumentException("a row of a level needs 7 characters; one is \"" + row + "\"");
            }
        }
    }
}
