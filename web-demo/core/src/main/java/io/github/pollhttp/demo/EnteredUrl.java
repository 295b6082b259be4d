package io.github.pollhttp.demo;

/**
 * A URL that a visitor has entered.
 *
 * @param address its server
 * @param path    its path and query, beginning with a slash
 */
public record EnteredUrl(Address address, String path) {
    private static final String SCHEME_END = "://";

    /**
     * Splits a URL.
     *
     * @param text for example {@code https://example.com/level.json}. Without a scheme, it gets {@code https}. The fragment is left out
     * @return its parts. If the server is misspelt, {@code connectToHost} rejects it
     */
    public static EnteredUrl parse(String text) {
        String url = text.trim();
        int fragment = url.indexOf('#');
        if (fragment >= 0) {
            url = url.substring(0, fragment);
        }
        if (!url.contains(SCHEME_END)) {
            url = "https" + SCHEME_END + url;
        }
        int begin = url.indexOf(SCHEME_END) + SCHEME_END.length();
        int end = begin;
        while (end < url.length() && url.charAt(end) != '/' && url.charAt(end) != '?') {
            end++;
        }
        String path = url.substring(end);
        return new EnteredUrl(Address.parse(url.substring(0, end)), path.startsWith("/") ? path : "/" + path);
    }
}
