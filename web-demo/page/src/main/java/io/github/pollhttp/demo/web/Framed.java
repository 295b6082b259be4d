package io.github.pollhttp.demo.web;

/** Is called once a frame. */
interface Framed {
    void frame();
}
