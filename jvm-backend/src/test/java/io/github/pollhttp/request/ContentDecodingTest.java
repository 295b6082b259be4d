package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.contract.Pattern;
import io.github.pollhttp.jvm.JvmBackendProvider;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendProvider;
import io.github.pollhttp.spi.RequestPlatform;
import io.github.pollhttp.spi.ContentDecoder;

/** Response bodies with the content codings gzip and deflate. */
@Timeout(60)
class ContentDecodingTest {

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String gzip(byte[] plain) throws Exception {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(coded)) {
            gzip.write(plain);
        }
        return latin1(coded.toByteArray());
    }

    private static String gzip(String plain) throws Exception {
        return gzip(plain.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String deflate(String plain, boolean bare) throws Exception {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(coded, new Deflater(9, bare))) {
            deflate.write(plain.getBytes(StandardCharsets.ISO_8859_1));
        }
        return latin1(coded.toByteArray());
    }

    private static void assertDecodedByteByByte(String expected, String coded) throws Exception {
        ContentDecoder decoder = new JvmBackendProvider().requestPlatform().decoder("gzip");
        ByteBuffer target = ByteBuffer.allocate(100);
        for (byte each : coded.getBytes(StandardCharsets.ISO_8859_1)) {
            decoder.decode(ByteBuffer.wrap(new byte[]{each}), target);
        }
        assertTrue(decoder.isWhole());
        assertEquals(expected, latin1(Arrays.copyOf(target.array(), target.position())));
        decoder.close();
    }

    private static RequestGame.Completion received(String coding, String body) throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok(body, "Content-Encoding: " + coding));
                RequestGame game = new RequestGame()) {
            return game.get(origin.url("/"));
        }
    }

    @Test
    void acceptEncodingIsSentUnlessTheProgramSetsIt() throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok("")); RequestGame game = new RequestGame()) {
            game.get(origin.url("/"));
            game.get(origin.url("/"), "accept-encoding: br");
            game.http.setAcceptGzip(false);
            game.get(origin.url("/"));

            assertEquals("gzip, deflate", Origin.header(origin.log().get(0), "Accept-Encoding"));
            assertEquals("br", Origin.header(origin.log().get(1), "Accept-Encoding"));
            assertEquals("identity", Origin.header(origin.log().get(2), "Accept-Encoding"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rangeOfTheProgramIsSentWithoutAcceptEncoding(boolean acceptGzip) throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok("")); RequestGame game = new RequestGame()) {
            game.http.setAcceptGzip(acceptGzip);
            game.get(origin.url("/"), "range: bytes=0-4");
            game.get(origin.url("/"), "Range: bytes=0-4", "Accept-Encoding: br");

            assertNull(Origin.header(origin.log().get(0), "Accept-Encoding"));
            assertEquals("br", Origin.header(origin.log().get(1), "Accept-Encoding"));
        }
    }

    private static String numbers(int from) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append(from + 2 * i).append('\n');
        }
        return text.toString();
    }

    /** All requests of a thread read coded bytes into the same buffer. */
    @Test
    void bodiesThatAreDecodedInTurnsDoNotMix() throws Exception {
        String even = gzip(numbers(0));
        String odd = gzip(numbers(1));
        try (Origin origin = new Origin(
                request -> Origin.ok(request.startsWith("GET /even") ? even : odd, "Content-Encoding: gzip"));
                RequestGame one = new RequestGame();
                RequestGame other = new RequestGame()) {
            one.http.setPollBudget(0);
            other.http.setPollBudget(0);
            one.begin(origin.url("/even"));
            other.begin(origin.url("/odd"));
            one.await(() -> {
                other.http.poll();
                return !one.http.isRequesting() && !other.http.isRequesting();
            });
            assertEquals("SUCCESS 200 " + numbers(0), one.awaitCompletion().line());
            assertEquals("SUCCESS 200 " + numbers(1), other.awaitCompletion().line());
        }
    }

    @Test
    void eachCodingIsDecoded() throws Exception {
        assertEquals("SUCCESS 200 hello", received("gzip", gzip("hello")).line());
        assertEquals("SUCCESS 200 hello", received("x-gzip", gzip("hello")).line());
        assertEquals("SUCCESS 200 hello", received("GZip", gzip("hello")).line());
        assertEquals("SUCCESS 200 hello", received("deflate", deflate("hello", false)).line());
        assertEquals("SUCCESS 200 hello", received("deflate", deflate("hello", true)).line());
        assertEquals("SUCCESS 200 hello", received("identity", "hello").line());
        assertEquals("SUCCESS 200 ", received("gzip", gzip("")).line());
        assertEquals("SUCCESS 200 ", received("gzip", "").line());
    }

    @Test
    void largeBodyIsDecodedByteForByte() throws Exception {
        byte[] plain = Pattern.bytes(3_000_000);
        assertArrayEquals(plain, received("gzip", gzip(plain)).body());
    }

    @Test
    void severalGzipMembersAreOneBody() throws Exception {
        assertEquals("SUCCESS 200 hello, world", received("gzip", gzip("hello") + gzip("") + gzip(", world")).line());
    }

    @Test
    void shortDataAfterTheEndOfTheCodingIsIgnored() throws Exception {
        assertEquals("SUCCESS 200 hello", received("gzip", gzip("hello") + "\0\0\0\0").line());
        assertEquals("SUCCESS 200 hello", received("gzip", gzip("hello") + "<!-- served by -->").line());
        assertEquals("SUCCESS 200 hello", received("deflate", deflate("hello", false) + "\n").line());
        assertEquals("BODY_DECOMPRESS_FAILED 200 ", received("gzip", gzip("hello") + "x".repeat(70_000)).line());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9, 10, 12, 17, 18, 20, 24})
    void codedBodyThatEndsEarlyIsAnError(int length) throws Exception {
        String whole = gzip("hello");
        assertEquals(25, whole.length());
        assertEquals("BODY_DECOMPRESS_FAILED 200 ", received("gzip", whole.substring(0, length)).line());
    }

    @Test
    void damagedCodedBodyIsAnError() throws Exception {
        String whole = gzip("hello");
        for (int at : new int[]{0, 1, 2, 3, 12, 19, 22}) {
            StringBuilder damaged = new StringBuilder(whole);
            damaged.setCharAt(at, (char) (damaged.charAt(at) ^ 0xFF));
            assertEquals("BODY_DECOMPRESS_FAILED 200 ", received("gzip", damaged.toString()).line(), "byte " + at);
        }
        assertEquals("BODY_DECOMPRESS_FAILED 200 ", received("gzip", "<html>hello</html>").line());
        assertEquals("BODY_DECOMPRESS_FAILED 200 ", received("deflate", "<html>hello</html>").line());
        assertEquals("BODY_DECOMPRESS_FAILED 200 ",
                received("deflate", deflate("hello", false).substring(0, 8)).line());
    }

    @Test
    void codingThatWasNotRequestedIsAnError() throws Exception {
        assertEquals("BODY_DECOMPRESS_FAILED 200 ", received("br", "hello").line());
        assertEquals("BODY_DECOMPRESS_FAILED 200 ", received("zstd", "hello").line());
        assertEquals("BODY_DECOMPRESS_FAILED 200 ", received("x-compress", "hello").line());
        assertEquals("BODY_DECOMPRESS_FAILED 200 ", received("br, gzip", gzip("hello")).line());
        assertEquals("BODY_DECOMPRESS_FAILED 200 ", received("gzip, br", gzip("hello")).line());
    }

    @Test
    void severalCodingsAreDecodedInReverseOrder() throws Exception {
        String twice = gzip(gzip("hello"));
        String both = gzip(deflate("hello", false));
        assertEquals("SUCCESS 200 hello", received("gzip,gzip", twice).line());
        assertEquals("SUCCESS 200 hello", received("gzip\r\nContent-Encoding: gzip", twice).line());
        assertEquals("SUCCESS 200 hello", received("deflate, gzip", both).line());
        assertEquals("BODY_DECOMPRESS_FAILED 200 ", received("gzip, deflate", both).line());
        assertEquals("BODY_DECOMPRESS_FAILED 200 ", received("gzip, gzip", gzip("hello")).line());
        assertEquals("SUCCESS 200 ", received("gzip, gzip", "").line());
        assertEquals("SUCCESS 200 ", received("gzip, gzip", gzip("")).line());
    }

    @Test
    void severalCodingsAreDecodedByteForByte() throws Exception {
        byte[] plain = Pattern.bytes(3_000_000);
        assertArrayEquals(plain, received("gzip, gzip, gzip", gzip(gzip(gzip(plain)))).body());
        byte[] zeros = new byte[20_000_000];
        assertArrayEquals(zeros, received("gzip, gzip", gzip(gzip(zeros))).body());
    }

    @Test
    void bodyOfSeveralCodingsThatEndsEarlyIsAnError() throws Exception {
        String twice = gzip(gzip("hello"));
        String inner = gzip("hello");
        assertEquals("BODY_DECOMPRESS_FAILED 200 ",
                received("gzip,gzip", twice.substring(0, twice.length() - 1)).line());
        assertEquals("BODY_DECOMPRESS_FAILED 200 ",
                received("gzip,gzip", gzip(inner.substring(0, inner.length() - 1))).line());
    }

    @Test
    void moreThanFiveCodingsAreAnError() throws Exception {
        String five = gzip(gzip(gzip(gzip(gzip("hello")))));
        assertEquals("SUCCESS 200 hello", received("gzip,gzip,gzip,gzip,gzip", five).line());
        assertEquals("BODY_DECOMPRESS_FAILED 200 ", received("gzip,gzip,gzip,gzip,gzip,gzip", gzip(five)).line());
    }

    @Test
    void sizeLimitHoldsForABombInABomb() throws Exception {
        String bomb = gzip(gzip(new byte[50_000_000]));
        try (Origin origin = new Origin(request -> Origin.ok(bomb, "Content-Encoding: gzip, gzip"));
                RequestGame game = new RequestGame()) {
            game.http.setBodySizeLimit(1_000_000);
            assertEquals("BODY_SIZE_LIMIT_EXCEEDED 200 ", game.get(origin.url("/")).line());
        }
    }

    @Test
    void tokenThatIsNoCodingLeavesTheBodyAsItIs() throws Exception {
        for (String coding : new String[]{"UTF-8", "aws-chunked", "none", "", ",", "identity, identity", "x, y"}) {
            assertEquals("SUCCESS 200 hello", received(coding, "hello").line(), coding);
        }
        for (String coding : new String[]{"gzip, identity", ", gzip ,", "aws-chunked,gzip", "gzip, utf-8", "\tGZIP"}) {
            assertEquals("SUCCESS 200 hello", received(coding, gzip("hello")).line(), coding);
        }
    }

    /** A gzip member begins with 1F 8B (RFC 1952 section 2.3.1), so other bytes after the last one are ignored. */
    @ParameterizedTest
    @ValueSource(strings = {"\u001f", "\u001f\u001f", "\u001fgarbage", "\u001f\u001f\u008b\b", "\0\u001f\u008b",
            "\u008b"})
    void bytesAfterGzipThatBeginNoMemberAreIgnored(String trailing) throws Exception {
        assertEquals("SUCCESS 200 hello", received("gzip", gzip("hello") + trailing).line());
        assertEquals("SUCCESS 200 hellohello", received("gzip", gzip("hello") + gzip("hello") + trailing).line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001f\u008b", "\u001f\u008b\b"})
    void memberThatIsCutIsAnError(String trailing) throws Exception {
        assertEquals("BODY_DECOMPRESS_FAILED 200 ", received("gzip", gzip("hello") + trailing).line());
    }

    /** Each byte arrives in a read of its own, so that a member begins in one and continues in the next. */
    @Test
    void membersAreFoundInReadsOfOneByte() throws Exception {
        assertDecodedByteByByte("hellohello", gzip("hello") + gzip("hello"));
        assertDecodedByteByByte("hello", gzip("hello") + "\u001f");
        assertDecodedByteByByte("hello", gzip("hello") + "\u001fx");
    }

    @Test
    void codingThatTheProgramRequestedIsNotDecoded() throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok("coded", "Content-Encoding: br"));
                RequestGame game = new RequestGame()) {
            assertEquals("SUCCESS 200 coded", game.get(origin.url("/"), "Accept-Encoding: br").line());
            assertEquals("SUCCESS 200 coded", game.get(origin.url("/"), "Accept-Encoding: gzip, BR;q=0.5").line());
            assertEquals("SUCCESS 200 coded", game.get(origin.url("/"), "Accept-Encoding: *").line());
            for (String other : new String[]{"gzip", "identity", "br;q=0", "identity, *;q=0.0"}) {
                assertEquals("BODY_DECOMPRESS_FAILED 200 ",
                        game.get(origin.url("/"), "Accept-Encoding: " + other).line(), other);
            }
        }
    }

    @Test
    void bodyIsNotDecodedWithoutAcceptGzip() throws Exception {
        String coded = gzip("hello");
        try (Origin origin = new Origin(request -> Origin.ok(coded, "Content-Encoding: gzip"));
                RequestGame game = new RequestGame()) {
            game.http.setAcceptGzip(false);
            assertEquals("SUCCESS 200 " + coded, game.get(origin.url("/")).line());
        }
    }

    @Test
    void progressCountsCodedBytes() throws Exception {
        String coded = gzip("hello");
        try (Origin origin = new Origin(request -> Origin.ok(coded, "Content-Encoding: gzip"));
                RequestGame game = new RequestGame()) {
            game.get(origin.url("/"));
            assertEquals(coded.length(), game.http.getBodySize());
            assertEquals(coded.length(), game.http.getDownloadedBytes());
        }
    }

    @Test
    void bodySizeLimitCountsDecodedBytes() throws Exception {
        String bomb = gzip(new byte[50_000_000]);
        assertTrue(bomb.length() < 60_000, "the coded body should be small: " + bomb.length());
        try (Origin origin = new Origin(request -> Origin.ok(bomb, "Content-Encoding: gzip"));
                RequestGame game = new RequestGame()) {
            game.http.setBodySizeLimit(1_000_000);
            assertEquals("BODY_SIZE_LIMIT_EXCEEDED 200 ", game.get(origin.url("/")).line());
        }
    }

    @Test
    void pollStopsDecodingAtItsBudget() throws Exception {
        String bomb = gzip(new byte[50_000_000]);
        long[] now = {0};
        BackendProvider installed = BackendProvider.installed();
        BackendProvider clock = new BackendProvider() {
            @Override
            public String artifact() {
                return installed.artifact();
            }

            @Override
            public Backend create() {
                return installed.create();
            }

            @Override
            public RequestPlatform requestPlatform() {
                return installed.requestPlatform();
            }

            @Override
            public long nanoTime() {
                return now[0] += 1_000_000;
            }
        };
        try (Origin origin = new Origin(request -> Origin.ok(bomb, "Content-Encoding: gzip"));
                RequestGame game = new RequestGame(clock)) {
            game.begin(origin.url("/"));
            game.await(() -> game.http.getDownloadedBytes() > 0);
            int frames = 0;
            while (game.completions.isEmpty()) {
                game.http.poll();
                frames++;
            }
            // A step decodes 64 KiB. The clock advances by 1 ms at each call, so that the budget of 2 ms allows two steps.
            assertTrue(frames > 50_000_000 / 65536 / 3, "frames: " + frames);
            assertEquals(50_000_000, game.completions.get(0).body().length);
        }
    }

    @Test
    void manyEmptyGzipMembersExceedTheLimit() throws Exception {
        String nothing = gzip("").repeat(20_000);
        try (Origin origin = new Origin(request -> Origin.ok(nothing, "Content-Encoding: gzip"));
                RequestGame game = new RequestGame()) {
            game.http.setBodySizeLimit(1000);
            assertEquals("BODY_SIZE_LIMIT_EXCEEDED 200 ", game.get(origin.url("/")).line());
        }
    }

    @Test
    void bodyAtTheLimitSucceedsAndOneByteMoreIsAnError() throws Exception {
        try (Origin origin = new Origin(request -> switch (Origin.target(request)) {
            case "/five" -> Origin.ok("hello");
            case "/six" -> Origin.ok("hello!");
            case "/chunked" -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello!\r\n0\r\n\r\n";
            default -> Origin.ok(gzip("hello"), "Content-Encoding: gzip");
        }); RequestGame game = new RequestGame()) {
            game.http.setBodySizeLimit(5);
            assertEquals("SUCCESS 200 hello", game.get(origin.url("/five")).line());
            assertEquals("SUCCESS 200 hello", game.get(origin.url("/gzip")).line());
            assertEquals("BODY_SIZE_LIMIT_EXCEEDED 200 ", game.get(origin.url("/six")).line());
            assertEquals("BODY_SIZE_LIMIT_EXCEEDED 200 ", game.get(origin.url("/chunked")).line());
        }
    }
}
