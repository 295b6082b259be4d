package com.example.game;

/** Where the game draws. Each platform has one: 640 pixels wide, 400 pixels high, the point 0, 0 is at the top left. */
public interface Screen {

    /** Fills the screen. A color is a number such as 0xff8000: red, green and blue. */
    void clear(int color);

    /** Fills a circle around a point. */
    void circle(int x, int y, int radius, int color);

    /** Writes a line. The baseline of the text begins at the point. */
    void text(String text, int x, int y, int color);
}
