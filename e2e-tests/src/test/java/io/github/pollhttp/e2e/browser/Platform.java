package io.github.pollhttp.e2e.browser;

import java.util.List;
import java.util.stream.Stream;

import io.github.pollhttp.contract.Engine;

/** A browser engine, and the language that TeaVM compiled the program to. */
public record Platform(Engine engine, Target target) {
    /** Returns all platforms, whether or not their browsers run. */
    public static List<Platform> all() {
        return Stream.of(Engine.values()).flatMap(engine -> of(engine)).toList();
    }

    /** Returns the platforms of one engine. */
    public static Stream<Platform> of(Engine engine) {
        return Stream.of(Target.values()).map(target -> new Platform(engine, target));
    }

    /** Returns the name for a table or a test name, for example {@code Firefox Wasm}. */
    public String title() {
        return engine.title() + " " + target.title();
    }
}
