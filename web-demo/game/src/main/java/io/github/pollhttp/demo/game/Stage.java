package io.github.pollhttp.demo.game;

import io.github.pollhttp.demo.game.Canvas.Align;

/**
 * The area of a scene, in the middle of the canvas and as large as it fits. A length of 1 is a unit. A level has {@link #WIDTH} by {@link #HEIGHT} units,
 * and room beside it in a wide window, or above and below it in a high one. A menu has the same area in a high window. In a wide one, its lower part
 * stands beside its upper part, so that the buttons of a phone that is held across are large enough for a finger.
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

    /** The height of the upper part of a menu. */
    private static final double UPPER_HEIGHT = 380;
    /** How much higher the lower part of a menu is drawn if it stands beside the upper part. */
    private static final double LOWER_SHIFT = 320;
    private static final double LINE = 1.35;

    private final Canvas canvas;
    private final double scale;
    private final double left;
    private final double top;

    private Stage(Canvas canvas, double scale, double left, double top) {
        this.canvas = canvas;
        this.scale = scale;
        this.left = left;
        this.top = top;
    }

    private static Stage centered(Canvas canvas, double scale, double width, double height) {
        return new Stage(canvas, scale, (canvas.width() - width * scale) / 2, (canvas.height() - height * scale) / 2);
    }

    private static double scale(Canvas canvas, double width, double height) {
        return Math.min(canvas.width() / width, canvas.height() / height);
    }

    private static boolean isWide(Canvas canvas) {
        return scale(canvas, 2 * WIDTH, UPPER_HEIGHT) > scale(canvas, WIDTH, HEIGHT);
    }

    /** Returns the area of a level. */
    static Stage ofLevel(Canvas canvas) {
        return centered(canvas, scale(canvas, WIDTH, HEIGHT), WIDTH, HEIGHT);
    }

    /** Returns the area of a menu. */
    static Stage ofMenu(Canvas canvas) {
        return isWide(canvas)
                ? centered(canvas, scale(canvas, 2 * WIDTH, UPPER_HEIGHT), 2 * WIDTH, UPPER_HEIGHT)
                : ofLevel(canvas);
    }

    /** Returns the area of a menu that has an upper part only. */
    static Stage ofUpperPart(Canvas canvas) {
        return centered(canvas, ofMenu(canvas).scale, WIDTH, UPPER_HEIGHT);
    }

    /** Returns this area of a menu for its lower part, whose y coordinates begin at 366. */
    Stage lowerPart() {
        return isWide(canvas)
                ? new Stage(canvas, scale, left + WIDTH * scale, top - LOWER_SHIFT * scale)
                : this;
    }

    /** Converts a position on the canvas. */
    double unitX(double x) {
        return (x - left) / scale;
    }

    /** Converts a position on the canvas. */
    double unitY(double y) {
        return (y - top) / scale;
    }

    /** How much room is left of the area, and as much right of it. */
    double margin() {
        return left / scale;
    }

    /** How much room is above the area, and as much below it. */
    double marginAbove() {
        return top / scale;
    }

    /** The width of the whole canvas. */
    double canvasWidth() {
        return canvas.width() / scale;
    }

    /** The height of the whole canvas. */
    double canvasHeight() {
        return canvas.height() / scale;
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
