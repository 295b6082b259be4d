package io.github.pollhttp.jvm;

import java.io.EOFException;

/** The stream ended without TLS's close_notify (RFC 8446 section 6.1): anyone on the way may have cut it. */
final class TruncatedStreamException extends EOFException {
    private static final long serialVersionUID = 1;

    TruncatedStreamException() {
        super("the connection ended without close_notify");
    }
}
