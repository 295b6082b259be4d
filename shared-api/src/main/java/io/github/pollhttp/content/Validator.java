package io.github.pollhttp.content;

import java.util.List;

import io.github.pollhttp.HTTPClient;
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
     * Whether a noted validator can be sent in {@code If-Range}: anything else, such as a weak tag, is not what {@link #of} has returned.
     *
     * @param validator the validator of the part on disk, which may be damaged
     * @return true if it is a strong entity tag or a date
     */
    public static boolean isUsable(String validator) {
        return isStrongTag(validator) || HttpDate.seconds(validator) != HttpDate.NONE;
    }

    /**
     * Whether a partial response shares the validator of a part, so that they may be combined (RFC 9110 section 15.3.7.3). The server may leave out
     * a modification date that was in {@code If-Range} (15.3.7), but then a server that ignores {@code If-Range} cannot be told from one that does not.
     * Therefore the date has to be there, and no entity tag beside it, which the other part did not have.
     *
     * @param validator the validator of the part on disk
     * @param response  the client with the partial response
     * @return true if both are parts of one version
     */
    public static boolean matches(String validator, HTTPClient response) {
        List<String> tags = response.getResponseHeader("ETag");
        return isStrongTag(validator)
                ? tags.equals(List.of(validator))
                : tags.isEmpty() && response.getResponseHeader("Last-Modified").equals(List.of(validator));
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

    private static String single(HTTPClient response, String name) {
        List<String> values = response.getResponseHeader(name);
        return values.size() == 1 ? values.get(0) : "";
    }
}
