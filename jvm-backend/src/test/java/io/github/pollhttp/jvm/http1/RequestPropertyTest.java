package io.github.pollhttp.jvm.http1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.FailureException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Every request of a program is rejected, or sent as exactly one unambiguous request (RFC 9112 sections 2 to 6). */
class RequestPropertyTest {
    private static final int ADDED_AT_MOST = 4;

    /** Shared by all requests, so that each one follows another. */
    private static final RequestHead HEAD = new RequestHead("host", "test");
    private static final Http1Exchange EXCHANGE = new Http1Exchange("", "host", "test");

    @Property
    void acceptedRequestIsExactlyOneRequest(@ForAll Method method, @ForAll("targets") String url,
            @ForAll("headers") List<String> headers, @ForAll @Size(max = 300) byte[] body) {
        OutgoingRequest request = accepted(method, url, headers, body);
        if (request == null) {
            return;
        }
        String head = new String(head(request), StandardCharsets.ISO_8859_1);
        assertTrue(head.endsWith("\r\n\r\n"));
        assertEquals(head.length() - 4, head.indexOf("\r\n\r\n"), "the only empty line is at the end");
        String[] lines = head.substring(0, head.length() - 4).split("\r\n", -1);
        for (String line : lines) {
            assertFalse(line.contains("\r") || line.contains("\n") || line.contains("\0"), line);
        }
        assertTrue(lines[0].matches(method.name().substring(7) + " [!-~]+ HTTP/1\\.1"), lines[0]);
        assertTrue(lines.length - 1 >= headers.size() && lines.length - 1 <= headers.size() + ADDED_AT_MOST);
        assertTrue(count(lines, "host") >= 1, "there is a Host header");
        checkLength(lines, body.length);
    }

    private static void checkLength(String[] lines, int length) {
        long lengths = count(lines, "content-length");
        assertTrue(lengths <= 1 && (length == 0 || lengths == 1), () -> Arrays.toString(lines));
        Arrays.stream(lines).filter(line -> isNamed(line, "content-length"))
                .forEach(line -> assertEquals(length, Integer.parseInt(line.substring(line.indexOf(':') + 1).trim())));
        assertEquals(0, count(lines, "transfer-encoding"));
    }

    private static long count(String[] lines, String name) {
        return Arrays.stream(lines).skip(1).filter(line -> isNamed(line, name)).count();
    }

    private static boolean isNamed(String line, String name) {
        return line.toLowerCase(Locale.ROOT).startsWith(name + ":");
    }

    @Property
    void givenHeadersAreSentUnchangedAndInOrder(@ForAll("headers") List<String> headers) {
        OutgoingRequest request = accepted(Method.METHOD_GET, "/", headers, new byte[0]);
        if (request != null) {
            String given = headers.isEmpty() ? "" : String.join("\r\n", headers) + "\r\n";
            byte[] expected = ("GET / HTTP/1.1\r\n" + given).getBytes(StandardCharsets.UTF_8);
            byte[] head = head(request);
            assertArrayEquals(expected, Arrays.copyOf(head, expected.length));
        }
    }

    @Property
    void headAndBodyAreSentUnchangedInPiecesOfAnySize(@ForAll @Size(max = 600) byte[] body,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 700) Integer> rooms,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 700) Integer> takes) throws FailureException {
        OutgoingRequest request = accepted(Method.METHOD_POST, "/", List.of(), body);
        EXCHANGE.begin(request, RequestContent.of(body), "/", ResponseLimits.DEFAULT);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (int i = 0; EXCHANGE.hasOutput(); i++) {
            ByteBuffer out = ByteBuffer.allocate(rooms.get(i % rooms.size()));
            EXCHANGE.copyOutput(out);
            assertTrue(out.position() > 0, "each call makes progress");
            int taken = Math.min(out.position(), takes.get(i % takes.size()));
            sent.write(out.array(), 0, taken);
            EXCHANGE.outputSent(taken);
        }
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.writeBytes(head(request));
        expected.writeBytes(body);
        assertArrayEquals(expected.toByteArray(), sent.toByteArray());
    }

    private static byte[] head(OutgoingRequest request) {
        HEAD.write(request);
        ByteBuffer out = ByteBuffer.allocate(HEAD.length());
        HEAD.copy(0, out);
        return out.array();
    }

    /** @return the request, or null if it is rejected */
    private static OutgoingRequest accepted(Method method, String url, List<String> headers, byte[] body) {
        try {
            return OutgoingRequest.of(method.token(), url, headers, body.length);
        } catch (RejectionException e) {
            return null;
        }
    }

    @Provide
    Arbitrary<String> targets() {
        Arbitrary<String> start = Arbitraries.of("/", "/", "/", "http://host", "https://host/", "*", "host:80", "");
        return Combinators.combine(start, spiced("/?#%&=.~:@[]+")).as((begin, rest) -> begin + rest);
    }

    @Provide
    Arbitrary<List<String>> headers() {
        Arbitrary<String> name = Arbitraries.oneOf(
                Arbitraries.of("Host", "hOST", "Content-Length", "Transfer-Encoding", "Accept", "user-agent", "X-A"),
                spiced("-_!"));
        Arbitrary<String> value = Arbitraries.oneOf(spiced(" ;=\"\t"), Arbitraries.of("0", "5", "chunked", "host"));
        return Combinators.combine(name, Arbitraries.of(":", ": ", " :", ""), value)
                .as((n, colon, v) -> n + colon + v).list().ofMaxSize(3);
    }

    /** Mostly valid text, sometimes with a character that would break a line or the encoding. */
    private static Arbitrary<String> spiced(String marks) {
        Arbitrary<String> plain = Arbitraries.strings().alpha().numeric().withChars(marks).ofMaxLength(12);
        Arbitrary<String> spice = Arbitraries.of("", "", "", "", "", "\r\n", "\n", "\r", "\0", " ", "\u0001", "\u007f",
                "\u00e9", "\u560d\u560a", "\ud83d\ude00", "\ud83d", "\u2028", "\u0085");
        return Combinators.combine(plain, spice, plain).as((a, b, c) -> a + b + c);
    }
}
