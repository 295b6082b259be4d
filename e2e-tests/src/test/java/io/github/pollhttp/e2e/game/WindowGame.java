package io.github.pollhttp.e2e.game;

import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Map;

import javax.imageio.ImageIO;

import io.github.pollhttp.demo.game.GameState;
import io.github.pollhttp.demo.game.desktop.GameWindow;

/** The game in a window, which this program opens and plays with the keyboard of the screen. It prints how it went. */
public final class WindowGame extends PlayedGame {
    static final String LOG = "LOG ";
    static final String PLAYED = "PLAYED ";

    private static final Map<String, Integer> KEYS = Map.of("ArrowLeft", KeyEvent.VK_LEFT, "ArrowRight",
            KeyEvent.VK_RIGHT, "Enter", KeyEvent.VK_ENTER, "Escape", KeyEvent.VK_ESCAPE);

    private final Robot robot;
    private GameWindow window;

    private WindowGame(String url) throws AWTException, InterruptedException, InvocationTargetException {
        robot = new Robot();
        EventQueue.invokeAndWait(() -> window = new GameWindow(url));
        robot.waitForIdle();
    }

    /** @param arguments the folder for the scores, and the file for the picture of the end */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        try (GameHost host = new GameHost(folder.resolve("played"))) {
            try (WindowGame game = new WindowGame(host.url())) {
                GameScript.play(game, host);
                game.awaitMessage("You are number 1 of 2.");
                game.save(arguments[1]);
                GameScript.lookAtTheLeaderboard(game);
            }
            host.endAndLog().forEach(each -> System.out.println(LOG + each));
            System.out.println(PLAYED + host.scores());
        }
        try (GameHost host = new GameHost(folder.resolve("stopped"))) {
            try (WindowGame game = new WindowGame(host.url())) {
                GameScript.stopInTheMiddle(game, host, "the host refused the connection");
                GameScript.cutInTheMiddle(game, host);
                GameScript.stallInTheMiddle(game, host);
            }
            System.out.println(PLAYED + "stopped");
            for (String mode : GameScript.MODES) {
                host.control(mode);
                try (WindowGame game = new WindowGame(host.url())) {
                    GameScript.comeBack(game, host, mode);
                }
                System.out.println(PLAYED + mode);
            }
        }
    }

    private void save(String file) throws IOException {
        robot.waitForIdle();
        ImageIO.write(robot.createScreenCapture(window.getBounds()), "png", new File(file));
    }

    private static int code(String key) {
        return KEYS.containsKey(key) ? KEYS.get(key) : KeyEvent.getExtendedKeyCodeForChar(key.charAt(0));
    }

    /** Does not wait for the game, because X11 repeats a key that is down for long. */
    @Override
    void keyDown(String key) {
        robot.keyPress(code(key));
    }

    @Override
    void keyUp(String key) {
        robot.keyRelease(code(key));
    }

    @Override
    GameState state() {
        GameState[] state = new GameState[1];
        onEventThread(() -> state[0] = window.game().state());
        return state[0];
    }

    @Override
    public void close() {
        onEventThread(window::dispose);
    }

    private static void onEventThread(Runnable task) {
        try {
            EventQueue.invokeAndWait(task);
        } catch (InterruptedException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
