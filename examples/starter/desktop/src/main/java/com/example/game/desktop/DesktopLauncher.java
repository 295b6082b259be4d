package com.example.game.desktop;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;

import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

import com.example.game.Game;

/** The game in a window. */
public final class DesktopLauncher {
    private static final String ASSETS = "https://example.com/game/"; // your server

    private DesktopLauncher() {}

    /** The argument is the URL of the assets, if it is not {@link #ASSETS}. */
    public static void main(String[] args) {
        SwingUtilities.invokeLater(() -> open(new Game(args.length > 0 ? args[0] : ASSETS)));
    }

    private static void open(Game game) {
        JPanel panel = new JPanel() {
            @Override
            protected void paintComponent(Graphics graphics) {
                ((Graphics2D) graphics).setRenderingHint(RenderingHints.KEY_ANTIALIASING,
                        RenderingHints.VALUE_ANTIALIAS_ON);
                game.draw(new SwingScreen(graphics));
            }
        };
        panel.setPreferredSize(new Dimension(640, 400));
        panel.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                game.tap(event.getX(), event.getY());
            }
        });
        JFrame window = new JFrame("My game");
        window.add(panel);
        window.pack();
        window.setResizable(false);
        window.setLocationRelativeTo(null);
        window.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
        window.setVisible(true);
        new Timer(16, tick -> { // about 60 frames a second
            game.update();
            panel.repaint();
        }).start();
    }
}
