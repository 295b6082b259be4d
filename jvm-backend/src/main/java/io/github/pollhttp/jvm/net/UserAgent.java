package io.github.pollhttp.jvm.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code PollHTTP/<version> (<os>)}, after Godot's own. */
public final class UserAgent {
    public static final String TEXT = "PollHTTP/" + version() + " (" + System.getProperty("os.name") + ")";

    private UserAgent() {}

    /** To be called where a client is made: the first request would wait for the file else. */
    public static void load() {}

    /** The build writes the version into a resource; a manifest would be there in a jar alone. */
    private static String version() {
        try (InputStream in = UserAgent.class.getResourceAsStream("version")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
