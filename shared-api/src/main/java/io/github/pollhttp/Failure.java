package io.github.pollhttp;

/**
 * Why a client is in a failure status: where it happened, what it was, and a sentence for a person.
 *
 * @param phase   the step that failed
 * @param reason  what went wrong, for a program to decide on
 * @param message what went wrong, for a person: it names the host and says what to do about it. It never claims more than the platform
 *                told; a browser, for one, hides whether a server is down or CORS forbade the answer
 * @param cause   the exception behind it, on the JVM and where there is one; else null
 */
public record Failure(Phase phase, Reason reason, String message, Throwable cause) {

    /** The steps of an exchange, in order. */
    public enum Phase {
        /** Looking up the host's name. */
        RESOLVE,
        /** Opening the connection. */
        CONNECT,
        /** Talking to the proxy. */
        PROXY,
        /** The TLS handshake. */
        TLS,
        /** Sending the request, up to the first byte of the answer. */
        REQUEST,
        /** Reading the status line and the header fields. */
        RESPONSE_HEAD,
        /** Reading the body. */
        BODY
    }

    /** What went wrong. Reasons from {@link #MIXED_CONTENT} on occur in the browser alone. */
    public enum Reason {
        /** The name does not exist. */
        NAME_NOT_FOUND,
        /** The name server gave no answer; the name may exist. */
        NAME_LOOKUP_FAILED,
        /** The host is there and nothing listens on the port. */
        REFUSED,
        /** No route to the host. */
        UNREACHABLE,
        /** A limit set with {@link HTTPClient#setConnectTimeout} or {@link HTTPClient#setReadTimeout} passed. */
        TIMEOUT,
        /** The proxy refused to open a way to the host; the message has its answer. */
        PROXY_REFUSED,
        /** No chain of certificates leads to one that is trusted. */
        TLS_UNTRUSTED,
        /** A certificate is not valid yet, or no more. */
        TLS_EXPIRED,
        /** The certificate is for another host. */
        TLS_WRONG_HOST,
        /** The public key is none of those pinned. */
        TLS_PIN_MISMATCH,
        /** The certificate was revoked. */
        TLS_REVOKED,
        /** No common protocol version or cipher, or a broken handshake. */
        TLS_PROTOCOL,
        /** The peer reset or closed the connection before its answer was complete. */
        CONNECTION_RESET,
        /** A kept-alive connection turned out to be closed before any byte of the answer; the same request may be tried again. */
        CONNECTION_CLOSED_IDLE,
        /** What the peer sent is no HTTP/1.1 response. */
        RESPONSE_MALFORMED,
        /** The response exceeds one of the {@link ResponseLimits}. */
        RESPONSE_TOO_LARGE,
        /** The body ended before its announced end. */
        BODY_TRUNCATED,
        /** A page loaded over https asked for http. */
        MIXED_CONTENT,
        /** The page's content security policy forbids the request. */
        BLOCKED_BY_POLICY,
        /** The browser says that it is offline. */
        OFFLINE,
        /** The server is there, and CORS is what refused; known from the opt-in probe, see {@link HTTPClient#setDiagnosticsEnabled}. */
        CORS_REFUSED,
        /** The network failed or CORS refused: the browser hides which. */
        NETWORK_OR_CORS
    }
}
