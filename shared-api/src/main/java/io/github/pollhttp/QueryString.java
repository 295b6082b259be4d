package io.github.pollhttp;

import java.util.Map;

import io.github.pollhttp.spi.PercentEncoding;

/** Builds a query from fields, as Godot's {@code query_string_from_dict} does. Knows nothing of URLs. */
final class QueryString {
    private final StringBuilder text = new StringBuilder();

    private QueryString() {}

    static String of(Map<String, ?> fields) {
        QueryString query = new QueryString();
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
            throw new IllegalArgumentException("the value of \"" + name + "\" is an array of a type with no text");
        } else {
            appendPair(name, value);
        }
    }

    private void appendPair(String name, Object value) {
        if (text.length() > 0) {
            text.append('&');
        }
        PercentEncoding.appendUnreserved(text, name);
        if (value != null) {
            text.append('=');
            PercentEncoding.appendUnreserved(text, value.toString());
        }
    }
}
