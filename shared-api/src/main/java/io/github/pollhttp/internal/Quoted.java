package io.github.pollhttp.internal;

/**
 * Quotes text of a program or of the network in a message. A message may end up on a screen or in a log, so this escapes what is not printable ASCII,
 * cuts what is long, and leaves out secrets: user and password of a URL, and its query.
 */
public final class Quoted {
    private static final int LONGEST = 80;
    private static final int LONGEST_SENTENCE = 1000;

    private Quoted() {}

    /**
     * Quotes any text.
     *
     * @param text from a program or from the network
     * @return the text in quotation marks, at most 80 characters of it, with escapes such as {@code \\u001b}
     */
    public static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        int end = Math.min(text.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            append(quoted, c);
        }
        return quoted.append(end < text.length() ? "...\"" : "\"").toString();
    }

    /**
     * Quotes a name that a server says of itself, without quotation marks.
     *
     * @param name from the network
     * @return at most 80 characters of the name, with escapes such as {@code \\u001b}
     */
    public static String name(String name) {
        return escaped(name, LONGEST);
    }

    /**
     * Escapes a sentence that has such text in it, for example the path of a file.
     *
     * @param sentence a message
     * @return at most 1000 characters of the sentence, with escapes such as {@code \\u001b}
     */
    public static String sentence(String sentence) {
        return escaped(sentence, LONGEST_SENTENCE);
    }

    private static String escaped(String text, int longest) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), longest); i++) {
            append(escaped, text.charAt(i));
        }
        return escaped.append(text.length() > longest ? "..." : "").toString();
    }

    private static void append(StringBuilder quoted, char c) {
        if (c >= ' ' && c < 0x7F) {
            quoted.append(c);
            return;
        }
        quoted.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            quoted.append("0123456789abcdef".charAt(c >> shift & 0xF));
        }
    }

    /**
     * Quotes a URL, or what was meant as one, without its user-info, query and fragment. A password may have a slash, a question mark or a number sign in
     * it that should have been encoded. Therefore nothing before an at sign is shown, unless it follows the slash after a host.
     *
     * @param url from a program or from the network
     * @return the rest of it as {@link #text} quotes it; {@code ?...} stands for a query, and {@code ...} for all after the scheme
     */
    public static String url(String url) {
        int authority = afterScheme(url);
        int slash = url.indexOf('/', authority);
        int at = url.lastIndexOf('@');
        if (at < 0 || slash == 0 || authority > 0 && slash > 0 && isHostAndPort(url, authority, slash)) {
            return text(withoutOddPort(withoutQuery(url), authority));
        }
        boolean afterQuery = endOfPath(url) < at;
        return text(url.substring(0, authority) + (afterQuery ? "..." : withoutQuery(url.substring(at + 1))));
    }

    private static int afterScheme(String url) {
        int end = 0;
        while (end < url.length() && Ascii.isLetterOrDigit(url.charAt(end))) {
            end++;
        }
        return url.startsWith("://", end) ? end + 3 : url.startsWith("//") ? 2 : 0;
    }

    /** Whether a part of a text is a host and perhaps a port, and no user and password. */
    private static boolean isHostAndPort(String url, int start, int end) {
        int colon = url.indexOf(':', start);
        boolean hasPort = colon >= 0 && colon < end;
        int endOfHost = hasPort ? colon : end;
        for (int i = start; i < endOfHost; i++) {
            char c = url.charAt(i);
            if (!Ascii.isLetterOrDigit(c) && c != '.' && c != '-') {
                return false;
            }
        }
        return endOfHost > start
                && (!hasPort || Decimal.parse(url, colon + 1, end, Integer.MAX_VALUE) != Decimal.NONE);
    }

    /** What follows the colon of an authority and is no number may be a password. */
    private static String withoutOddPort(String url, int authority) {
        int slash = url.indexOf('/', authority);
        int end = slash < 0 ? url.length() : slash;
        int colon = url.indexOf(':', authority);
        boolean odd = authority > 0 && colon >= 0 && colon < end && !url.startsWith("[", authority)
                && Decimal.parse(url, colon + 1, end, 0) == Decimal.NONE;
        return odd ? url.substring(0, colon + 1) + "..." : url;
    }

    private static String withoutQuery(String url) {
        int end = endOfPath(url);
        return url.substring(0, end) + (url.startsWith("?", end) ? "?..." : "");
    }

    private static int endOfPath(String url) {
        int end = 0;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
            end++;
        }
        return end;
    }
}
