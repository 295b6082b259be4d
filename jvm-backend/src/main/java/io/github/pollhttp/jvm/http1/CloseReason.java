package io.github.pollhttp.jvm.http1;

/** Why a connection cannot serve another request (RFC 9112 section 9). */
public enum CloseReason {
    /** The request said {@code Connection: close}. */
    CLIENT_ASKED,
    /** The response said {@code Connection: close}. */
    SERVER_ASKED,
    /** HTTP/1.0 without {@code keep-alive}, or with a transfer coding that it does not have (section 6.1). */
    HTTP_1_0,
    /** The end of the body is the end of the connection. */
    BODY_UNTIL_CLOSE,
    /** Content-Length beside Transfer-Encoding: perhaps an attempt at smuggling (section 6.3 item 3). */
    LENGTH_BESIDE_CHUNKED,
    /** A 205 that announces content, which it cannot have (RFC 9110 section 15.3.6). */
    CONTENT_IN_205,
    /** The answer was complete before the request was: the rest of the request is not sent. */
    REQUEST_UNSENT,
    /** Bytes behind the end of the response. */
    SURPLUS_BYTES
}
