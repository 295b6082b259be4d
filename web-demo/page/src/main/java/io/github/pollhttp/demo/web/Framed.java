package io.github.pollhttp.demo.web;

/** What does something in each frame. */
interface Framed {
    void frame();
}
