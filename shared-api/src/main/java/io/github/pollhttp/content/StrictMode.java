package io.github.pollhttp.content;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.PortableRules;
import io.github.pollhttp.internal.RejectionException;

/**
 * Strict portable mode for requests to which the library adds header lines, such as {@code Accept-Encoding} and the cookies of a jar. A browser adds
 * these itself, and therefore rejects them from a program. The check of {@link HTTPClient} sees all lines alike, so this check replaces it when a
 * request is sent. An object exists only while the mode is on, so that TeaVM leaves the rules out of other programs.
 */
public class StrictMode {
    /** Lets the client check where it connects. */
    public void beforeConnect(HTTPClient client) {
        client.setStrictPortable(true);
    }

    /**
     * Checks a request, and turns off the check of the client for it.
     *
     * @param headers    the header lines of the program, without those of the library
     * @param bodyLength the number of bytes of the body, or {@link OutgoingRequest#LENGTH_UNKNOWN}
     * @throws RejectionException if a browser does not send this request
     */
    public void beforeSend(HTTPClient client, Method method, String target, List<String> headers, int bodyLength)
            throws RejectionException {
        PortableRules.check(OutgoingRequest.of(method.token(), target, headers, bodyLength));
        client.setStrictPortable(false);
    }
}
