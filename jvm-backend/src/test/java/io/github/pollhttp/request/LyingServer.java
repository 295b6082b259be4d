package io.github.pollhttp.request;

import java.util.HashSet;
import java.util.Set;

/**
 * A server that answers as the bytes of an input say: wrong ranges, lengths, codings and status codes, versions that change, and connections that
 * break. It may give the last answer for ever. Only lies that no client can detect are left out: it never gives two versions of a URL the same strong
 * validator, sends the bytes that a valid {@code Content-Range} begins with, and never ends a body that it calls whole before its end without a trace.
 */
final class LyingServer {
    private static final int LENGTH = 30;
    private static final String[] REFUSALS = {"304 Not Modified", "412 Precondition Failed",
            "416 Range Not Satisfiable", "404 Not Found", "503 Service Unavailable", "204 No Content",
            "400 Bad Request"};

    private final byte[] input;
    private final boolean usesDates;
    /** It lies about the complete length. Then each whole response has announced the true one. */
    private final boolean liesAboutLength;
    /** It repeats its last answer after the end of the input. */
    private final boolean repeats;
    private int position = 1;
    private int lastAnswer;
    private boolean repeating;
    private int requests;

    LyingServer(byte[] input) {
        this.input = input;
        usesDates = (input[0] & 1) != 0;
        liesAboutLength = (input[0] & 2) != 0;
        repeats = (input[0] & 32) != 0;
    }

    /** @return every version of every file: what a download may store */
    static Set<String> versions() {
        Set<String> versions = new HashSet<>();
        for (int version = 0; version < 4; version++) {
            versions.add(content("/0", version));
            versions.add(content("/1", version));
        }
        return versions;
    }

