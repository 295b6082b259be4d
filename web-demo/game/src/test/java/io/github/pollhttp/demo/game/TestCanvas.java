package io.github.pollhttp.demo.game;

import java.util.ArrayList;
import java.util.List;

/** A canvas of the size of a phone that keeps the texts of the last frame. */
final class TestCanvas implements Canvas {
    private final List<String> texts = new ArrayList<>();

    /** Forgets the texts of the frame before. */
    void clear() {
        texts.clear();
    }

    /** The texts, in one line. */
    String text() {
        return String.join(" ", texts);
    }

    @Override
    public double width() {
        return 360;
    }

    @Override
    public double height() {
        return 740;
    }

    @Override
    public void setAlpha(double alpha) {}

    @Override
    public void fill(double x, double y, double width, double height, int color) {}

    @Override
    public void sprite(Picture picture, int part, double x, double y, double size) {}

    @Override
    public void text(String text, double x, double y, double size, int color, Align align) {
        texts.add(text);
    }

    @Override
    public double textWidth(String text, double size) {
        return text.length() * size * 0.6;
    }
}
