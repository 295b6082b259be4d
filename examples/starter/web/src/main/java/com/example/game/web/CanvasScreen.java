package com.example.game.web;

import org.teavm.jso.canvas.CanvasRenderingContext2D;

import com.example.game.Screen;

/** The screen in a page. */
record CanvasScreen(CanvasRenderingContext2D context) implements Screen {

    @Override
    public void clear(int color) {
        setColor(color);
        context.fillRect(0, 0, 640, 400);
    }

    @Override
    public void circle(int x, int y, int radius, int color) {
        setColor(color);
        context.beginPath();
        context.arc(x, y, radius, 0, 2 * Math.PI);
        context.fill();
    }

    @Override
    public void text(String text, int x, int y, int color) {
        setColor(color);
        context.setFont("14px monospace");
        context.fillText(text, x, y);
    }

    private void setColor(int color) {
        context.setFillStyle("rgb(" + (color >> 16 & 255) + " " + (color >> 8 & 255) + " " + (color & 255) + ")");
    }
}
