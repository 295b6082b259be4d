package io.github.pollhttp.demo.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

class WorldTest {
    private final Controls controls = new Controls();

    private World play(String... rows) {
        World world = new World(new Level("Test", 300, List.of(rows), true), new Sparks(), 0, World.LIVES);
        while (!world.isComplete() && !world.isLost()) {
            world.step(controls);
        }
        return world;
    }

    @Test
    void fiveStarsInARowDoubleTheNextOne() {
        World world = play(Collections.nCopies(6, "...*...").toArray(String[]::new));
        assertEquals(7 * World.POINTS, world.score());
        assertEquals(2, world.multiplier());
    }

    @Test
    void missedStarEndsTheRow() {
        World world = play("...*...", "...*...", "...*...", "...*...", "...*...", "*......");
        assertEquals(1, world.multiplier());
    }

    @Test
    void heartAddsALife() {
        assertEquals(World.LIVES + 1, play("...+...").lives());
    }

    @Test
    void shipIsSafeForAMomentAfterAHit() {
        World world = play("...#...", "...#...");
        assertEquals(World.LIVES - 1, world.lives());
        assertTrue(world.isSafe());
    }

    @Test
    void keysMoveTheShipToTheEdgeOfTheStage() {
        controls.key(Key.LEFT, true);
        assertEquals(30, play("......*").shipX());
        controls.key(Key.RIGHT, true); // both together cancel each other out
        assertEquals(Stage.WIDTH / 2, play("......*").shipX());
        controls.key(Key.LEFT, false);
        assertEquals(Stage.WIDTH - 30, play("......*").shipX());
        controls.releaseAll();
        assertEquals(Stage.WIDTH / 2, play("......*").shipX());
    }

    @Test
    void levelIsTheSameEachTime() {
        assertEquals(play("#..*..#", "..**...").steps(), play("#..*..#", "..**...").steps());
        assertFalse(play("...*...").isLost());
    }
}
