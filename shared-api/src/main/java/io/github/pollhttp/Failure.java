package io.github.pollhttp;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.internal.Sentence;

/**
 * The cause of a failure status, see {@link HTTPClient#getFailure()}.
 *
 * @param phase   the step that failed
 * @param reason  the kind of failure, for the program to decide what to do
 * @param message a sentence for a person: it names the host, what happened, and what to do. It ends with a full stop, which the constructor adds if
 *                it is missing. It states only what is known; for example, a browser does not tell whether the server is down or CORS denied the response
 * @param cause   the exception that caused the failure; null if there is none, and always null in the browser
 */
public record Failure(Phase phase, Reason reason, String message, @Nullable Throwable cause) {
    /**
     * Creates a failure, with a full stop at the end of its message.
     *
     * @param phase   the step that failed
     * @param reason  the kind of failure
     * @param message a sentence for a person, with or without its full stop
     * @param cause   the exception that caused the failure; may be null
     */
    public Failure {
        message = Sentence.ended(message);
    }

    /** The steps from the name look-up to the end of the body, in order. */
    public enum Phase {
        /** The look-up of the host's name, or of the proxy's. */
        RESOLVE,
        /** The opening of the TCP connection. */
        CONNECT,
        /** The opening of a tunnel by the proxy. */
        PROXY,
        /** The TLS handshake, and the rejection of the client certificate by the server after it. */
        TLS,
        /** The sending of the request, until the first byte of the response. In the browser also everything before it. */
        REQUEST,
        /** The receiving of the status line and the header fields. */
        RESPONSE_HEAD,
        /** The receiving of the body. */
        BODY
    }

    /**
     * The kinds of failure. Those from {@link #MIXED_CONTENT} on occur only in the browser. Of the others, the browser reports only {@link #TIMEOUT},
     * after the read timeout, {@link #CONNECTION_RESET}, in the body, and {@link #FILE_UNREADABLE}.
     */
    public enum Reason {
        /** The host's name does not exist, or the computer is offline: macOS and Windows often report both in the same way. */
        NAME_NOT_FOUND,
        /** The name server could not be reached or gave no answer; the name may exist. */
        NAME_LOOKUP_FAILED,
        /** The host refused the TCP connection: no server listens on the port. */
        REFUSED,
        /** There is no route to the host. */
        UNREACHABLE,
        /** The timeout of {@link HTTPClient#setConnectTimeout} or {@link HTTPClient#setReadTimeout} has passed. */
        TIMEOUT,
        /** The proxy did not open a connection to the host; the message contains its answer. */
        PROXY_REFUSED,
        /** The server's certificate does not lead to a trusted one. */
        TLS_UNTRUSTED,
        /** A certificate has expired or is not valid yet. */
        TLS_EXPIRED,
        /** The certificate does not contain the host's name or IP address. */
        TLS_WRONG_HOST,
        /** No certificate of the chain has a public key of {@link TLSOptions#pins}. */
        TLS_PIN_MISMATCH,
        /** A certificate was revoked. */
        TLS_REVOKED,
        /** Client and server share no protocol version or cipher, or the handshake was malformed. */
        TLS_PROTOCOL,
        /** The connection was reset or closed before the response was complete. */
        CONNECTION_RESET,
        /**
         * A kept connection was closed before the first byte of the response, perhaps before the request arrived, or it was idle for too long
         * ({@link HTTPClient#setMaxIdleTime}), so that nothing was sent. An idempotent request can be sent again.
         */
        CONNECTION_CLOSED_IDLE,
        /** The server sent something other than a valid HTTP/1.1 response. */
        RESPONSE_MALFORMED,
        /** A part of the response is larger than the {@link ResponseLimits} allow. */
        RESPONSE_TOO_LARGE,
        /** The connection closed before the end of the body. */
        BODY_TRUNCATED,
        /** A file of the request body ({@link RequestBody#file}) cannot be opened or read, or its length has changed while it was sent. */
        FILE_UNREADABLE,
        /** The page was loaded over https, so the browser blocks a request over http. */
        MIXED_CONTENT,
        /** The content security policy of the page forbids the request. */
        BLOCKED_BY_POLICY,
        /** The browser reports that it is offline. */
        OFFLINE,
        /** The server answers, but CORS denies the response to the page. Reported only with {@link HTTPClient#setDiagnosticsEnabled}. */
        CORS_REFUSED,
        /** The network failed or CORS denied the response; the browser does not tell which. */
        NETWORK_OR_CORS
    }
}
