package io.github.pollhttp.jvm.http1;

/**
 * {@code HTTP/1.x SP 3DIGIT [SP reason]} (RFC 9112 section 4), read where it lies, and strictly: what is not that may be another protocol.
 */
final class StatusLine {
    private static final String START = "HTTP/1.";
    private static final int VERSION_AT = START.length();
    private static final int CODE_AT = VERSION_AT + 2;
    private static final int LENGTH = CODE_AT + 3;

    private StatusLine() {}

    /** Fails at the first byte that no status line begins with, so that another protocol's greeting is not awaited to its end. */
    static void checkStart(HeadBuffer head) throws ProtocolException {
        for (int i = 0; i < START.length() && i < head.received(); i++) {
            if (head.at(i) != START.charAt(i)) {
                throw malformed(head, head.received());
            }
        }
    }

    /** @return the status code, 100 to 999 */
    static int code(HeadBuffer head) throws ProtocolException {
        if (head.lineCount() == 0) {
            throw ProtocolException.malformed("the response begins with an empty line");
        }
        checkStart(head);
        int start = head.start(0);
        int end = head.end(0);
        boolean right = end - start >= LENGTH && start == 0
                && (head.at(VERSION_AT) == '0' || head.at(VERSION_AT) == '1')
                && head.at(VERSION_AT + 1) == ' ' && (end - start == LENGTH || head.at(LENGTH) == ' ');
        int code = 0;
        for (int i = CODE_AT; right && i < LENGTH; i++) {
            int digit = head.at(i) - '0';
            right = digit >= 0 && digit <= 9;
            code = code * 10 + digit;
        }
        if (!right || code < 100) {
            throw malformed(head, end);
        }
        return code;
    }

    /** Whether a line with a right code says HTTP/1.0. */
    static boolean isHttp10(HeadBuffer head) {
        return head.at(VERSION_AT) == '0';
    }

    private static ProtocolException malformed(HeadBuffer head, int end) {
        return ProtocolException.malformed("the response begins with \"" + head.text(0, Math.min(end, 40))
                + "\", which is no status line of HTTP/1.0 or HTTP/1.1");
    }
}
