/**
 * The public face of PollHTTP: Godot's {@code HTTPClient} for Java games, the same on the desktop JVM and in the browser.
 *
 * <p>
 * Everything here compiles with TeaVM, so it uses only what TeaVM has and what is cheap there: no {@code String.format}, no regular
 * expressions, no {@code java.net}, no streams.
 */
package io.github.pollhttp;
