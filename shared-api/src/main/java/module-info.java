/** Godot's poll-driven HTTP client as a Java API; a backend on the path does the work. */
@SuppressWarnings("module") // the two backends are compiled later
module io.github.pollhttp {
    exports io.github.pollhttp;
    exports io.github.pollhttp.cookies;
    exports io.github.pollhttp.events;
    exports io.github.pollhttp.queue;
    exports io.github.pollhttp.request;
    exports io.github.pollhttp.spi;
    exports io.github.pollhttp.internal to io.github.pollhttp.jvm, io.github.pollhttp.web;

    uses io.github.pollhttp.spi.BackendProvider;
}
