package io.github.pollhttp.jvm.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

import io.github.pollhttp.HTTPClient.Method;

/** The bytes of a response. It is built from pieces that are marked as framing or body, so a test knows the expected body at each byte. */
public final class WireResponse {
    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private final BitSet bodyAt = new BitSet();
    private final Method method;
    private boolean untilClose;

    private WireResponse(Method method) {
        this.method = method;
    }

    public static WireResponse to(Method method) {
        return new WireResponse(method);
    }

    public WireResponse framing(String text) {
        wire.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    public WireResponse body(String text) {
        return body(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public WireResponse body(byte[] bytes) {
        bodyAt.set(wire.size(), wire.size() + bytes.length);
        wire.writeBytes(bytes);
        return this;
    }

    /** Appends one chunk of the chunked transfer coding (RFC 9112 section 7.1). */
    public WireResponse chunk(byte[] bytes, String extension) {
        return framing(Integer.toHexString(bytes.length) + extension + "\r\n").body(bytes).framing("\r\n");
    }

    /** Marks the response as one whose body ends when the connection is closed. */
    public WireResponse untilClose() {
        untilClose = true;
        return this;
    }

    public Method method() {
        return method;
    }

    public boolean endsWithConnection() {
        return untilClose;
    }

    public byte[] wire() {
        return wire.toByteArray();
    }

    public int length() {
        return wire.size();
    }

    public boolean isBody(int position) {
        return bodyAt.get(position);
    }

    /** The body bytes among the first {@code position} bytes. */
    public byte[] bodyWithin(int position) {
        byte[] bytes = wire();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        bodyAt.stream().limit(bodyAt.get(0, position).cardinality()).forEach(i -> body.write(bytes[i]));
        return body.toByteArray();
    }

    public byte[] body() {
        return bodyWithin(length());
    }

    /** Returns true if the response counts as complete when the stream ends after {@code position} bytes. */
    public boolean isWholeAt(int position) {
        return untilClose ? position >= bodyAt.nextSetBit(0) : position == length();
    }

    /** The bytes with some bits of one byte inverted. */
    public byte[] flipped(int position, int mask) {
        byte[] bytes = wire();
        bytes[position] ^= (byte) mask;
        return bytes;
    }

    /** The body with some bits of one of its bytes inverted. */
    public byte[] bodyFlipped(int position, int mask) {
        byte[] bytes = body();
        bytes[bodyWithin(position).length] ^= (byte) mask;
        return bytes;
    }

    @Override
    public String toString() {
        return method + " -> " + Arrays.toString(new String(wire(), StandardCharsets.ISO_8859_1).split("\r\n"));
    }
}
