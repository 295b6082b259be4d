package io.github.pollhttp.request;

import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.request.HTTPRequest.Result;

/**
 * TLS options, and the origin that the program gave them for. A redirect to another origin takes along neither the client certificate, which is a
 * credential, nor a check that was weakened for the first one. Not final, so that TeaVM can leave it out of programs that set no options.
 */
class OriginTls {
    private final Endpoint origin;
    private final TLSOptions options;

    /** The settings contain a factory, and it is null without options. */
    interface Factory {
        /** @param origin the origin of the request's URL */
        OriginTls create(Endpoint origin);
    }

    /**
     * @param origin  the origin of the request's URL
     * @param options the options
     */
    OriginTls(Endpoint origin, TLSOptions options) {
        this.origin = origin;
        this.options = options;
    }

    /**
     * @param target the origin to connect to
     * @return the options for it
     * @throws RequestFailure if it is another origin, and the options do not check the name of its certificate
     */
    TLSOptions optionsFor(Endpoint target) throws RequestFailure {
        if (!target.tls() || target.equals(origin)) {
            return options;
        }
        if (options.isUnsafeClient() || options.getCommonNameOverride() != null) {
            throw new RequestFailure(Result.RESULT_REQUEST_FAILED, origin.origin() + " redirects to " + target.origin()
                    + ", which is not followed: the TLS options do not check the name in the certificate, and that holds "
                    + "for the first origin only. Request the other one directly.");
        }
        return options.withoutClientCertificate();
    }
}
