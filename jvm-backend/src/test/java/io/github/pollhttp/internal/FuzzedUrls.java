package io.github.pollhttp.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** What holds for each URL that a fuzz target has got. */
final class FuzzedUrls {
    private static final String FORBIDDEN = " #/<>?@[\\]^|%\"`{}";

    /** Three quoted texts of 80 characters, each of them escaped. */
    private static final int LONGEST_MESSAGE = 3 * 80 * 6 + 500;

    private FuzzedUrls() {}

    /** @return two bytes for a character, so that there are halves of surrogate pairs */
    static String utf16(byte[] input) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 1 < input.length; i += 2) {
            text.append((char) ((input[i] & 0xFF) << 8 | input[i + 1] & 0xFF));
        }
        return text.toString();
    }

    /** @return each byte beyond ASCII as half a surrogate pair, as in a Location that is not UTF-8 */
    static String withBytes(byte[] input) {
        StringBuilder text = new StringBuilder();
        for (byte each : input) {
            text.append((char) (each < 0 ? 0xDC00 | each & 0xFF : each));
        }
        return text.toString();
    }

    static void checkMessage(RejectionException e) {
        checkMessage(e.getMessage());
    }

    /** A message may end up in a terminal or a log. */
    private static void checkMessage(String message) {
        assertTrue(message.length() < LONGEST_MESSAGE, () -> "a message of " + message.length() + " characters");
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            assertTrue(c >= ' ' && c < 0x7F, () -> "U+" + Integer.toHexString(c) + " in a message");
        }
    }

    static void checkParsed(RequestUrl url) {
        checkHost(url.origin());
        checkTarget(url);
        try {
            assertEquals(url, RequestUrl.parse(url.toString()));
            if (!hasHalfPair(url.target())) { // half of a pair stands for a byte, which is encoded in a Location
                assertEquals(url, url.resolve(url.toString()));
            }
        } catch (RejectionException e) {
            throw new AssertionError("a parsed URL is not parsed again", e);
        }
    }

    private static void checkHost(Endpoint origin) {
        String host = origin.host();
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean valid = c > ' ' && c < 0x7F && FORBIDDEN.indexOf(c) < 0 && !(c >= 'A' && c <= 'Z')
                    && (c != ':' || origin.isLiteral());
            assertTrue(valid, () -> "the host has U+" + Integer.toHexString(c));
        }
        assertTrue(!host.isEmpty() && origin.port() > 0 && origin.port() < 65536);
        try {
            assertEquals(origin, Endpoint.of(host, origin.port(), origin.tls()));
            assertEquals(origin,
                    Endpoint.of((origin.tls() ? "https://" : "http://") + host, origin.port(), !origin.tls()));
        } catch (RejectionException e) {
            throw new AssertionError("a parsed host is not accepted again", e);
        }
    }

    /** What is sent is visible ASCII, and a server that parses it finds the same again. */
    private static void checkTarget(RequestUrl url) {
        String sent;
        try {
            sent = OutgoingRequest.of("GET", url.target(), List.of(), 0).target();
        } catch (RejectionException e) {
            checkMessage(e);
            assertTrue(hasHalfPair(url.target()), e.getMessage());
            return;
        }
        assertTrue(sent.startsWith("/"), sent);
        for (int i = 0; i < sent.length(); i++) {
            char c = sent.charAt(i);
            assertTrue(c > ' ' && c < 0x7F && c != '#' && "\"<>[\\]^`{|}".indexOf(c) < 0, sent);
        }
        assertEquals(sent, PercentEncoding.target(sent));
        try {
            assertEquals(sent, RequestUrl.parse(url.origin().origin() + sent).target());
        } catch (RejectionException e) {
            throw new AssertionError("a target is not parsed again", e);
        }
    }

    private static boolean hasHalfPair(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                int code = text.codePointAt(i);
                if (code < 0x10000) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
