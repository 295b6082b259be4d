package io.github.pollhttp.demo.game.desktop;

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Toolkit;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Map;

import javax.swing.JPanel;

import io.github.pollhttp.demo.game.Game;
import io.github.pollhttp.demo.game.Key;

/** Each painting is a frame. Passes keys and the mouse on to the game. */
final class GamePanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Map<Integer, Key> KEYS = Map.of(
            KeyEvent.VK_LEFT, Key.LEFT,
            KeyEvent.VK_RIGHT, Key.RIGHT,
            KeyEvent.VK_UP, Key.UP,
            KeyEvent.VK_DOWN, Key.DOWN,
            KeyEvent.VK_ENTER, Key.ENTER,
            KeyEvent.VK_ESCAPE, Key.ESCAPE,
            KeyEvent.VK_F3, Key.F3);

    private final transient Game game;

    GamePanel(Game game) {
        this.game = game;
        setFocusable(true);
        addKeyListener(new Keyboard());
        addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                game.releaseAll();
            }
        });
        Mouse mouse = new Mouse();
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        game.frame(new Java2DCanvas((Graphics2D) graphics, getWidth(), getHeight()));
        Toolkit.getDefaultToolkit().sync(); // without it, X11 may show frames late
    }

    private final class Keyboard extends KeyAdapter {
        @Override
        public void keyPressed(KeyEvent event) {
            Key key = KEYS.get(event.getKeyCode());
            if (key != null) {
                game.press(key);
            }
        }

        @Override
        public void keyReleased(KeyEvent event) {
            Key key = KEYS.get(event.getKeyCode());
            if (key != null) {
                game.release(key);
            }
        }

        @Override
        public void keyTyped(KeyEvent event) {
            game.type(event.getKeyChar());
        }
    }

    private final class Mouse extends MouseAdapter {
        @Override
        public void mousePressed(MouseEvent event) {
            game.touch(event.getX(), event.getY());
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            game.drag(event.getX());
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            game.lift();
        }
    }
}
