package io.github.pollhttp.jvm.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a {@code query} operation, a text or a Godot type and a value, as what a Java program would use. */
final class TypedValue {
    private TypedValue() {}

    /** Pairs of key and value as a map in their order. */
    static Map<String, Object> fields(Object entries) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Object entry : Json.list(entries)) {
            List<Object> pair = Json.list(entry);
            // A Java field name is text, Godot's may be anything.
            fields.put(String.valueOf(of(pair.get(0))), of(pair.get(1)));
        }
        return fields;
    }

    private static Object of(Object written) {
        if (!(written instanceof Map)) {
            return written;
        }
        Map<String, Object> typed = Json.object(written);
        Object value = typed.get("v");
        return switch ((String) typed.get("t")) {
            case "array", "strings" -> listOf(value);
            case "dict" -> fields(value);
            case "float" -> ((Number) value).doubleValue();
            default -> value;
        };
    }

    private static List<Object> listOf(Object values) {
        List<Object> list = new ArrayList<>(); // List.of takes no null
        for (Object each : Json.list(values)) {
            list.add(of(each));
        }
        return list;
    }
}
