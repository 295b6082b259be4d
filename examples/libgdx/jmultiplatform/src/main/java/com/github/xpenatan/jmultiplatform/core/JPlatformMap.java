package com.github.xpenatan.jmultiplatform.core;

import java.util.HashMap;
import java.util.Map;

/** Stands in for the class of this name that gdx-teavm needs. */
public final class JPlatformMap {
    private final Map<String, Object> values = new HashMap<>();

    JPlatformMap() {}

    /**
     * Stores a setting.
     *
     * @param key   the name
     * @param value the value
     */
    public void put(String key, Object value) {
        values.put(key, value);
    }
}
