package io.github.pollhttp.internal;

/** The segments {@code .} and {@code ..} of a path (RFC 3986 section 5.2.4), also where a dot is written {@code %2e}, as browsers see it. */
final class DotSegments {
    private DotSegments() {}

    /** @param path begins with a slash */
    static String removed(String path) {
        StringBuilder output = new StringBuilder(path.length());
        int start = 1;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            int dots = dots(path, start, end);
            if (dots == 2) {
                output.setLength(Math.max(0, output.lastIndexOf("/")));
            }
            if (dots == 0) {
                output.append('/').append(path, start, end);
            } else if (slash < 0) {
                output.append('/'); // what ends in a dot segment is a directory
            }
            start = end + 1;
        }
        return output.toString();
    }

    /** @return 1 or 2 for a segment of so many dots alone, else 0 */
    private static int dots(String path, int start, int end) {
        int count = 0;
        int at = start;
        while (at < end && count < 3) {
            if (path.charAt(at) == '.') {
                at++;
            } else if (end - at >= 3 && path.charAt(at) == '%' && path.charAt(at + 1) == '2'
                    && Ascii.lower(path.charAt(at + 2)) == 'e') {
                at += 3;
            } else {
                return 0;
            }
            count++;
        }
        return count < 3 ? count : 0;
    }
}
