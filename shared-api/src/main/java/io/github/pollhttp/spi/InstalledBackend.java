package io.github.pollhttp.spi;

import java.util.ServiceLoader;

/** Finds the one backend of the class path. */
final class InstalledBackend {
    /** The class path does not change, so the search is made once; it reads files, which no frame should do twice. */
    private static BackendProvider found;

    private InstalledBackend() {}

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
                        "PollHTTP has two backends, remove " + only.artifact() + " or " + each.artifact());
            }
            only = each;
        }
        if (only == null) {
            throw new IllegalStateException(
                    "PollHTTP has no backend, add pollhttp-jvm (desktop) or pollhttp-web (TeaVM)");
        }
        return only;
    }
}
