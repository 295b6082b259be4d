package io.github.pollhttp.demo.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.testing.ScriptedNetwork;

class FrameTimesTest {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void lateFramesAndThoseOverTheBudgetAreCounted() {
        FrameTimes times = new FrameTimes();
        times.add(16 * MILLISECOND, MILLISECOND, 5 * MILLISECOND);
        times.add(33 * MILLISECOND, 4_100_000, 6 * MILLISECOND);
        assertEquals(6 * MILLISECOND, times.work(0));
        assertEquals(MILLISECOND, times.network(1));
        assertEquals("2 frames, 1 late; network: at most 4.1 ms in a frame, 1 times over 4 ms", times.toString());
    }

    @Test
    void ringKeepsTheLastFrames() {
        FrameTimes times = new FrameTimes();
        for (int i = 0; i < FrameTimes.KEPT + 3; i++) {
            times.add(0, 0, i);
        }
        assertEquals(FrameTimes.KEPT + 2, times.work(0));
        assertEquals(3, times.work(FrameTimes.KEPT - 1));
    }

    /** The game looks at the clock before and after the polls, so each frame gives them one tick. */
    @Test
    void gameMeasuresItsPolls() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TestGame.script(network);
            TestGame test = new TestGame(network);
            test.tick = MILLISECOND;
            test.play(1);
            assertEquals(60, test.game.times().frames(), 1.0);
            assertEquals(0, test.game.times().overBudget());
            test.tick = 5 * MILLISECOND;
            test.play(1);
            assertEquals(60, test.game.times().overBudget(), 1.0);
        }
    }

    @Test
    void graphIsShownByItsKeyAndTheTimesAreLoggedAtTheEnd() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TestGame.script(network);
            TestGame test = new TestGame(network);
            test.start();
            test.game.press(Key.F3);
            test.frame();
            assertTrue(test.canvas.text().contains("16.7 ms"), test.canvas.text());
            test.playUntilScene("end");
            assertEquals(1, test.log.size());
            assertTrue(test.log.get(0).endsWith("0 times over 4 ms"), test.log.get(0));
        }
    }
}
