package io.github.pollhttp.demo.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.testing.Reply;
import io.github.pollhttp.testing.ScriptedNetwork;

class FrameTimesTest {
    private static final long MILLISECOND = 1_000_000;
    private static final int UPDATE = 2_000_000;

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

    @Test
    void gameMeasuresItsPolls() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TimedReads.install(network, 0.005);
            TestGame test = start(network);
            FrameTimes times = test.game.times();
            test.play(0.1);
            assertEquals(5 * MILLISECOND, times.network(0), MILLISECOND);
            assertEquals(times.network(0), times.work(0)); // the rest of the frame takes no time
            assertTrue(times.toString().contains("at most 5.0 ms in a frame"), times.toString());
            test.playUntil(() -> test.game.state().message().startsWith("The update is here"));
            int over = times.overBudget();
            assertEquals(UPDATE / TimedReads.CHUNK, over, 2.0);
            test.play(1);
            assertEquals(over, times.overBudget());
        }
    }

    /** Starts a level without stars and rocks, and an update that is there at once. */
    private static TestGame start(ScriptedNetwork network) {
        TestGame.script(network);
        network.on(TestGame.URL + "levels/1.json", TestGame.level(PlayTest.LONG_ROWS, true));
        network.on(TestGame.URL + "update.bin", Reply.of(200, new byte[UPDATE]));
        TestGame test = new TestGame(network);
        test.start();
        return test;
    }

    @Test
    void graphHasABarForTheNetworkOfEachFrame() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TimedReads.install(network, 0.005);
            TestGame test = start(network);
            test.play(0.5);
            assertEquals(0, test.canvas.boxes(Stage.GOLD, 1).size());
            test.game.press(Key.F3);
            test.frame();
            assertTrue(test.canvas.text().contains("16.7 ms"), test.canvas.text());
            // A frame of 16.7 ms has 60 units.
            int reading = test.game.times().overBudget();
            assertTrue(reading > 10);
            assertEquals(reading, test.canvas.boxes(Stage.GOLD, 17).size(), 1.0, "frames that read a chunk for 5 ms");
            assertEquals(reading, test.canvas.boxes(Stage.GOOD, 17).size(), 1.0);
            assertEquals(1, test.canvas.boxes(Stage.ALARM, 1).size(), "the line of a whole frame");
            test.play(3);
            assertEquals(0, test.canvas.boxes(Stage.GOLD, 17).size(), "frames without a read");
            assertEquals(FrameTimes.KEPT, test.canvas.boxes(Stage.GOLD, 0).size());
            test.game.press(Key.F3);
            test.frame();
            assertEquals(0, test.canvas.boxes(Stage.GOLD, 0).size());
        }
    }

    @Test
    void eachGameHasItsOwnTimesAndLogsThemAtItsEnd() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TestGame.script(network);
            TestGame test = new TestGame(network);
            test.start();
            test.playUntilScene("end");
            test.play(20);
            test.game.press(Key.ENTER);
            test.start();
            test.playUntilScene("end");
            assertEquals(2, test.log.size());
            assertEquals(test.log.get(0), test.log.get(1), "the times of the same game");
            assertTrue(test.log.get(0).endsWith("0 times over 4 ms"), test.log.get(0));
        }
    }

    @Test
    void timesAreLoggedAlsoIfThePlayerLeavesTheLevelOrTheGame() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            TestGame test = start(network);
            test.play(1);
            test.game.press(Key.ESCAPE);
            assertEquals(1, test.log.size());
            assertTrue(test.log.get(0).matches("6[01] frames, .*"), test.log.get(0));
            test.start();
            test.play(0.5);
            test.game.close();
            assertEquals(2, test.log.size());
            assertTrue(test.log.get(1).matches("3[01] frames, .*"), test.log.get(1));
        }
    }
}
