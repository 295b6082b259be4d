package io.github.pollhttp.jvm.http1;

import io.github.pollhttp.internal.Quoted;

/**
 * Parses the status line {@code HTTP/1.x SP 3DIGIT [SP reason]} (RFC 9112 section 4) in the bytes of a {@link HeadBuffer}. It is strict, because any
 * other line may be another protocol. It does not know the meaning of a status code.
 */
final class StatusLine {
    private static final String START = "HTTP/1.";
    private static final int VERSION_AT = START.length();
    private static final int CODE_AT = VERSION_AT + 2;
    private static final int LENGTH = CODE_AT + 3;

    /** The first byte of the TLS records that a server sends to a client that does not speak TLS (RFC 8446 section 5.1). */
    private static final int TLS_ALERT = 21;
    private static final int TLS_HANDSHAKE = 22;

    private static final int LONGEST_SHOWN = 40;

    private StatusLine() {}

    /** Fails at the first byte that cannot begin a status line, so that the client does not wait for the rest of another protocol's greeting. */
    static void checkStart(HeadBuffer head) throws ProtocolException {
        for (int i = 0; i < START.length() && i < head.received(); i++) {
            if (head.at(i) != START.charAt(i)) {
                throw malformed(head, head.received());
            }
        }
    }

    /**
     * @return the status code, 100 to 999
     * @throws ProtocolException if the first line is not a status line
     */
    static int code(HeadBuffer head) throws ProtocolException {
        if (head.lineCount() == 0) {
            throw ProtocolException.malformed("the response begins with an empty line, not with a status line");
        }
        checkStart(head);
        int start = head.start(0);
        int end = head.end(0);
        boolean valid = end - start >= LENGTH && start == 0
                && (head.at(VERSION_AT) == '0' || head.at(VERSION_AT) == '1')
                && head.at(VERSION_AT + 1) == ' ' && (end - start == LENGTH || head.at(LENGTH) == ' ');
        int code = 0;
        for (int i = CODE_AT; valid && i < LENGTH; i++) {
            int digit = head.at(i) - '0';
            valid = digit >= 0 && digit <= 9;
            code = code * 10 + digit;
        }
        if (!valid || code < 100) {
            throw malformed(head, end);
        }
        return code;
    }

    /** @return whether the version is HTTP/1.0; call it only after {@link #code} has accepted the line */
    static boolean isHttp10(HeadBuffer head) {
        return head.at(VERSION_AT) == '0';
    }

    private static ProtocolException malformed(HeadBuffer head, int end) {
        if (head.at(0) == TLS_ALERT || head.at(0) == TLS_HANDSHAKE) {
            return ProtocolException.malformed("the server answered with TLS, so this is an https:// port."
                    + " Connect to it with https://, or check the port.");
        }
        int shown = 0;
        while (shown < Math.min(end, LONGEST_SHOWN) && head.at(shown) != '\r' && head.at(shown) != '\n') {
            shown++;
        }
        return ProtocolException.malformed("the response begins with " + Quoted.url(head.text(0, shown))
                + ", which is not an HTTP/1.0 or HTTP/1.1 status line. Check the port.");
    }
}
