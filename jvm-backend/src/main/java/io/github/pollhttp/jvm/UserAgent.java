package io.github.pollhttp.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The User-Agent header of this backend: {@code PollHTTP/<version> (<os>)}, in the format of Godot's. */
final class UserAgent {
    private UserAgent() {}

    /** Reads the version from a file, so call it when the provider is made and not during a request. */
    static String read() {
        return "PollHTTP/" + version() + " (" + System.getProperty("os.name") + ")";
    }

    /** The build writes the version into a resource, because a manifest exists only in a jar. */
    private static String version() {
        try (InputStream in = UserAgent.class.getResourceAsStream("version")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
