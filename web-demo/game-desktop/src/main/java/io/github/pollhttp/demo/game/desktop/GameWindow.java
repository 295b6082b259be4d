package io.github.pollhttp.demo.game.desktop;

import java.awt.Dimension;

import javax.swing.JFrame;
import javax.swing.Timer;
import javax.swing.WindowConstants;

import io.github.pollhttp.demo.game.Game;

/**
 * The window of the game. Everything runs on Swing's event thread: the frames, the input, and with the frames the network. That is possible because no
 * call of the library waits.
 */
public final class GameWindow extends JFrame {
    private static final long serialVersionUID = 1;
    private static final int FRAME_MILLIS = 16;

    private final transient Game game;
    private final Timer timer;

    /**
     * Opens the window. Call this on the event thread.
     *
     * @param serverUrl the URL of the server's folder, with a slash at the end
     */
    public GameWindow(String serverUrl) {
        super("Star Courier");
        game = new Game(serverUrl, new DesktopPlatform());
        GamePanel panel = new GamePanel(game);
        panel.setPreferredSize(new Dimension(960, 720));
        add(panel);
        setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        pack();
        setLocationRelativeTo(null);
        setVisible(true);
        panel.requestFocusInWindow();
        timer = new Timer(FRAME_MILLIS, event -> panel.paintImmediately(panel.getVisibleRect()));
        timer.start();
    }

    /**
     * Returns the game in the window.
     *
     * @return the game; use it on the event thread
     */
    public Game game() {
        return game;
    }

    @Override
    public void dispose() {
        timer.stop();
        game.close();
        super.dispose();
    }
}
