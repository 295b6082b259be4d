package io.github.pollhttp.request;

import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.content.RedirectTls;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.request.HTTPRequest.Result;

/** TLS options, and the origin that the program gave them for. Not final, so that TeaVM can leave it out of programs that set no options. */
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
        try {
            return RedirectTls.optionsFor(options, origin, target);
        } catch (RejectionException e) {
            throw new RequestFailure(Result.RESULT_REQUEST_FAILED, e.message());
        }
    }
}
