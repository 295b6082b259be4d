package io.github.pollhttp.events;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.events.EventSource.ReadyState;

/** Event streams with a content coding (RFC 9110 section 8.4), which some servers and proxies apply unasked. */
class CompressedStreamTest extends EventFixture {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Encoding: ";

    /** Compresses pieces, flushed one by one as a server does that compresses a stream. */
    private static final class Coder {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final OutputStream coding;

        Coder(String name) throws IOException {
            coding = switch (name) {
                case "gzip" -> new GZIPOutputStream(bytes, true);
                case "zlib" -> new DeflaterOutputStream(bytes, new Deflater(), true);
                default -> new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true), true);
            };
        }

        /** @param text one character for each byte */
        String piece(String text) throws IOException {
            coding.write(text.getBytes(ISO_8859_1));
            coding.flush();
            return taken();
        }

        String end() throws IOException {
            coding.close();
            return taken();
        }

        private String taken() {
            String piece = bytes.toString(ISO_8859_1);
            bytes.reset();
            return piece;
        }
    }

    @Test
    void noCodingIsWanted() {
        server.send(EventServer.STREAM);
        open();
        awaitState(ReadyState.OPEN);
        assertTrue(server.heads().get(0).contains("\r\nAccept-Encoding: identity\r\n"), server.heads().get(0));
    }

    @Test
    void codingOfTheProgramIsSentInstead() {
        server.send(EventServer.STREAM);
        source.open(server.url(), List.of("accept-encoding: gzip"));
        awaitState(ReadyState.OPEN);
        assertTrue(server.heads().get(0).contains("\r\naccept-encoding: gzip\r\n"), server.heads().get(0));
        assertFalse(server.heads().get(0).contains("identity"), server.heads().get(0));
    }

    @Test
    void strictPortableModePassesTheHeaderOfTheLibrary() {
        server.send(EventServer.STREAM);
        source.setStrictPortable(true);
        open();
        awaitState(ReadyState.OPEN);
        assertTrue(server.heads().get(0).contains("\r\nAccept-Encoding: identity\r\n"), server.heads().get(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gzip|gzip", "gzip|x-gzip", "gzip|GZip", "gzip|'gzip, identity'",
            "gzip|', gzip ,'", "gzip|'utf-8, gzip'", "zlib|deflate", "raw|deflate"})
    void eachEventArrivesAsSoonAsItIsFlushed(String coding, String header) throws Exception {
        Coder coder = new Coder(coding);
        server.send(HEAD + header + "\r\n\r\n");
        open();
        awaitState(ReadyState.OPEN);
        for (int i = 1; i <= 3; i++) {
            int count = i;
            server.send(coder.piece("id: " + i + "\ndata: \u00C3\u00A4\n\n"));
            await(() -> events.size() == count);
        }
        server.send(coder.end(), EventServer.END);
        awaitState(ReadyState.CONNECTING);
        assertEquals(List.of("message/ä/1", "message/ä/2", "message/ä/3"), events);
        assertEquals("The server ended the stream.", source.getFailureMessage());
    }

    @Test
    void severalCodingsAreDecodedInReverseOrder() throws Exception {
        Coder inner = new Coder("gzip");
        Coder outer = new Coder("zlib");
        server.send(HEAD + "gzip, deflate\r\n\r\n" + outer.piece(inner.piece("data: a\n\n")));
        open();
        await(() -> events.size() == 1);
        server.send(outer.piece(inner.piece("data: b\n\n")), EventServer.END);
        awaitState(ReadyState.CONNECTING);
        assertEquals(List.of("message/a/", "message/b/"), events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "UTF-8", "none", "aws-chunked", ",", ""})
    void tokenThatIsNoCodingLeavesTheBytes(String header) {
        server.send(HEAD + header + "\r\n\r\ndata: a\n\n");
        open();
        await(() -> events.size() == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, br", "compress"})
    void codingThatCannotBeDecodedClosesTheSource(String header) {
        server.send(HEAD + header + "\r\n\r\nxxxx");
        open();
        awaitState(ReadyState.CLOSED);
        assertTrue(source.getFailureMessage().contains("Content-Encoding"), source.getFailureMessage());
        assertEquals(200, source.getResponseCode());
    }

    @Test
    void codingOfTheProgramThatCannotBeDecodedClosesTheSource() {
        server.send(HEAD + "br\r\n\r\nxxxx");
        source.open(server.url(), List.of("Accept-Encoding: gzip, deflate, br"));
        awaitState(ReadyState.CLOSED);
        assertTrue(source.getFailureMessage().contains("[br]"), source.getFailureMessage());
    }

    @Test
    void bytesThatAreNotInTheCodingEndTheStream() {
        server.send(HEAD + "gzip\r\n\r\ndata: a\n\n");
        open();
        await(() -> source.getFailureMessage() != null);
        assertEquals(ReadyState.CONNECTING, source.getReadyState());
        assertTrue(source.getFailureMessage().contains("Content-Encoding"), source.getFailureMessage());
        assertEquals(List.of(), events);
    }

    @Test
    void streamThatBreaksOffInTheCodingReconnects() throws Exception {
        server.send(HEAD + "gzip\r\n\r\n" + new Coder("gzip").piece("data: a\n\ndata: b\n"), EventServer.END);
        open();
        await(() -> events.size() == 1);
        awaitState(ReadyState.CONNECTING);
        server.send(EventServer.STREAM + "data: c\n\n");
        pass(3);
        await(() -> events.size() == 2);
        assertEquals(List.of("message/a/", "message/c/"), events);
    }

    /** 20 MiB of events are 20 KiB of gzip. Each poll decodes one chunk, and the program takes its events before the next one. */
    @Test
    void streamThatExpandsAThousandfoldIsDecodedPieceByPiece() throws Exception {
        int count = 20;
        String event = "data: " + "x".repeat(1_000_000) + "\n\n";
        Coder coder = new Coder("gzip");
        server.send(HEAD + "gzip\r\n\r\n" + coder.piece(event.repeat(count)) + coder.end());
        assertEquals(ErrorCode.OK, source.open(server.url()));
        await(() -> events.size() == count);
    }

    @Test
    void eventBeyondTheLimitClosesTheSource() throws Exception {
        source.setMaxEventSize(1024);
        server.send(HEAD + "gzip\r\n\r\n" + new Coder("gzip").piece("data: " + "x".repeat(100_000)));
        open();
        awaitState(ReadyState.CLOSED);
        assertTrue(source.getFailureMessage().contains("1024"), source.getFailureMessage());
    }
}
