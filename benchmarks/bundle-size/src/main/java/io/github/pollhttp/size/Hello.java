package io.github.pollhttp.size;

import org.teavm.jso.JSExport;

/** A program without the library, for comparison: it prints a line and has a frame method that the script of the page calls. */
public final class Hello {
    private static int frames;

    private Hello() {}

    /** Prints hello. */
    public static void main(String[] args) {
        System.out.println("Hello, world!");
    }

    /** One frame. */
    @JSExport
    public static void frame() {
        frames++;
    }
}
