package io.github.pollhttp.request;

import java.util.function.Consumer;

import io.github.pollhttp.HTTPClient;

/**
 * Settings of the underlying client, applied before it connects. Immutable: each change creates a new object, so that a connection can tell whether
 * it was made with the current settings. Each setting is a function, so that TeaVM links only those that the program uses. A chain instead of a
 * map, because a map would be the largest part of a program that makes one setting.
 */
class ClientSettings {
    private final String name;
    private final Consumer<HTTPClient> setting;
    private final Consumer<HTTPClient> reset;
    /** Null for the end of the chain. */
    private final ClientSettings others;

    private ClientSettings(String name, Consumer<HTTPClient> setting, Consumer<HTTPClient> reset,
            ClientSettings others) {
        this.name = name;
        this.setting = setting;
        this.reset = reset;
        this.others = others;
    }

    /**
     * @param settings the settings so far; null for none
     * @param name     the name of the setting; replaces an earlier setting of the same name
     * @param setting  sets a valid value on a client
     * @param reset    sets the default value
     * @return the changed settings
     */
    static ClientSettings with(ClientSettings settings, String name, Consumer<HTTPClient> setting,
            Consumer<HTTPClient> reset) {
        return new ClientSettings(name, setting, reset, without(settings, name));
    }

    private static ClientSettings without(ClientSettings settings, String name) {
        if (settings == null || settings.name.equals(name)) {
            return settings == null ? null : settings.others;
        }
        return new ClientSettings(settings.name, settings.setting, settings.reset, without(settings.others, name));
    }

    void applyTo(HTTPClient client) {
        for (ClientSettings each = this; each != null; each = each.others) {
            each.setting.accept(client);
        }
    }

    /** Sets the default values on a client that has these settings. */
    void resetOn(HTTPClient client) {
        for (ClientSettings each = this; each != null; each = each.others) {
            each.reset.accept(client);
        }
    }
}
