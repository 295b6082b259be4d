package io.github.pollhttp.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.github.pollhttp.HTTPClient;

/**
 * Settings of the underlying client, applied before it connects. Immutable: each change creates a new object, so that a connection can tell whether
 * it was made with the current settings. Each setting is a function, so that TeaVM links only those that the program uses.
 */
final class ClientSettings {
    static final ClientSettings NONE = new ClientSettings(Map.of());

    private final Map<String, Consumer<HTTPClient>> settings;

    private ClientSettings(Map<String, Consumer<HTTPClient>> settings) {
        this.settings = settings;
    }

    /**
     * @param name    the name of the setting; replaces an earlier setting of the same name
     * @param setting sets a valid value on a client
     * @return the changed settings
     */
    ClientSettings with(String name, Consumer<HTTPClient> setting) {
        Map<String, Consumer<HTTPClient>> changed = new LinkedHashMap<>(settings);
        changed.put(name, setting);
        return new ClientSettings(changed);
    }

    void applyTo(HTTPClient client) {
        for (Consumer<HTTPClient> setting : settings.values()) {
            setting.accept(client);
        }
    }
}
