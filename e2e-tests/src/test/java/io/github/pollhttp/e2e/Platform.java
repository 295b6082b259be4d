package io.github.pollhttp.e2e;

import java.util.List;
import java.util.stream.Stream;

import io.github.pollhttp.contract.Engine;

/** A browser engine, and what TeaVM compiled for it. */
record Platform(Engine engine, Target target) {
    static List<Platform> all() {
        return Stream.of(Engine.values()).flatMap(engine -> of(engine)).toList();
    }

    static Stream<Platform> of(Engine engine) {
        return Stream.of(Target.values()).map(target -> new Platform(engine, target));
    }

    /** Its name for a reader. */
    String title() {
        return engine.title() + " " + target.title();
    }
}
