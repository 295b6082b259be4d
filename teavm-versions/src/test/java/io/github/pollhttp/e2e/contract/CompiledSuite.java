package io.github.pollhttp.e2e.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.e2e.BrowserSuite;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.Place;
import io.github.pollhttp.e2e.browser.Realm;
import io.github.pollhttp.e2e.browser.Target;

/** The scenarios, compiled by the TeaVM version of the module. A program is compiled when the first page loads it. */
final class CompiledSuite {
    private static final Set<Target> COMPILED = EnumSet.noneOf(Target.class);

    private CompiledSuite() {}

    /**
     * Returns the pages of Chromium that play the compiled scenarios. With {@code -Dtargets=all}, each version plays them as JavaScript and as WasmGC.
     * Otherwise the POM of the module names one target, to save time.
     */
    static Stream<Place> places(Browsers browsers, int port) {
        return Place.pages(browsers, port)
                .filter(place -> place.platform().engine() == Engine.CHROMIUM
                        && isPlayed(place.platform().target()))
                .map(place -> new Place(place.platform(),
                        place.title() + " TeaVM " + System.getProperty("teavm.version"), () -> open(place)));
    }

    private static boolean isPlayed(Target target) {
        return "all".equals(System.getProperty("targets"))
                || target.parameter().equals(System.getProperty("teavm.target"));
    }

    private static Realm open(Place place) {
        Target target = place.platform().target();
        if (COMPILED.add(target)) {
            try {
                assertEquals(List.of(), Compiler.compile(BrowserSuite.class, target, directory()));
            } catch (Exception e) {
                throw new AssertionError("The scenarios were not compiled", e);
            }
        }
        return place.suite().get();
    }

    /** Returns a folder that the page's server finds before that of {@code e2e-tests}, because it is first on the class path. */
    private static Path directory() throws Exception {
        URI classes = CompiledSuite.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        return Path.of(classes).resolve("suite");
    }
}
