package io.github.pollhttp;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.cookies.Cookie;
import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.HeaderLine;

/**
 * Header fields by name, in the order in which the names first appear. Look-ups ignore the case of a name (RFC 9110 section 5.1). Immutable.
 *
 * <p>
 * Several values of a name are joined with {@code "; "}, as Godot's class reference says. Those of {@code Set-Cookie} are joined with a line feed,
 * because cookies contain semicolons, and a field value cannot contain a line feed (RFC 6265 section 3: {@code Set-Cookie} fields must not be
 * merged).
 */
final class HeaderDictionary extends AbstractMap<String, String> {
    private final Map<String, String> byName = new LinkedHashMap<>();
    private final Map<String, String> spelling = new LinkedHashMap<>();

    HeaderDictionary(List<String> lines) {
        for (String line : lines) {
            String name = HeaderLine.name(line);
            String key = Ascii.lower(name);
            String first = spelling.putIfAbsent(key, name);
            if (first == null) {
                byName.put(name, HeaderLine.value(line));
            } else {
                String separator = key.equals("set-cookie") ? "\n" : "; ";
                byName.put(first, byName.get(first) + separator + HeaderLine.value(line));
            }
        }
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        return byName.get(asReceived(name));
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return byName.containsKey(asReceived(name));
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return Collections.unmodifiableMap(byName).entrySet();
    }

    private @Nullable String asReceived(@Nullable Object name) {
        return name instanceof String text ? spelling.get(Ascii.lower(text)) : null;
    }
}
