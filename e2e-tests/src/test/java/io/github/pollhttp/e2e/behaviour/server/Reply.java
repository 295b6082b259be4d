package io.github.pollhttp.e2e.behaviour.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/** How the server answers at one path. Header lines may name origins and paths as {@link Site} says. */
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

    /** Answers a preflight in one way and everything else in another one. */
    static Reply preflighted(Reply preflight, Reply answer) {
        return visit -> (visit.served().headers().contains("Access-Control-Request-Method") ? preflight : answer)
                .to(visit);
    }

    /** Bytes that need not be HTTP, and the end of the connection. */
    static Reply raw(String bytes) {
        return visit -> {
            visit.writeRaw(bytes);
            visit.end();
        };
    }

    /** The same, and the end comes alone, as in {@link #cutShort}. */
    static Reply rawThenEnd(String bytes) {
        return visit -> {
            visit.writeRaw(bytes);
            Thread.sleep(ALONE_MILLISECONDS); // no page tells the server when its browser has handed the bytes on
            visit.end();
        };
    }

    /** Begins, and then the server breaks down; not at once, for a browser forgets what came with the error (Streams Standard, ResetQueue). */
    static Reply cutShort(String... headers) {
        return visit -> {
            visit.head(200, List.of(headers));
            visit.write("hello".getBytes(UTF_8), false);
            Thread.sleep(ALONE_MILLISECONDS); // as above: the row reads only once it is over, so it cannot say "go on"
            throw new IOException("as the row wants it");
        };
    }

    /** Begins, and goes on until the client goes away. */
    static Reply endless() {
        return visit -> {
            visit.head(200, List.of());
            visit.write("hello".getBytes(UTF_8), false);
            visit.awaitEnd();
        };
    }

    /** A body of so many mebibytes, and how many bytes of it have left. */
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

    /** Answers with the names of all headers in which something of the program's is. */
    static Reply whatIsMine() {
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
