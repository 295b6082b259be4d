package io.github.pollhttp.request;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.ContentDecoder;
import io.github.pollhttp.spi.FileFailure;

/** One response's body on its way: read, decoded, counted, stored. A step takes or makes one chunk at most. */
final class BodyTransfer {
    /** What codings may cost beyond the bytes that come of them: headers, names, empty blocks. More is an attack. */
    private static final int CODING_OVERHEAD = 128 * 1024;

    private static final byte[] NO_BYTES = {};

    private final HTTPClient client;
    private final Settings settings;
    private final ContentDecoder decoder;
    private final BodySink sink;
    private final long limit;
    private final ByteBuffer plain;
    private ByteBuffer coded = ByteBuffer.allocate(0);
    private final long announced;
    private long read;
    private long stored;
    private boolean whole;
    private boolean finished;

    /**
     * @param decoder null if the body is stored as it comes
     * @param offset  how many bytes the sink has already
     */
    BodyTransfer(HTTPClient client, Settings settings, ContentDecoder decoder, BodySink sink, long offset) {
        this.client = client;
        this.settings = settings;
        this.decoder = decoder;
        this.sink = sink;
        long most = sink instanceof MemorySink ? MemorySink.LARGEST : Long.MAX_VALUE;
        this.limit = settings.bodySizeLimit < 0 ? most : Math.min(most, settings.bodySizeLimit);
        this.plain = ByteBuffer.allocate(settings.downloadChunkSize);
        this.stored = offset;
        this.announced = client.getResponseBodyLength();
        if (decoder != null) {
            coded = ByteBuffer.allocate(settings.downloadChunkSize).limit(0);
        }
    }

    /** How many bytes have come. */
    long read() {
        return read;
    }

    /** Whether the body is whole, and where it belongs. */
    boolean isFinished() {
        return finished;
    }

    /** What was stored in memory; empty if it went into a file. */
    byte[] body() {
        return sink instanceof MemorySink memory ? memory.body() : NO_BYTES;
    }

    /** Frees the decoder. */
    void close() {
        if (decoder != null) {
            decoder.close();
        }
    }

    void discard() {
        close();
        sink.discard();
    }

    /** @return whether it got further */
    boolean step() throws RequestFailure {
        try {
            if (whole) {
                finished = sink.finish();
                return finished;
            }
            checkAnnounced();
            if (!sink.isReady()) {
                return false;
            }
            boolean moved = decoder == null ? readTo(plain.clear()) : decode();
            store();
            if (moved || client.getStatus() == Status.STATUS_BODY) {
                return moved;
            }
            checkEnd();
            whole = true;
            return true;
        } catch (FileFailure e) {
            throw new RequestFailure(e.isOpening()
                    ? Result.RESULT_DOWNLOAD_FILE_CANT_OPEN
                    : Result.RESULT_DOWNLOAD_FILE_WRITE_ERROR, e.getMessage());
        }
    }

    private void checkAnnounced() throws RequestFailure {
        if (decoder == null && read == 0) {
            checkLimit(stored + announced);
        }
    }

    private void checkLimit(long bytes) throws RequestFailure {
        if (bytes > limit) {
            throw new RequestFailure(Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED,
                    "the body has more than " + limit + " bytes; see setBodySizeLimit and setDownloadFile");
        }
    }

    /** @return whether anything has come */
    private boolean readTo(ByteBuffer target) {
        int count = client.readResponseBodyChunk(target);
        target.flip();
        read += count;
        return count > 0;
    }

    private boolean decode() throws RequestFailure {
        boolean came = !coded.hasRemaining() && readTo(coded.clear());
        int before = coded.remaining();
        try {
            decoder.decode(coded, plain.clear());
        } catch (IOException e) {
            throw new RequestFailure(Result.RESULT_BODY_DECOMPRESS_FAILED,
                    "the body is not what its Content-Encoding says: " + e.getMessage());
        }
        plain.flip();
        checkOverhead();
        return came || plain.hasRemaining() || coded.remaining() < before;
    }

    private void store() throws FileFailure, RequestFailure {
        if (plain.hasRemaining()) {
            stored += plain.remaining();
            checkLimit(stored);
            sink.write(plain);
        }
    }

    /** The body has ended; perhaps too early. */
    private void checkEnd() throws RequestFailure {
        if (client.getStatus() != Status.STATUS_CONNECTED && client.getStatus() != Status.STATUS_DISCONNECTED) {
            throw RequestFailure.of(client, settings);
        }
        if (decoder != null && read > 0 && !decoder.isWhole()) {
            throw new RequestFailure(Result.RESULT_BODY_DECOMPRESS_FAILED, "the compressed body ends too early");
        }
        if (announced >= 0 && read != announced) {
            throw new RequestFailure(Result.RESULT_CHUNKED_BODY_SIZE_MISMATCH,
                    "the body has " + read + " bytes where " + announced + " were announced");
        }
    }

    private void checkOverhead() throws RequestFailure {
        checkLimit((read - CODING_OVERHEAD) / 2);
    }
}