    /** The first two versions have the same length, and no byte of a position is the same in two contents. */
    private static String content(String target, int version) {
        int place = version + (target.equals("/1") ? 4 : 0);
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < LENGTH + version / 2 * 3; i++) {
            content.append((char) ('A' + (place * 5 + i) % 50));
        }
        return content.toString();
    }

    boolean isExhausted() {
        return repeating || position >= input.length;
    }

    int requests() {
        return requests;
    }

    /** @return the next byte of the input, 0 after its end */
    int next() {
        return position >= input.length ? 0 : input[position++] & 0xFF;
    }

    /** @return the response, or null to close the connection */
    String answer(String request) {
        requests++;
        if (isExhausted() && !repeats) {
            return null;
        }
        repeating = isExhausted();
        position = repeating ? lastAnswer : position;
        lastAnswer = position;
        int kind = next();
        return switch (kind % 10) {
            case 0, 1 -> whole(request, "");
            case 2 -> whole(request, anyContentRange());
            case 3, 4, 5, 6 -> part(request);
            case 7 -> "HTTP/1.1 " + REFUSALS[kind / 10 % REFUSALS.length] + "\r\nContent-Length: 0\r\n\r\n";
            case 8 -> Origin.redirect("302 Found", Origin.target(request).equals("/0") ? "/1" : "/0");
            default -> null;
        };
    }

    /** For a response whose body is whole. */
    private String anyContentRange() {
        int first = next() % 40;
        int last = first + next() % 40;
        return contentRange(first, last, last + 1 + next() % 4, 0);
    }

    private String whole(String request, String range) {
        int how = next();
        String content = content(Origin.target(request), how & 3);
        String head = "HTTP/1.1 200 OK\r\n" + validator(how) + coding(how) + range;
        int framing = next();
        int cut = framing >> 2;
        return switch (framing & 3) {
            case 0 -> head + "Content-Length: " + content.length() + "\r\n\r\n" + content;
            case 1 -> cut % 4 == 0 && range.isEmpty()
                    ? head + partInA200(content, cut)
                    : head + "Connection: close\r\nContent-Length: " + content.length() + "\r\n\r\n"
                            + content.substring(0, Math.min(cut, content.length() - 1));
            case 2 -> liesAboutLength
                    ? null
                    : head + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + chunked(content, Math.min(cut, content.length()), cut > 40);
            default ->
                head + "Connection: close\r\n" + (liesAboutLength ? "Content-Length: " + content.length() + "\r\n" : "")
                        + "\r\n" + content;
        };
    }

    private static String partInA200(String content, int cut) {
        String part = content.substring(0, 10);
        return "Content-Range: bytes 0-9/" + content.length() + "\r\n" + switch (cut / 4 % 3) {
            case 1 -> "Transfer-Encoding: chunked\r\n\r\n" + chunked(part, 0, true);
            case 2 -> "Connection: close\r\n\r\n" + part;
            default -> "Content-Length: 10\r\n\r\n" + part;
        };
    }

    private static String chunked(String content, int cut, boolean ends) {
        String chunk = Integer.toHexString(content.length()) + "\r\n" + content;
        return ends ? chunk + "\r\n0\r\n\r\n" : chunk.substring(0, cut + 3);
    }

    private String part(String request) {
        int how = next();
        int lies = next();
        int framing = next();
        String content = content(Origin.target(request), how & 3);
        String range = Origin.header(request, "Range");
        int wanted = range == null ? 0 : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        int first = Math.min(content.length() - 1, (lies & 7) == 0 ? lies >> 3 : wanted);
        int last = Math.min(content.length() - 1, (lies & 1) == 0 ? first + (framing >> 3) : content.length());
        int complete = liesAboutLength && range != null && (lies & 6) == 6
                ? (lies & 8) == 0 ? content.length() + (lies >> 3) : last + 1
                : content.length();
        String body = content.substring(first, last + 1);
        String head = "HTTP/1.1 206 Partial Content\r\n" + validator(how) + coding(how)
                + contentRange(first, last, complete, (lies & 7) == 5 ? lies >> 3 : 0);
        return switch (framing & 7) {
            case 0, 1 -> head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
            case 2 -> head + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n"
                    + body.substring(0, body.length() / 2);
            case 3 -> head + "Transfer-Encoding: chunked\r\n\r\n" + chunked(body, 0, true);
            case 4 -> head + "Transfer-Encoding: chunked\r\n\r\n" + chunked(body + "!", 0, true);
            case 5 -> head + "Connection: close\r\n\r\n" + body.substring(0, body.length() / 2);
            case 6 -> head + "Connection: close\r\n\r\n" + body + "!";
            default ->
                head + "Content-Length: " + body.length() / 2 + "\r\n\r\n" + body.substring(0, body.length() / 2);
        };
    }

    private static String contentRange(int first, int last, int complete, int mangled) {
        String range = first + "-" + last + "/" + complete;
        return switch (mangled % 8) {
            case 1 -> "Content-Range: bytes " + first + "-" + last + "/*\r\n";
            case 2 -> "Content-Range: bytes=" + range + "\r\n";
            case 3 -> "";
            case 4 -> "Content-Range: bytes  " + range + "\r\n";
            case 5 -> "Content-Range: bytes " + range + ",\r\n";
            case 6 -> "Content-Range: bytes " + range + "\r\nContent-Range: bytes " + range + "\r\n";
            case 7 -> "Content-Range: bytes " + range + "\r\nContent-Type: multipart/byteranges\r\n";
            default -> "Content-Range: bytes " + range + "\r\n";
        };
    }

    private String validator(int how) {
        int version = how & 3;
        int form = how >> 2 & 7;
        String tag = "\"v" + version + "\"";
        if (usesDates) {
            String date = "Last-Modified: Sun, 06 Nov 1994 08:49:3" + version + " GMT\r\n";
            return "Date: Mon, 07 Nov 1994 08:49:37 GMT\r\n" + switch (form) {
                case 1 -> "";
                case 2 -> "ETag: " + tag + "\r\n";
                case 3 -> "ETag: W/" + tag + "\r\n" + date;
                case 4 -> date + date;
                default -> date;
            };
        }
        return switch (form) {
            case 1 -> "";
            case 2 -> "ETag: W/" + tag + "\r\n";
            case 3 -> "ETag: v" + version + "\r\n";
            case 4 -> "ETag: " + tag + "\r\nETag: \"other\"\r\n";
            default -> "ETag: " + tag + "\r\n";
        };
    }

    private static String coding(int how) {
        return switch (how >> 5) {
            case 1 -> "Content-Encoding: gzip\r\n";
            case 2 -> "Content-Encoding: identity\r\n";
            case 3 -> "Content-Encoding: UTF-8\r\n";
            case 4 -> "Content-Encoding: , identity,aws-chunked\r\n";
            case 5 -> "Content-Encoding: br\r\n";
            default -> "";
        };
    }
}
