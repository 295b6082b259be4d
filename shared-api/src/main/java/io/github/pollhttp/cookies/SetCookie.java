package io.github.pollhttp.cookies;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.Decimal;
import io.github.pollhttp.internal.HttpDate;
import io.github.pollhttp.internal.Utf8;

/** Parses the value of a {@code Set-Cookie} header (RFC 6265bis section 5.6). Does not check whether the server can set the cookie. */
final class SetCookie {
    private static final int MAX_BYTES = 4096;
    private static final int MAX_ATTRIBUTE_LENGTH = 1024;
    private static final long MAX_AGE_SECONDS = 400L * 86_400;

    String name = "";
    String value = "";
    /** Empty without a {@code Domain} attribute. */
    String domain = "";
    /** Empty without a valid {@code Path} attribute. */
    String path = "";
    boolean secure;
    boolean httpOnly;
    String sameSite = "Default";
    long expires = Cookie.SESSION;
    private boolean hasMaxAge;

    private SetCookie() {}

    /**
     * @param now the current time, in milliseconds since 1970
     * @return the parsed value, or null if the cookie must be ignored
     */
    static @Nullable SetCookie parse(String line, long now) {
        SetCookie parsed = new SetCookie();
        int end = endOfPart(line, 0);
        if (hasControl(line) || !parsed.parsePair(line.substring(0, end))) {
            return null;
        }
        while (end < line.length()) {
            int start = end + 1;
            end = endOfPart(line, start);
            parsed.parseAttribute(line.substring(start, end), now);
        }
        return parsed;
    }

    private static int endOfPart(String line, int start) {
        int semicolon = line.indexOf(';', start);
        return semicolon < 0 ? line.length() : semicolon;
    }

    private static boolean hasControl(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c < ' ' && c != '\t' || c == 0x7F) {
                return true;
            }
        }
        return false;
    }

    private boolean parsePair(String pair) {
        int equals = pair.indexOf('=');
        name = equals < 0 ? "" : trimmed(pair.substring(0, equals));
        value = trimmed(pair.substring(equals + 1));
        int bytes = Utf8.encode(name).length + Utf8.encode(value).length;
        return bytes > 0 && bytes <= MAX_BYTES;
    }

    private void parseAttribute(String attribute, long now) {
        int equals = attribute.indexOf('=');
        String key = Ascii.lower(trimmed(equals < 0 ? attribute : attribute.substring(0, equals)));
        String text = equals < 0 ? "" : trimmed(attribute.substring(equals + 1));
        if (text.length() > MAX_ATTRIBUTE_LENGTH) {
            return;
        }
        switch (key) {
            case "expires" -> parseExpires(text, now);
            case "max-age" -> parseMaxAge(text, now);
            case "domain" -> domain = Ascii.lower(text.startsWith(".") ? text.substring(1) : text);
            case "path" -> path = text.startsWith("/") ? text : "";
            case "secure" -> secure = true;
            case "httponly" -> httpOnly = true;
            case "samesite" -> sameSite = sameSite(Ascii.lower(text));
            default -> {
                // the RFC ignores unknown attributes
            }
        }
    }

    private void parseExpires(String text, long now) {
        long seconds = CookieDate.seconds(text);
        if (seconds != HttpDate.NONE && !hasMaxAge) {
            expires = Math.min(seconds * 1000, now + MAX_AGE_SECONDS * 1000);
        }
    }

    /** Max-Age overrides Expires, regardless of their order. */
    private void parseMaxAge(String text, long now) {
        boolean negative = text.startsWith("-");
        long seconds = Decimal.parse(text, negative ? 1 : 0, text.length(), MAX_AGE_SECONDS);
        if (seconds != Decimal.NONE) {
            hasMaxAge = true;
            expires = negative || seconds == 0 ? Long.MIN_VALUE : now + seconds * 1000;
        }
    }

    private static String sameSite(String value) {
        return switch (value) {
            case "strict" -> "Strict";
            case "lax" -> "Lax";
            case "none" -> "None";
            default -> "Default";
        };
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
