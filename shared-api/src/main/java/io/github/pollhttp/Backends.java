package io.github.pollhttp;

import java.util.ServiceLoader;

import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendProvider;

/** Finds the one backend of the class path. */
final class Backends {
    /** The class path does not change, so the search is made once; it reads files, which no frame should do twice. */
    private static BackendProvider found;

    private Backends() {}

    static Backend create() {
        return provider().create();
    }

    static BackendProvider provider() {
        if (found == null) {
            found = theOnly(ServiceLoader.load(BackendProvider.class));
        }
        return found;
    }

    static BackendProvider theOnly(Iterable<BackendProvider> providers) {
        BackendProvider only = null;
        for (BackendProvider each : providers) {
            if (only != null) {
                throw new IllegalStateException(
                        "two backends of PollHTTP are on the class path, " + only.artifact() + " and "
                                + each.artifact() + ": remove the one that is not for this platform");
            }
            only = each;
        }
        if (only == null) {
            throw new IllegalStateException("no backend of PollHTTP is on the class path: add "
                    + "io.github.pollhttp:pollhttp-jvm for the desktop or io.github.pollhttp:pollhttp-web for TeaVM");
        }
        return only;
    }
}
