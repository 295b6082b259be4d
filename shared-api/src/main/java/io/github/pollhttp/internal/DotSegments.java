package io.github.pollhttp.internal;

/** Removes the segments {@code .} and {@code ..} from a path (RFC 3986 section 5.2.4). As in browsers, {@code %2e} counts as a dot, too. */
final class DotSegments {
    private DotSegments() {}

    /** @param path a path that begins with a slash */
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
                output.append('/'); // a dot segment at the end leaves a slash there
            }
            start = end + 1;
        }
        return output.toString();
    }

    /** @return 1 or 2 if the segment consists of one or two dots only; otherwise 0 */
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
