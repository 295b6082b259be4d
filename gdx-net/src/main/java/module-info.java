/**
 * PollHTTP for libGDX: a {@code Net} for the desktop and the browser.
 *
 * @since 0.1.0
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // libGDX's jar has no descriptor
module io.github.pollhttp.gdx {
    requires transitive io.github.pollhttp;
    requires transitive gdx;

    exports io.github.pollhttp.gdx;
}
