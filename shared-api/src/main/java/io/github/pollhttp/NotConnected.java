package io.github.pollhttp;

import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.spi.Refused;

/**
 * A request in a status that takes none.
 *
 * @param status the status
 */
record NotConnected(Status status) implements Refused {
    @Override
    public String sentence() {
        return "a request needs STATUS_CONNECTED; the status is " + status;
    }
}
