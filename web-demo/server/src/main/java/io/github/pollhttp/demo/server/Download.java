package io.github.pollhttp.demo.server;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;

/** Sends 32 MiB, the same bytes each time, generated while they are sent. */
final class Download {
    private static final int BLOCK = 64 * 1024;
    private static final int BLOCKS = 512;

    private final String checksum = checksum();

    void send(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/octet-stream");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, (long) BLOCK * BLOCKS);
        response.getHeaders().put("X-CRC32", checksum);
        new Sending(response, callback).iterate();
    }

    private static void fill(byte[] block, int number) {
        new SplittableRandom(number).nextBytes(block);
    }

    private static String checksum() {
        CRC32 crc = new CRC32();
        byte[] block = new byte[BLOCK];
        for (int number = 0; number < BLOCKS; number++) {
            fill(block, number);
            crc.update(block);
        }
        return String.format("%08x", crc.getValue());
    }

    /** Sends one block at a time. The next one is generated when the client has room for it. */
    private static final class Sending extends IteratingCallback {
        private final Response response;
        private final Callback callback;
        private final byte[] block = new byte[BLOCK];
        private int number;

        Sending(Response response, Callback callback) {
            this.response = response;
            this.callback = callback;
        }

        @Override
        protected Action process() {
            if (number == BLOCKS) {
                return Action.SUCCEEDED;
            }
            fill(block, number++);
            response.write(number == BLOCKS, ByteBuffer.wrap(block), this);
            return Action.SCHEDULED;
        }

        @Override
        protected void onCompleteSuccess() {
            callback.succeeded();
        }

        @Override
        protected void onCompleteFailure(Throwable cause) {
            callback.failed(cause);
        }
    }
}
