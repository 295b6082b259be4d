package io.github.pollhttp.demo.game;

import java.util.ArrayList;
import java.util.List;

/** A canvas of the size of a phone that keeps the texts and the rectangles of the last frame. */
final class TestCanvas implements Canvas {
    /** A filled rectangle. */
    record Box(double x, double y, double width, double height, int color) {}

    private final List<String> texts = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();

    /** Forgets the frame before. */
    void clear() {
        texts.clear();
        boxes.clear();
    }

    /** The rectangles of a colour and a height at least, in the order in which they were drawn. */
    List<Box> boxes(int color, double height) {
        return boxes.stream().filter(each -> each.color == color && each.height >= height).toList();
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
    public void fill(double x, double y, double width, double height, int color) {
        boxes.add(new Box(x, y, width, height, color));
    }

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
