package io.github.pollhttp.demo.game.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

import io.github.pollhttp.demo.game.Game;
import io.github.pollhttp.demo.game.GameState;
import io.github.pollhttp.demo.game.Key;
import io.github.pollhttp.demo.game.Picture;
import io.github.pollhttp.demo.game.Platform;
import io.github.pollhttp.demo.server.DemoServer;

/** Plays the levels of the server, over sockets, and draws them without a window. The game's clock runs as fast as the frames are drawn. */
class ShippedLevelsTest {
    private static final long FRAME = 100_000_000; // the most by which a frame moves a level

    private final BufferedImage screen = new BufferedImage(360, 640, BufferedImage.TYPE_INT_RGB);
    private final List<Integer> stepsOfLevels = new ArrayList<>();
    private Game game;

    private final class FastPlatform implements Platform {
        private final Platform desktop = new DesktopPlatform();
        private long now;

        @Override
        public Picture decode(byte[] png) {
            return desktop.decode(png);
        }

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public void log(String line) {
            // the times of a clock that runs fast say nothing
        }
    }

    /** In the middle, the ship meets two rocks in the first level, none in the second one, and enough of them in the third one. */
    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void oneLevelFollowsTheOther() throws Exception {
        FastPlatform platform = new FastPlatform();
        try (DemoServer server = DemoServer.start(0, served -> {})) {
            game = new Game(server.originA() + "/game/", platform);
            GameState last = game.state();
            boolean pressed = false;
            while (!game.state().message().equals("You are number 1 of 1.")) {
                platform.now += FRAME;
                game.frame(new Java2DCanvas(screen.createGraphics(), screen.getWidth(), screen.getHeight()));
                GameState state = game.state();
                if (state.scene().equals("title") && !pressed) {
                    game.press(Key.ENTER);
                    pressed = true;
                }
                if (last.step() > state.step()) {
                    stepsOfLevels.add(last.step());
                }
                last = state;
            }
            game.close();
        }
        assertEquals(3, stepsOfLevels.size(), stepsOfLevels::toString);
    }
}
