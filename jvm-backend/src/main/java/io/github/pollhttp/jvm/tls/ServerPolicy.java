package io.github.pollhttp.jvm.tls;

import io.github.pollhttp.TLSOptions;

/**
 * What decides whether a server is accepted. Connections with equal policies may resume each other's sessions.
 *
 * @param options          the options of the program
 * @param mayAskResponders whether to ask OCSP responders, and to load revocation lists, if the options say so. That goes past a proxy of the client,
 *                         so it is false if one is set
 */
record ServerPolicy(TLSOptions options, boolean mayAskResponders) {

    /** Written out, because the JVM makes the code of a record's own method at its first call, which takes 40 ms. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ServerPolicy that && mayAskResponders == that.mayAskResponders
                && options.equals(that.options);
    }

    @Override
    public int hashCode() {
        return 31 * options.hashCode() + Boolean.hashCode(mayAskResponders);
    }
}
