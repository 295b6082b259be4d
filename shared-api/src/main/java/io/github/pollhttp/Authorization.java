package io.github.pollhttp;

import java.util.Base64;

import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.Utf8;

/** Builds {@code Authorization} header lines for the Basic and Bearer schemes. Neither is encrypted: send them only over https. */
public final class Authorization {
    private static final String TOKEN68_MARKS = "-._~+/";

    private Authorization() {}

    /**
     * Builds the line for a user and a password (RFC 7617), encoded as UTF-8.
     *
     * @param user     the user name, without colons and control characters
     * @param password the password, without control characters
     * @return {@code Authorization: Basic …}
     * @throws IllegalArgumentException if the user contains a colon, or one of them contains a control character
     */
    public static String basic(String user, String password) {
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the user name of Basic authentication must not contain a colon.");
        }
        if (hasControl(user) || hasControl(password)) {
            throw new IllegalArgumentException(
                    "user name and password of Basic authentication must not contain control characters.");
        }
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(Utf8.encode(user + ":" + password));
    }

    /**
     * Builds the line for a token (RFC 6750), for example an OAuth access token.
     *
     * @param token letters, digits and {@code - . _ ~ + /}, perhaps with {@code =} at the end (the RFC's b64token)
     * @return {@code Authorization: Bearer …}
     * @throws IllegalArgumentException if the token is empty or contains other characters; the message does not contain the token
     */
    public static String bearer(String token) {
        if (!isToken68(token)) {
            throw new IllegalArgumentException(
                    "a bearer token must consist of letters, digits and \"-._~+/\", with \"=\" only at the end.");
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
