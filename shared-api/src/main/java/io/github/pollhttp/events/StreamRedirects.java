package io.github.pollhttp.events;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.internal.Redirect;
import io.github.pollhttp.internal.RejectionException;

/** Follows redirects. Not final, so that TeaVM can leave it out of browser programs, because the browser follows them. */
class StreamRedirects {
    /**
     * Leads the target to the next URL if the response is a redirect.
     *
     * @return whether it is one
     * @throws RejectionException if the redirect must not be followed
     */
    boolean follow(HTTPClient response, StreamTarget target) throws RejectionException {
        String location = Redirect.location(response.getResponseCode(), response.getResponseHeader("Location"));
        if (!location.isEmpty()) {
            target.follow(location);
        }
        return !location.isEmpty();
    }
}
