package io.github.pollhttp.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The User-Agent header of this backend: {@code PollHTTP/<version> (<os>)}, in the format of Godot's. */
final class UserAgent {
    /** From the root of the class path, because Android's shrinker may move this class to another package. */
    private static final String VERSION = "/io/github/pollhttp/jvm/version";

    private UserAgent() {}

    /** Reads the version from a file, so call it when the provider is made and not during a request. */
    static String read() {
        return "PollHTTP/" + version() + " (" + System.getProperty("os.name") + ")";
    }

    /** The build writes the version into a resource, because a manifest exists only in a jar. */
    private static String version() {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(UserAgent.class.getResourceAsStream(VERSION), StandardCharsets.US_ASCII))) {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
