/** Godot's poll-driven HTTP client as a Java API; a backend on the path does the work. */
module io.github.pollhttp {
    exports io.github.pollhttp;
    exports io.github.pollhttp.spi;

    uses io.github.pollhttp.spi.BackendProvider;
}
