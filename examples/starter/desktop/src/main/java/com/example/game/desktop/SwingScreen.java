package com.example.game.desktop;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;

import com.example.game.Screen;

/** The screen in a window. */
record SwingScreen(Graphics graphics) implements Screen {
    private static final Font FONT = new Font(Font.MONOSPACED, Font.PLAIN, 14);

    @Override
    public void clear(int color) {
        graphics.setColor(new Color(color));
        graphics.fillRect(0, 0, 640, 400);
    }

    @Override
    public void circle(int x, int y, int radius, int color) {
        graphics.setColor(new Color(color));
        graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void text(String text, int x, int y, int color) {
        graphics.setColor(new Color(color));
        graphics.setFont(FONT);
        graphics.drawString(text, x, y);
    }
}
