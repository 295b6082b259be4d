package io.github.pollhttp.request;

import io.github.pollhttp.spi.ResponseHead;

/**
 * Ends a request whose response announces a body that is too large, before the body arrives. Not final, so that TeaVM can leave it out of programs that
 * set no limit. Without a limit, a platform that collects bodies has to find one that no array can store.
 */
class AnnouncedLimit {
    private final long limit;

    /** @param limit the largest body that the program accepts, in bytes */
    AnnouncedLimit(long limit) {
        this.limit = limit;
    }

    /** @throws RequestFailure if the body is too large */
    void check(ResponseHead head) throws RequestFailure {
        if (head.bodyLength() > limit) {
            throw new RequestFailure(BasicWhy.tooLarge(limit));
        }
    }
}
