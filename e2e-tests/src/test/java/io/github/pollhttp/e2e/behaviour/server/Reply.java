package io.github.pollhttp.e2e.behaviour.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/** The server's reply at one path. Header lines may contain the abbreviations for origins and paths that {@link Site} describes. */
@FunctionalInterface
public interface Reply {
    String ANY_ORIGIN = "Access-Control-Allow-Origin: *";
    byte[] NOTHING = {};
    int BLOCK = 64 * 1024;
    int BLOCKS_OF_A_MEBIBYTE = 16;
    int ALONE_MILLISECONDS = 100;

    void to(Visit visit) throws Exception;

    static Reply hello(String... headers) {
        return bytes(200, "hello".getBytes(UTF_8), headers);
    }

    static Reply status(int code, String... headers) {
        return bytes(code, NOTHING, headers);
    }

    static Reply bytes(int code, byte[] body, String... headers) {
        return visit -> {
            visit.head(code, List.of(headers));
            visit.write(body, true);
        };
    }

    static Reply redirect(int code, String location, String... headers) {
        return visit -> {
            visit.head(code, List.of("Location: " + location));
            visit.head(code, List.of(headers));
            visit.write(NOTHING, true);
        };
    }

    /** Sends one reply to a preflight and another to any other request. */
    static Reply preflighted(Reply preflight, Reply answer) {
        return visit -> (visit.served().headers().contains("Access-Control-Request-Method") ? preflight : answer)
                .to(visit);
    }

    /** Sends bytes, which may be invalid HTTP, and closes the connection. */
    static Reply raw(String bytes) {
        return visit -> {
            visit.writeRaw(bytes);
            visit.end();
        };
    }

    /** Sends bytes, which may be invalid HTTP, pauses, and closes the connection. See {@link #cutShort} for the reason of the pause. */
    static Reply rawThenEnd(String bytes) {
        return visit -> {
            visit.writeRaw(bytes);
            Thread.sleep(ALONE_MILLISECONDS); // no event tells when the browser has passed the bytes to the page
            visit.end();
        };
    }

    /**
     * Sends the start of a body, pauses, and ends the connection. Without the pause, the browser would drop the bytes that arrive together with
     * the error (Streams Standard, ResetQueue).
     */
    static Reply cutShort(String... headers) {
        return visit -> {
            visit.head(200, List.of(headers));
            visit.write("hello".getBytes(UTF_8), false);
            Thread.sleep(ALONE_MILLISECONDS); // the page reads the body only after the error, so it cannot say when to go on
            throw new IOException("ended on purpose");
        };
    }

    /** Sends the start of a body and waits until the client closes the connection. */
    static Reply endless() {
        return visit -> {
            visit.head(200, List.of());
            visit.write("hello".getBytes(UTF_8), false);
            visit.awaitEnd();
        };
    }

    /** Sends a body of this many mebibytes and counts the bytes that have been written. */
    static Reply large(int mebibytes, AtomicLong sent) {
        byte[] block = new byte[BLOCK];
        return visit -> {
            visit.head(200, List.of());
            for (int i = 0; i < mebibytes * BLOCKS_OF_A_MEBIBYTE; i++) {
                visit.write(block, false);
                sent.addAndGet(block.length);
            }
            visit.write(NOTHING, true);
        };
    }

    /** Sends the names of all request headers whose value contains {@code mine}. */
    static Reply namesOfMyHeaders() {
        return visit -> {
            StringBuilder names = new StringBuilder();
            visit.served().headers().stream().filter(each -> String.valueOf(each.getValue()).contains("mine"))
                    .forEach(each -> names.append(each.getLowerCaseName()).append(' '));
            visit.head(200, List.of());
            visit.write(names.toString().getBytes(UTF_8), true);
        };
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
