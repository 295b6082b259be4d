package io.github.pollhttp.jvm.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.code_intelligence.jazzer.junit.FuzzTest;

import io.github.pollhttp.jvm.testing.Pieces;

/**
 * Fuzzes the gzip decoder with Jazzer, with the input itself and with what gzip makes of it, cut into {@link Pieces}. A normal build runs the seeds.
 * CONTRIBUTING.md tells how to fuzz.
 */
class GzipDecoderFuzzTest {
    private static final int MOST_OUTPUT = 1 << 20;

    /** @param end {@code whole}, {@code cut short}, or the message of the failure */
    private record Decoded(byte[] bytes, String end) {}

    @FuzzTest(maxDuration = "10m")
    void decodesAsJavaDoesHoweverTheBytesAreCut(byte[] input) throws IOException {
        if (!Pieces.isEnough(input)) {
            return;
        }
        byte[] content = Pieces.content(input);
        Decoded decoded = same(content, input);
        if (decoded.end().equals("whole")) {
            checkAgainstJava(content, decoded);
        }
        byte[] members = concat(gzip(content), gzip(content));
        Decoded back = same(members, input);
        assertEquals("whole", back.end());
        assertArrayEquals(concat(content, content), back.bytes());
        assertEquals("cut short", same(Arrays.copyOf(members, members.length - 1), input).end());
    }

    /** @return what every cutting and every size of the target buffer gives */
    private static Decoded same(byte[] coded, byte[] input) {
        Decoded whole = decode(coded, Pieces.WHOLE, 4096);
        Decoded cut = decode(coded, Pieces.cut(input), 1 + (input[0] & 0x1F));
        assertEquals(whole.end(), cut.end());
        assertArrayEquals(whole.bytes(), cut.bytes());
        return whole;
    }

    private static Decoded decode(byte[] coded, IntUnaryOperator cut, int targetSize) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        GzipDecoder decoder = new GzipDecoder();
        try {
            for (int at = 0; at < coded.length;) {
                ByteBuffer source = ByteBuffer.wrap(coded, at, cut.applyAsInt(coded.length - at));
                at = source.limit();
                decode(decoder, source, ByteBuffer.allocate(targetSize), output);
            }
        } catch (IOException e) {
            return new Decoded(output.toByteArray(), "damaged: " + e.getMessage());
        } finally {
            decoder.close();
        }
        return new Decoded(output.toByteArray(), decoder.isWhole() ? "whole" : "cut short");
    }

    private static void decode(GzipDecoder decoder, ByteBuffer source, ByteBuffer target, ByteArrayOutputStream output)
            throws IOException {
        int before;
        do {
            before = source.remaining();
            try {
                decoder.decode(source, target.clear());
            } finally {
                output.write(target.array(), 0, target.position());
            }
            assertTrue(output.size() <= MOST_OUTPUT + target.capacity(),
                    "more output than deflate can make of the input");
        } while (target.position() > 0 || source.remaining() < before);
        assertEquals(0, source.remaining(), "it does not take the bytes, and gives none");
    }

    /**
     * The JDK checks less, so it is asked only about what the decoder has accepted. It checks the optional CRC of a header, though, and takes a later
     * member with a wrong one for bytes after the end; the decoder skips that CRC, as RFC 1952 section 2.3.1.2 allows.
     */
    private static void checkAgainstJava(byte[] coded, Decoded decoded) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(coded))) {
            byte[] ofJava = in.readAllBytes();
            assertTrue(ofJava.length <= decoded.bytes().length, "the JDK decodes more");
            assertArrayEquals(ofJava, Arrays.copyOf(decoded.bytes(), ofJava.length));
        } catch (IOException e) {
            assertTrue((coded[3] & 2) != 0 || decoded.bytes().length > 0,
                    "the JDK does not accept it: " + e.getMessage());
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
            gzip.write(plain);
        }
        return coded.toByteArray();
    }

    private static byte[] concat(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }
}
