package io.github.pollhttp.bench.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** The files of the benchmark page, from the class path. They are on the same origin as the server, so that CORS does not apply. */
final class Pages {
    private Pages() {}

    static Response response(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        try (InputStream file = Pages.class.getResourceAsStream(path)) {
            if (file == null || path.contains("..")) {
                return Response.error(404);
            }
            byte[] content = file.readAllBytes();
            byte[] head = Response.ascii("HTTP/1.1 200 OK\r\nContent-Type: " + type(path) + "\r\nContent-Length: "
                    + content.length + "\r\n\r\n");
            return Response.whole(ByteBuffer.allocate(head.length + content.length).put(head).put(content).array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
