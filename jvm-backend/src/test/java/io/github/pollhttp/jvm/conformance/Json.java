package io.github.pollhttp.jvm.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as plain maps, lists, strings, {@link Long}, {@link Double}, {@link Boolean} and null. Trusts its input, which
 * the benches wrote, and keeps lone surrogates: the writer escapes all but ASCII, so that no encoding can lose them.
 */
final class Json {
    private final String text;
    private int position;

    private Json(String text) {
        this.text = text;
    }

    static Object read(String text) {
        return new Json(text).value();
    }

    static String write(Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    static List<String> strings(Object value) {
        return value == null ? List.of() : list(value).stream().map(String.class::cast).toList();
    }

    static long number(Object value) {
        return ((Number) value).longValue();
    }

    // Reading

    private Object value() {
        char first = next();
        switch (first) {
            case '{' :
                return members();
            case '[' :
                return elements();
            case '"' :
                return string();
            default :
                position--;
                return word();
        }
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        for (char c = next(); c != '}'; c = next()) {
            if (c == '"') {
                String name = string();
                next(); // the colon
                members.put(name, value());
            }
        }
        return members;
    }

    private List<Object> elements() {
        List<Object> elements = new ArrayList<>();
        for (char c = next(); c != ']'; c = next()) {
            if (c != ',') {
                position--;
                elements.add(value());
            }
        }
        return elements;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        for (char c = text.charAt(position++); c != '"'; c = text.charAt(position++)) {
            string.append(c == '\\' ? escape() : c);
        }
        return string.toString();
    }

    private char escape() {
        char c = text.charAt(position++);
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                position += 4;
                yield (char) Integer.parseInt(text.substring(position - 4, position), 16);
            }
            default -> c;
        };
    }

    private Object word() {
        int start = position;
        while (position < text.length() && "]},: \t\r\n".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        String word = text.substring(start, position);
        return switch (word) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            case "null" -> null;
            default -> numberOf(word);
        };
    }

    private static Number numberOf(String word) {
        boolean whole = word.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
        if (whole) {
            return Long.valueOf(word);
        }
        return Double.valueOf(word);
    }

    private char next() {
        while (" \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
        return text.charAt(position++);
    }

    // Writing

    private static void append(StringBuilder out, Object value) {
        if (value instanceof Map<?, ?> members) {
            String separator = "{";
            for (Map.Entry<?, ?> member : members.entrySet()) {
                appendString(out.append(separator), (String) member.getKey());
                append(out.append(": "), member.getValue());
                separator = ", ";
            }
            out.append(members.isEmpty() ? "{}" : "}");
        } else if (value instanceof Iterable<?> elements) {
            out.append('[');
            String separator = "";
            for (Object element : elements) {
                append(out.append(separator), element);
                separator = ", ";
            }
            out.append(']');
        } else if (value instanceof CharSequence string) {
            appendString(out, string);
        } else {
            out.append(value);
        }
    }

    private static void appendString(StringBuilder out, CharSequence string) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c > '~') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
