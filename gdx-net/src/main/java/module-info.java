/** PollHTTP for libGDX: a {@code Net} for the desktop and the browser. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // libGDX's jar has no descriptor
module io.github.pollhttp.gdx {
    requires transitive io.github.pollhttp;
    requires transitive gdx;

    exports io.github.pollhttp.gdx;
}
