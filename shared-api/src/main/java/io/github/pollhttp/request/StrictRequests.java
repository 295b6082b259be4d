package io.github.pollhttp.request;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.content.StrictMode;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.Rejection;

/** Strict portable mode for the requests of an HTTPRequest. Not final, so that TeaVM can leave it out of programs that do not turn the mode on. */
class StrictRequests extends StrictMode {
    /** @return null if a browser can use this hook, because there is none */
    Rejection ofHook(RedirectHook hook) {
        return hook == null
                ? null
                : Rejection.of(RejectionException.unavailable(
                        "Browsers follow redirects unseen, so they cannot call a redirect hook. Remove the hook, or do not use strict portable mode."));
    }

    /** @throws RequestFailure if a browser does not send this request */
    void beforeSend(HTTPClient client, RequestSpec request) throws RequestFailure {
        try {
            beforeSend(client, request.method(), request.url().target(), request.headers(), request.body().length());
        } catch (RejectionException e) {
            throw new RequestFailure(BasicWhy.notSent(Rejection.of(e)));
        }
    }
}
