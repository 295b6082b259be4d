package io.github.pollhttp.demo.game;

/**
 * Draws one frame in a window or in a page. Lengths are in points: a CSS pixel in the browser, a pixel of Java2D on the desktop. The origin is at the
 * top left. A colour is {@code 0xRRGGBB}.
 */
public interface Canvas {
    /** The point of a text that its x coordinate gives. */
    enum Align {
        /** The left end. */
        LEFT,
        /** The middle. */
        CENTER,
        /** The right end. */
        RIGHT
    }

    /**
     * Returns the width of the area to draw on.
     *
     * @return points
     */
    double width();

    /**
     * Returns the height of the area to draw on.
     *
     * @return points
     */
    double height();

    /**
     * Sets how opaque everything is that is drawn from now on.
     *
     * @param alpha 0 to 1
     */
    void setAlpha(double alpha);

    /**
     * Fills a rectangle.
     *
     * @param x      the left edge
     * @param y      the upper edge
     * @param width  its width
     * @param height its height
     * @param color  its colour
     */
    void fill(double x, double y, double width, double height, int color);

    /**
     * Draws a square part of a picture.
     *
     * @param picture a picture in {@link Picture.State#READY}
     * @param part    which part: the first {@code part * size} pixels of the picture's row are left of it
     * @param x       the left edge
     * @param y       the upper edge
     * @param size    the width and the height of the drawn part
     */
    void sprite(Picture picture, int part, double x, double y, double size);

    /**
     * Draws a line of bold text.
     *
     * @param text  the text
     * @param x     where it begins, has its middle, or ends
     * @param y     its baseline
     * @param size  the height of the font
     * @param color its colour
     * @param align what {@code x} is
     */
    void text(String text, double x, double y, double size, int color, Align align);

    /**
     * Measures a line of text.
     *
     * @param text the text
     * @param size the height of the font
     * @return its width
     */
    double textWidth(String text, double size);
}
