package io.github.pollhttp.jvm.conformance;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the benches want to know of a body, which may be too large to keep: length, SHA-256, and how it begins. */
final class BodyDigest {
    private static final int PREVIEWED = 200;

    private final MessageDigest sha256 = newSha256();
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private long length;

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(byte[] chunk) {
        sha256.update(chunk);
        beginning.write(chunk, 0, Math.min(chunk.length, PREVIEWED - beginning.size()));
        length += chunk.length;
    }

    long length() {
        return length;
    }

    /** The digest in hexadecimal; ends the digest. */
    String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** The first 200 bytes as ASCII, with {@code \xHH} for the rest, as the golden traces have it. */
    String preview() {
        StringBuilder preview = new StringBuilder();
        for (byte each : beginning.toByteArray()) {
            boolean plain = each >= ' ' && each <= '~' || each == '\t' || each == '\n' || each == '\r';
            preview.append(plain ? Character.toString(each) : String.format("\\x%02x", each));
        }
        return preview.toString();
    }

    static String previewOf(byte[] body) {
        BodyDigest digest = new BodyDigest();
        digest.add(body);
        return digest.preview();
    }
}
