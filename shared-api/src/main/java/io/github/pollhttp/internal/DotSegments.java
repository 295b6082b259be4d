package io.github.pollhttp.internal;

/** Removes the segments {@code .} and {@code ..} from a path (RFC 3986 section 5.2.4). As in browsers, {@code %2e} counts as a dot, too. */
final class DotSegments {
    private DotSegments() {}

    /**
     * @param target a path that begins with a slash, with or without a query
     * @return the target, the same object if it has no dot segments
     */
    static String removed(String target) {
        int query = target.indexOf('?');
        int length = query < 0 ? target.length() : query;
        int start = 1;
        while (start <= length) {
            int end = segmentEnd(target, start, length);
            if (dots(target, start, end) > 0) {
                return removed(target, start, length);
            }
            start = end + 1;
        }
        return target;
    }

    /**
     * @param first  where the first dot segment begins
     * @param length length of the path
     */
    private static String removed(String target, int first, int length) {
        StringBuilder output = new StringBuilder(target.length()).append(target, 0, first - 1);
        int start = first;
        while (start <= length) {
            int end = segmentEnd(target, start, length);
            int dots = dots(target, start, end);
            if (dots == 2) {
                output.setLength(Math.max(0, output.lastIndexOf("/")));
            }
            if (dots == 0) {
                output.append('/').append(target, start, end);
            } else if (end == length) {
                output.append('/'); // a dot segment at the end leaves a slash there
            }
            start = end + 1;
        }
        return output.append(target, length, target.length()).toString();
    }

    private static int segmentEnd(String target, int start, int length) {
        int slash = target.indexOf('/', start);
        return slash < 0 || slash > length ? length : slash;
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
