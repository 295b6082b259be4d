package io.github.pollhttp.internal;

import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/** What a queue asks an HTTPRequest besides its public methods. Every HTTPRequest implements this interface. */
public interface RequestFacts {
    /**
     * Returns what supplies the size of the body of the latest response, also after the HTTPRequest has started another request. A queue keeps this
     * object instead of the size, so that TeaVM leaves out what computes the size of programs that do not ask for it.
     *
     * @return supplies the size in bytes, -1 if the server does not announce it; null before a response
     */
    @Nullable
    LongSupplier bodySize();
}
