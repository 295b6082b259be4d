package io.github.pollhttp.e2e.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.github.pollhttp.contract.server.ScriptedServer;

/** Serves pages from the class path, so that they have the same origin as the scripted server. */
public final class SuitePages implements ScriptedServer.Pages {
    private final String folder;

    /** Creates the pages of the suite. */
    public SuitePages() {
        this("/suite/");
    }

    /**
     * Creates the pages of a folder.
     *
     * @param folder the beginning of their paths, for example {@code /suite/}
     */
    public SuitePages(String folder) {
        this.folder = folder;
    }

    @Override
    public byte[] response(String path) {
        if (!path.startsWith(folder)) {
            return null;
        }
        try (InputStream file = SuitePages.class.getResourceAsStream(path)) {
            return file == null ? null : response(type(path), file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] response(String type, byte[] content) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        response.write(
                ("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + content.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        response.write(content);
        return response.toByteArray();
    }

    private static String type(String path) {
        return switch (path.substring(path.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "wasm" -> "application/wasm";
            default -> "application/octet-stream";
        };
    }
}
