package io.github.pollhttp.internal;

/** Repairs a reference as browsers do before they resolve it (URL Standard, section 4.4), because servers rely on that in their Location fields. */
final class BrowserReference {
    private static final int BYTES = 0xDC7F;

    private BrowserReference() {}

    /**
     * @param reference a reference, perhaps with a fragment
     * @return the same without white space around it, without tabs and line ends, with slashes for the backslashes of authority and path, and with
     *         other spaces and control characters encoded; half a surrogate pair from U+DC80 on, which stands for a byte that is not UTF-8, is encoded as
     *         that byte
     */
    static String normalized(String reference) {
        int start = 0;
        int end = reference.length();
        while (start < end && reference.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && reference.charAt(end - 1) <= ' ') {
            end--;
        }
        StringBuilder text = new StringBuilder(end - start);
        boolean inQuery = false;
        for (int i = start; i < end; i++) {
            char c = reference.charAt(i);
            inQuery |= c == '?';
            if (c == '\\') {
                text.append(inQuery ? "%5C" : "/");
            } else if (c > BYTES && c <= (BYTES | 0xFF)
                    && !(i > start && Character.isHighSurrogate(reference.charAt(i - 1)))) {
                PercentEncoding.appendEncoded(text, (byte) c);
            } else if (c != '\t' && c != '\n' && c != '\r') {
                PercentEncoding.appendVisible(text, c);
            }
        }
        return text.toString();
    }
}
