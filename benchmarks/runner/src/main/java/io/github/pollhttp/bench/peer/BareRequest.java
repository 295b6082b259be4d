package io.github.pollhttp.bench.peer;

import java.nio.charset.StandardCharsets;

/** The head of a request. It is built again only if the path or the length of the body has changed. */
final class BareRequest {
    private final String host;
    private String path = "";
    private long length = -1;
    private byte[] head = {};

    BareRequest(String host) {
        this.host = host;
    }

    /** @param content the body of a POST; null for a GET */
    byte[] head(String nextPath, byte[] content) {
        long nextLength = content == null ? -1 : content.length;
        if (!nextPath.equals(path) || nextLength != length) {
            path = nextPath;
            length = nextLength;
            head = ((content == null ? "GET " : "POST ") + path + " HTTP/1.1\r\nHost: " + host
                    + "\r\nUser-Agent: bare\r\nAccept: */*\r\n"
                    + (content == null ? "" : "Content-Length: " + length + "\r\n") + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }
        return head;
    }
}
