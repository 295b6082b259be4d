package io.github.pollhttp.jvm;

import java.util.function.UnaryOperator;

import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.jvm.net.Failures;

/**
 * The other end of an HTTP/1.1 connection: the form of the requests to it, and its name in messages.
 *
 * @param origin       scheme and authority, to which a request's target is appended for the URL of its response; empty if unknown
 * @param authority    the value of the Host header; empty if unknown
 * @param form         changes each request to the form that a proxy requires; the identity without a proxy
 * @param userAgent    the value of the User-Agent header
 * @param failures     makes the failures of the exchanges
 */
record Http1Peer(String origin, String authority, UnaryOperator<OutgoingRequest> form, String userAgent,
        Failures failures) {

    /** The request in the form that this peer takes. */
    OutgoingRequest write(OutgoingRequest request) {
        return form.apply(request);
    }

    /** The peer of a program's own stream. Its origin and authority are unknown. */
    static Http1Peer ofProgramStream(String userAgent) {
        return new Http1Peer("", "", UnaryOperator.identity(), userAgent, new Failures("the connection"));
    }
}
