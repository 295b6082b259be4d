package io.github.pollhttp.jvm.http1;

/** Why a connection cannot serve another request (RFC 9112 section 9.3). */
public enum CloseReason {
    /** The request said {@code Connection: close}. */
    CLIENT_ASKED,
    /** The response said {@code Connection: close}. */
    SERVER_ASKED,
    /** The response is HTTP/1.0 without {@code keep-alive}, or HTTP/1.0 with a Transfer-Encoding, which it does not define (section 6.1). */
    HTTP_1_0,
    /** The body ends at the end of the connection (section 6.3 item 8). */
    BODY_UNTIL_CLOSE,
    /** The response has both Content-Length and Transfer-Encoding, which may be an attempt at response splitting (section 6.3 item 3). */
    LENGTH_BESIDE_CHUNKED,
    /** The response is a 205 with content, which it must not have (RFC 9110 section 15.3.6). */
    CONTENT_IN_205,
    /** The response was complete before the request was sent, so the rest of the request is not sent. */
    REQUEST_UNSENT,
    /** There are bytes after the end of the response. */
    SURPLUS_BYTES
}
