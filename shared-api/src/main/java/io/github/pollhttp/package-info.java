/**
 * The public API of PollHTTP: Godot's {@code HTTPClient} for Java games, the same on the desktop JVM and in the browser.
 *
 * <p>
 * All code of this package compiles with TeaVM. It uses only those parts of the JDK that TeaVM supports at a small cost in the bundle: no
 * {@code String.format}, no regular expressions, no {@code java.net}, no streams.
 */
@NullMarked
package io.github.pollhttp;

import org.jspecify.annotations.NullMarked;
