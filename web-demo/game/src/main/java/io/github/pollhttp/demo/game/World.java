package io.github.pollhttp.demo.game;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The rules of the game. The ship collects stars and avoids rocks. A level is the same each time it is played, and moves on in steps of {@link #STEP}
 * seconds, whatever the rate of the frames.
 */
final class World {
    static final double STEP = 1 / 60.0;
    static final double SHIP_Y = 560;
    static final int LIVES = 3;
    static final int POINTS = 10;

    private static final int MOST_LIVES = 5;
    private static final int STARS_PER_MULTIPLIER = 5;
    private static final int LARGEST_MULTIPLIER = 5;
    private static final double ROW = 60;
    private static final double EDGE = 30;
    private static final double SPEED = 460;
    private static final double SAFE_SECONDS = 1.5;

    private final Level level;
    private final Sparks sparks;
    private final List<Thing> things = new ArrayList<>();
    private double shipX = Stage.WIDTH / 2;
    private double fallen;
    private double safe;
    private int steps;
    private int rows;
    private int score;
    private int lives;
    private int streak;

    World(Level level, Sparks sparks, int score, int lives) {
        this.level = level;
        this.sparks = sparks;
        this.score = score;
        this.lives = lives;
    }

    /** Moves everything on by {@link #STEP} seconds. */
    void step(Controls controls) {
        steps++;
        safe = Math.max(0, safe - STEP);
        double most = SPEED * STEP;
        shipX += Math.max(-most, Math.min(most, controls.target(shipX) - shipX));
        shipX = Math.max(EDGE, Math.min(Stage.WIDTH - EDGE, shipX));
        double fall = level.speed() * STEP;
        fallen += fall;
        addRows();
        for (Iterator<Thing> each = things.iterator(); each.hasNext();) {
            Thing thing = each.next();
            thing.y += fall;
            if (touches(thing)) {
                meet(thing);
                each.remove();
            } else if (thing.y > Stage.HEIGHT + EDGE) {
                streak = thing.sprite == Sprite.STAR ? 0 : streak;
                each.remove();
            }
        }
    }

    private void addRows() {
        while (rows < level.rows().size() && fallen >= rows * ROW) {
            String row = level.rows().get(rows);
            for (int column = 0; column < Level.COLUMNS; column++) {
                add(row.charAt(column), (column + 0.5) * Stage.WIDTH / Level.COLUMNS);
            }
            rows++;
        }
    }

    private void add(char sign, double x) {
        double y = rows * ROW - fallen - EDGE;
        switch (sign) {
            case '*' -> things.add(new Thing(Sprite.STAR, x, y));
            case '#' -> things.add(new Thing(Sprite.ROCK, x, y));
            case '+' -> things.add(new Thing(Sprite.HEART, x, y));
            default -> {
            }
        }
    }

    private boolean touches(Thing thing) {
        double reach = thing.sprite == Sprite.ROCK ? 34 : 42; // what is good is easier to reach
        double dx = thing.x - shipX;
        double dy = thing.y - SHIP_Y;
        return dx * dx + dy * dy < reach * reach && !(thing.sprite == Sprite.ROCK && isSafe());
    }

    private void meet(Thing thing) {
        switch (thing.sprite) {
            case STAR -> {
                score += POINTS * multiplier();
                streak++;
                sparks.burst(thing.x, thing.y, Stage.GOLD);
            }
            case HEART -> {
                lives = Math.min(MOST_LIVES, lives + 1);
                sparks.burst(thing.x, thing.y, Stage.GOOD);
            }
            default -> {
                lives--;
                streak = 0;
                safe = SAFE_SECONDS;
                sparks.burst(shipX, SHIP_Y, Stage.ALARM);
            }
        }
    }

    /** How many times a star counts: more after each five stars in a row. */
    int multiplier() {
        return Math.min(LARGEST_MULTIPLIER, 1 + streak / STARS_PER_MULTIPLIER);
    }

    /** Whether all rows have passed. */
    boolean isComplete() {
        return rows == level.rows().size() && things.isEmpty();
    }

    boolean isLost() {
        return lives == 0;
    }

    /** Whether rocks do no harm, for a moment after a hit. */
    boolean isSafe() {
        return safe > 0;
    }

    Level level() {
        return level;
    }

    List<Thing> things() {
        return things;
    }

    double shipX() {
        return shipX;
    }

    /** How far the level has moved, in units. */
    double fallen() {
        return fallen;
    }

    int steps() {
        return steps;
    }

    int score() {
        return score;
    }

    int lives() {
        return lives;
    }
}
