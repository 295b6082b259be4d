package io.github.pollhttp.content;

import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.RejectionException;

/**
 * Decides which TLS options a redirect takes along. A redirect to another origin takes along neither the client certificate, which is a credential, nor a
 * check that was weakened for the first origin.
 */
public final class RedirectTls {
    private RedirectTls() {}

    /**
     * Returns the options for the next request.
     *
     * @param options the options that the program has given for the first origin
     * @param origin  the first origin
     * @param target  the origin to connect to
     * @return the options for it; without TLS they have no effect
     * @throws RejectionException if it is another origin, and the options do not check the name of its certificate
     */
    public static TLSOptions optionsFor(TLSOptions options, Endpoint origin, Endpoint target)
            throws RejectionException {
        if (!target.tls() || target.equals(origin)) {
            return options;
        }
        if (options.isUnsafeClient() || options.getCommonNameOverride() != null) {
            throw RejectionException.invalid(origin.origin() + " redirects to " + target.origin()
                    + ", which is not followed: the TLS options do not check the name in the certificate, and that holds "
                    + "for the first origin only. Request the other one directly.");
        }
        return options.withoutClientCertificate();
    }
}
