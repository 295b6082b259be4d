package io.github.pollhttp.content;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.HttpDate;

/** Strong validators, the only kind that {@code If-Range} accepts (RFC 9110 section 13.1.5) and under which parts may be combined (15.3.7.3). */
public final class Validator {
    private static final String NONE = "";

    private Validator() {}

    /**
     * Returns the strong validator of a response.
     *
     * @param response the client with the response
     * @return the entity tag or the modification date, as it is sent in {@code If-Range}; empty if there is no strong validator
     */
    public static String of(HTTPClient response) {
        List<String> tags = response.getResponseHeader("ETag");
        if (!tags.isEmpty()) {
            return tags.size() == 1 && isStrongTag(tags.get(0)) ? tags.get(0) : NONE;
        }
        String modified = single(response, "Last-Modified");
        return isStrongDate(modified, single(response, "Date")) ? modified : NONE;
    }

    /**
     * Whether a partial response is of the version that a validator names. The response must have the same entity tag. It may leave out its
     * modification date, because the request had that date in {@code If-Range} (RFC 9110 section 15.3.7), but must not have another one.
     *
     * @param validator the validator of the part on disk
     * @param response  the client with the partial response
     * @return true if both are parts of one version
     */
    public static boolean matches(String validator, HTTPClient response) {
        if (isStrongTag(validator)) {
            return response.getResponseHeader("ETag").equals(List.of(validator));
        }
        List<String> modified = response.getResponseHeader("Last-Modified");
        return modified.isEmpty() || modified.equals(List.of(validator));
    }

    /** An opaque tag in double quotes. Limited to ASCII, which arrives at the server as it came. */
    private static boolean isStrongTag(String tag) {
        int end = tag.length() - 1;
        boolean valid = end > 0 && tag.charAt(0) == '"' && tag.charAt(end) == '"';
        for (int i = 1; valid && i < end; i++) {
            char c = tag.charAt(i);
            valid = c > ' ' && c < 0x7F && c != '"';
        }
        return valid;
    }

    /** A date is strong if it is at least one second old, because a file can change twice in one second (RFC 9110 section 8.8.2.2). */
    private static boolean isStrongDate(String lastModified, String date) {
        long modified = HttpDate.seconds(lastModified);
        long now = HttpDate.seconds(date);
        return modified != HttpDate.NONE && now != HttpDate.NONE && now > modified;
    }

    /**
     * Whether the body of the response is, or was, in a content coding. Its validator and its range then belong to other bytes than the file's.
     *
     * @param response the client with the response
     * @return true if it names a coding other than identity
     */
    public static boolean isCoded(HTTPClient response) {
        for (String coding : response.getResponseHeader("Content-Encoding")) {
            if (!coding.isEmpty() && !Ascii.equal(coding, "identity")) {
                return true;
            }
        }
        return false;
    }

    private static String single(HTTPClient response, String name) {
        List<String> values = response.getResponseHeader(name);
        return values.size() == 1 ? values.get(0) : "";
    }
}
