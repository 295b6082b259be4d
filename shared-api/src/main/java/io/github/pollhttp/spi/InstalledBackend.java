package io.github.pollhttp.spi;

import java.util.Iterator;
import java.util.ServiceLoader;

import org.jspecify.annotations.Nullable;

/** Finds the one backend of the class path or module path. */
final class InstalledBackend {
    /** Cached, because the search reads files and the class path does not change. Volatile, because a test may replace it on another thread. */
    private static volatile @Nullable BackendProvider found;

    private InstalledBackend() {}

    static BackendProvider provider() {
        if (found == null) {
            found = theOnly(ServiceLoader.load(BackendProvider.class));
        }
        return found;
    }

    static void replace(BackendProvider provider) {
        found = provider;
    }

    static BackendProvider theOnly(Iterable<BackendProvider> providers) {
        Iterator<BackendProvider> found = providers.iterator();
        if (!found.hasNext()) {
            throw new IllegalStateException(
                    "PollHTTP has no backend; add pollhttp-jvm (desktop) or pollhttp-web (TeaVM).");
        }
        BackendProvider only = found.next();
        if (found.hasNext()) {
            throw new IllegalStateException(
                    "PollHTTP has two backends; remove " + only.artifact() + " or " + found.next().artifact() + ".");
        }
        return only;
    }
}
