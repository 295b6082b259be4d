package io.github.pollhttp.size;

import org.teavm.jso.JSExport;

/** What a program without the library weighs: a line of text, and a frame that the page's script calls. */
public final class Hello {
    private static int frames;

    private Hello() {}

    /** Says hello. */
    public static void main(String[] args) {
        System.out.println("Hello, world!");
    }

    /** One frame. */
    @JSExport
    public static void frame() {
        frames++;
    }
}
