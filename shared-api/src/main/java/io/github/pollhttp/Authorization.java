package io.github.pollhttp;

import java.util.Base64;

import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.Utf8;

/** Makes the {@code Authorization} header line for the two schemes that everybody uses. Send it over https alone: neither hides anything. */
public final class Authorization {
    private static final String TOKEN68_MARKS = "-._~+/";

    private Authorization() {}

    /**
     * User and password in UTF-8 (RFC 7617).
     *
     * @param user     without a colon, which ends the name
     * @param password any text
     * @return {@code Authorization: Basic …}
     * @throws IllegalArgumentException for a colon in the user, or a control character in either
     */
    public static String basic(String user, String password) {
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a user of Basic authentication has no colon");
        }
        if (hasControl(user) || hasControl(password)) {
            throw new IllegalArgumentException(
                    "a user and a password of Basic authentication have no control characters");
        }
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(Utf8.encode(user + ":" + password));
    }

    /**
     * A token (RFC 6750), such as a log-in server gives.
     *
     * @param token letters, digits, {@code - . _ ~ + /}, and perhaps {@code =} at its end: the RFC's b64token
     * @return {@code Authorization: Bearer …}
     * @throws IllegalArgumentException if the token is none, without telling it
     */
    public static String bearer(String token) {
        if (!isToken68(token)) {
            throw new IllegalArgumentException(
                    "a bearer token has letters, digits, \"-._~+/\" and \"=\" at its end alone");
        }
        return "Authorization: Bearer " + token;
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F && c < 0xA0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isToken68(String token) {
        int end = token.length();
        while (end > 0 && token.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = token.charAt(i);
            if (!Ascii.isLetterOrDigit(c) && TOKEN68_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return end > 0;
    }
}
