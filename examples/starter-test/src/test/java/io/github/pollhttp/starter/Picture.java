package io.github.pollhttp.starter;

import java.awt.Point;
import java.awt.image.BufferedImage;

/** What a player sees of the game. */
final class Picture {
    private static final int NIGHT = 0x0b1026;
    private static final int STAR = 0xfff4d6;
    private static final int WIDTH = 640;

    /** The stars are above, the text is below. */
    private static final int HEIGHT_OF_SKY = 250;

    /** The word "Loading" ends before it. The sentence of a failure is longer. */
    private static final int LEFT_OF_LONG_TEXT = 200;
    private static final int INTO_THE_STAR = 6;

    private Picture() {}

    /** Returns whether the game in a page of its size shows a sentence. */
    static boolean hasSentence(BufferedImage image) {
        for (int y = HEIGHT_OF_SKY; y < image.getHeight(); y++) {
            for (int x = LEFT_OF_LONG_TEXT; x < image.getWidth(); x++) {
                if (color(image, x, y) != NIGHT) {
                    return color(image, 0, 0) == NIGHT;
                }
            }
        }
        return false;
    }

    /** Returns a point in a star, or null if there is none. */
    static Point star(BufferedImage image) {
        Point corner = find(image, NIGHT, 0, 0, image.getWidth(), image.getHeight());
        Point top = corner == null ? null : find(image, STAR, corner.x, corner.y, WIDTH, HEIGHT_OF_SKY);
        return top == null ? null : new Point(top.x, top.y + INTO_THE_STAR);
    }

    private static int color(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xffffff;
    }

    /** Returns the first point of a color, row by row. */
    private static Point find(BufferedImage image, int color, int left, int top, int width, int height) {
        for (int y = top; y < Math.min(top + height, image.getHeight()); y++) {
            for (int x = left; x < Math.min(left + width, image.getWidth()); x++) {
                if (color(image, x, y) == color) {
                    return new Point(x, y);
                }
            }
        }
        return null;
    }
}
