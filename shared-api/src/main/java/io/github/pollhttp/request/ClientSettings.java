package io.github.pollhttp.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.github.pollhttp.HTTPClient;

/**
 * What a program sets on the client underneath; done to it before it connects. A change makes another object, so that a connection can tell
 * which it was made with. Each setting is a piece of code, so that TeaVM links none that the program does not use.
 */
final class ClientSettings {
    static final ClientSettings NONE = new ClientSettings(Map.of());

    private final Map<String, Consumer<HTTPClient>> settings;

    private ClientSettings(Map<String, Consumer<HTTPClient>> settings) {
        this.settings = settings;
    }

    /**
     * @param name    a later setting of this name takes its place
     * @param setting what to do; it is tried at once, so that what is wrong is refused here
     */
    ClientSettings with(String name, Consumer<HTTPClient> setting) {
        setting.accept(HTTPClient.create());
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
