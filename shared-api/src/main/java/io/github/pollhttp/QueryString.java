package io.github.pollhttp;

import java.util.Map;

import io.github.pollhttp.internal.PercentEncoding;
import io.github.pollhttp.internal.Quoted;

/** Builds a query or a form body from fields, as Godot's {@code query_string_from_dict} does. */
final class QueryString {
    private final StringBuilder text = new StringBuilder();
    private final Encoding encoding;

    private QueryString(Encoding encoding) {
        this.encoding = encoding;
    }

    /** Appends a name or a value in encoded form. */
    interface Encoding {
        void append(StringBuilder target, String text);
    }

    static String of(Map<String, ?> fields) {
        return of(fields, PercentEncoding::appendUnreserved);
    }

    static String of(Map<String, ?> fields, Encoding encoding) {
        QueryString query = new QueryString(encoding);
        for (Map.Entry<String, ?> field : fields.entrySet()) {
            query.appendField(field.getKey(), field.getValue());
        }
        return query.text.toString();
    }

    private void appendField(String name, Object value) {
        if (value instanceof Iterable<?> values) {
            for (Object each : values) {
                appendPair(name, each);
            }
        } else if (value instanceof Object[] values) {
            for (Object each : values) {
                appendPair(name, each);
            }
        } else if (value instanceof int[] values) {
            for (int each : values) {
                appendPair(name, each);
            }
        } else if (value instanceof long[] values) {
            for (long each : values) {
                appendPair(name, each);
            }
        } else if (value instanceof float[] values) {
            for (float each : values) {
                appendPair(name, each);
            }
        } else if (value instanceof double[] values) {
            for (double each : values) {
                appendPair(name, each);
            }
        } else if (value != null && value.getClass().isArray()) {
            throw new IllegalArgumentException(
                    "the value of " + Quoted.text(name) + " is an array of boolean, byte, char or short; use a list.");
        } else {
            appendPair(name, value);
        }
    }

    private void appendPair(String name, Object value) {
        if (text.length() > 0) {
            text.append('&');
        }
        encoding.append(text, name);
        if (value != null) {
            text.append('=');
            encoding.append(text, value.toString());
        }
    }
}
