package io.github.pollhttp.internal;

/**
 * Quotes text of a program or of the network in a message. A message may end up on a screen or in a log, so this escapes what is not printable ASCII,
 * cuts what is long, and leaves out secrets: user and password of a URL, and its query.
 */
public final class Quoted {
    private static final int LONGEST = 80;

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
            if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
                quoted.append(c);
            } else {
                escape(c, quoted);
            }
        }
        return quoted.append(end < text.length() ? "...\"" : "\"").toString();
    }

    private static void escape(char c, StringBuilder quoted) {
        if (c == '"' || c == '\\') {
            quoted.append('\\').append(c);
            return;
        }
        quoted.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            quoted.append("0123456789abcdef".charAt(c >> shift & 0xF));
        }
    }

    /**
     * Quotes a URL, or what was meant as one, without its user-info and its query.
     *
     * @param url from a program or from the network
     * @return the rest of it as {@link #text} quotes it; {@code ?...} stands for a query
     */
    public static String url(String url) {
        int fragment = url.indexOf('#');
        String text = fragment < 0 ? url : url.substring(0, fragment);
        int query = text.indexOf('?');
        String shown = query < 0 ? text : text.substring(0, query) + "?...";
        int scheme = shown.indexOf("//");
        int authority = scheme < 0 ? 0 : scheme + 2;
        int slash = shown.indexOf('/', authority);
        int at = (slash < 0 ? shown : shown.substring(0, slash)).lastIndexOf('@');
        return text(at < 0 ? shown : shown.substring(0, authority) + shown.substring(at + 1));
    }
}
