/**
 * The API of PollHTTP, Godot's poll-driven HTTP client for Java. A backend on the module path or class path does the work.
 *
 * @since 0.1.0
 */
@SuppressWarnings("module") // the modules named below are compiled later
module io.github.pollhttp {
    requires static org.jspecify; // annotations for compilers; a program needs it neither to compile nor to run

    exports io.github.pollhttp;
    exports io.github.pollhttp.cookies;
    exports io.github.pollhttp.events;
    exports io.github.pollhttp.queue;
    exports io.github.pollhttp.request;
    exports io.github.pollhttp.spi;
    exports io.github.pollhttp.internal to io.github.pollhttp.jvm, io.github.pollhttp.web, io.github.pollhttp.testing;

    uses io.github.pollhttp.internal.DomainEncoder;
    uses io.github.pollhttp.spi.BackendProvider;
}
