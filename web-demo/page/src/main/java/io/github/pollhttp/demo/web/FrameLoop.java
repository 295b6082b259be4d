package io.github.pollhttp.demo.web;

import java.util.ArrayList;
import java.util.List;

import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

import io.github.pollhttp.demo.Units;

/** The game loop. It shows the frames a second and the longest time that a frame took, because short frames are the purpose of polling. */
final class FrameLoop {
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private final List<Framed> parts = new ArrayList<>();
    private final HTMLElement meter;
    private long secondBegan = System.nanoTime();
    private int frames;
    private long longest;

    FrameLoop(HTMLDocument document) {
        meter = document.getElementById("frames");
    }

    void add(Framed part) {
        parts.add(part);
    }

    void start() {
        Window.requestAnimationFrame(timestamp -> frame());
    }

    private void frame() {
        long began = System.nanoTime();
        for (int i = 0; i < parts.size(); i++) { // not an iterator, because a part may add another one
            parts.get(i).frame();
        }
        measure(began, System.nanoTime());
        Window.requestAnimationFrame(timestamp -> frame());
    }

    private void measure(long began, long ended) {
        frames++;
        longest = Math.max(longest, ended - began);
        if (ended - secondBegan >= SECOND) {
            String took = longest < MILLISECOND ? "less than 1 ms" : Units.time(longest);
            meter.setTextContent(frames + " frames per second, the busiest took " + took);
            secondBegan = ended;
            frames = 0;
            longest = 0;
        }
    }
}
