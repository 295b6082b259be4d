package io.github.pollhttp.demo.game;

import io.github.pollhttp.demo.game.Canvas.Align;

/**
 * The area of the game: {@link #WIDTH} by {@link #HEIGHT} units in the middle of the canvas, as large as they fit. A wide window has room beside it, and a
 * high one above and below it.
 */
final class Stage {
    static final double WIDTH = 360;
    static final double HEIGHT = 640;

    static final int NIGHT = 0x0b1026;
    static final int PANEL = 0x1b2447;
    static final int WHITE = 0xf2f5ff;
    static final int SOFT = 0x9fb0d8;
    static final int GOLD = 0xffd76a;
    static final int GOOD = 0x7be0a8;
    static final int ALARM = 0xff9a8a;
    static final int ACCENT = 0x3f8cff;

    private static final double LINE = 1.35;

    private final Canvas canvas;
    private final double scale;
    private final double left;
    private final double top;

    Stage(Canvas canvas) {
        this.canvas = canvas;
        scale = Math.min(canvas.width() / WIDTH, canvas.height() / HEIGHT);
        left = (canvas.width() - WIDTH * scale) / 2;
        top = (canvas.height() - HEIGHT * scale) / 2;
    }

    /** Converts a position on the canvas. */
    double unitX(double x) {
        return (x - left) / scale;
    }

    /** Converts a position on the canvas. */
    double unitY(double y) {
        return (y - top) / scale;
    }

    /** How much room is left and right of the area, each. */
    double margin() {
        return left / scale;
    }

    /** How much room is above and below the area, each. */
    double marginAbove() {
        return top / scale;
    }

    /** Fills the whole canvas. */
    void clear() {
        canvas.setAlpha(1);
        canvas.fill(0, 0, canvas.width(), canvas.height(), NIGHT);
    }

    void alpha(double alpha) {
        canvas.setAlpha(alpha);
    }

    void fill(double x, double y, double width, double height, int color) {
        canvas.fill(left + x * scale, top + y * scale, width * scale, height * scale, color);
    }

    /** Draws a sprite around its middle. */
    void sprite(Picture sheet, Sprite sprite, double x, double y, double size) {
        canvas.sprite(sheet, sprite.ordinal(), left + (x - size / 2) * scale, top + (y - size / 2) * scale,
                size * scale);
    }

    void text(String text, double x, double y, double size, int color, Align align) {
        canvas.text(text, left + x * scale, top + y * scale, size * scale, color, align);
    }

    /** Draws lines that are at most as wide as the area is between two margins of 20 units. Returns the baseline below the last one. */
    double paragraph(String text, double y, double size, int color) {
        double baseline = y;
        String rest = text;
        while (!rest.isEmpty()) {
            int end = lineEnd(rest, size);
            text(rest.substring(0, end), WIDTH / 2, baseline, size, color, Align.CENTER);
            rest = rest.substring(end).trim();
            baseline += size * LINE;
        }
        return baseline;
    }

    /** Where the first line ends: after the last word that fits, or within a word that is too long for a line. */
    private int lineEnd(String text, double size) {
        int end = 0;
        int word = 0;
        while (end < text.length() && canvas.textWidth(text.substring(0, end + 1), size) <= WIDTH - 40) {
            end++;
            if (end == text.length() || text.charAt(end) == ' ') {
                word = end;
            }
        }
        return word > 0 ? word : Math.max(1, end);
    }
}
