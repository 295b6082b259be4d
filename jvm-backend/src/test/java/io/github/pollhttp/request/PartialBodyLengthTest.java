package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The body of a 206 has exactly the length of its Content-Range, in a file and in memory. The range counts bytes before they are decoded. */
@Timeout(60)
class PartialBodyLengthTest {
    private static final String WHOLE = "0123456789abcdefghijABCDEFGHIJ";

    @TempDir
    private Path folder;
    private Path file;
    private RequestGame game;
    private String answer;
    private Origin origin;

    @BeforeEach
    void start() throws Exception {
        file = folder.resolve("level.bin");
        game = new RequestGame();
        origin = new Origin(request -> answer);
    }

    @AfterEach
    void stop() throws Exception {
        game.close();
        origin.close();
    }

    private String get(String... headers) {
        return game.get(origin.url("/level"), headers).line();
    }

    private static String gzipped() throws Exception {
        ByteArrayOutputStream coded = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(coded)) {
            out.write(WHOLE.getBytes(StandardCharsets.ISO_8859_1));
        }
        return coded.toString(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Encoding: aws-chunked\r\n", "Content-Encoding: UTF-8\r\n",
            "Content-Encoding: gzip\r\n", "Content-Encoding: , identity\r\n"})
    void bodyOfTheProgramsRangeHasItsLength(String coding) throws Exception {
        game.http.setAcceptGzip(false);
        for (boolean toFile : new boolean[]{true, false}) {
            game.http.setDownloadFile(toFile ? file.toString() : "");
            for (String body : List.of("abcde", "", "abcdefghij!")) {
                answer = "HTTP/1.1 206 Partial Content\r\nConnection: close\r\n" + coding
                        + "Content-Range: bytes 10-19/30\r\n\r\n" + body;
                assertEquals("CHUNKED_BODY_SIZE_MISMATCH 0 ", get("Range: bytes=10-19"), toFile + body);
                assertFalse(toFile && Files.exists(file));
            }
            answer = "HTTP/1.1 206 Partial Content\r\nConnection: close\r\n" + coding
                    + "Content-Range: bytes 10-19/30\r\n\r\nabcdefghij";
            assertEquals("SUCCESS 206 " + (toFile ? "" : "abcdefghij"), get("Range: bytes=10-19"));
        }
        assertEquals("abcdefghij", Files.readString(file));
    }

    @Test
    void rangeOfACodedBodyCountsTheCodedBytes() throws Exception {
        String coded = gzipped();
        for (int missing : new int[]{0, 1}) {
            answer = Origin.response("206 Partial Content", coded, "Content-Encoding: gzip",
                    "Content-Range: bytes 0-" + (coded.length() - 1 + missing) + "/1000");
            assertEquals(missing == 0 ? "SUCCESS 206 " + WHOLE : "CHUNKED_BODY_SIZE_MISMATCH 0 ", get());
        }
    }

    @Test
    void partWithoutOneRangeHasAnyLength() throws Exception {
        for (String header : List.of("Content-Range: bytes 10-19/*", "X-None: a", "Content-Range: items 1-2/3",
                "Content-Type: multipart/byteranges; boundary=x\r\nContent-Range: bytes 10-19/30")) {
            answer = Origin.response("206 Partial Content", "abcde", header);
            assertEquals("SUCCESS 206 abcde", get("Range: bytes=10-19"));
        }
    }
}
