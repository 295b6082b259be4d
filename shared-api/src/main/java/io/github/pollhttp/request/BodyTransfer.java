package io.github.pollhttp.request;

import java.io.IOException;
import java.nio.ByteBuffer;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.content.DecoderChain;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.FileFailure;

/** Reads, decodes, counts and stores the body of one response. One step reads or decodes at most one chunk. */
final class BodyTransfer {
    /**
     * An encoded body may be twice as large as the size limit, plus this number of bytes for the headers and file names of the coding. A larger one
     * is treated as an attack.
     */
    private static final int CODING_OVERHEAD = 128 * 1024;

    private static final byte[] NO_BYTES = {};

    private final HTTPClient client;
    private final Settings settings;
    private final DecoderChain decoder;
    private final BodySink sink;
    private final long limit;
    private final ByteBuffer decoded;
    private final ExpectedBody expected;
    private ByteBuffer encoded = ByteBuffer.allocate(0);
    private final long announcedLength;
    private long readBytes;
    private long storedBytes;
    private boolean complete;
    private boolean stored;

    /**
     * @param decoder  null to store the body as it arrives
     * @param expected which bytes of the file the body has; the sink already has those before
     */
    BodyTransfer(HTTPClient client, Settings settings, DecoderChain decoder, BodySink sink, ExpectedBody expected) {
        this.client = client;
        this.settings = settings;
        this.decoder = decoder;
        this.sink = sink;
        long sinkLimit = sink instanceof MemorySink ? MemorySink.LARGEST : Long.MAX_VALUE;
        this.limit = settings.bodySizeLimit < 0 ? sinkLimit : Math.min(sinkLimit, settings.bodySizeLimit);
        this.decoded = ByteBuffer.allocate(settings.downloadChunkSize);
        this.expected = expected;
        this.storedBytes = expected.offset();
        this.announcedLength = client.getResponseBodyLength();
        if (decoder != null) {
            encoded = ByteBuffer.allocate(settings.downloadChunkSize).limit(0);
        }
    }

    /** @return the number of bytes that have arrived, before decoding */
    long readBytes() {
        return readBytes;
    }

    /** Whether the complete body is stored. Then {@link #finish} may be called. */
    boolean isStored() {
        return stored;
    }

    /** Whether the body goes to a file. */
    boolean isToFile() {
        return !(sink instanceof MemorySink);
    }

    /** @return the body, empty if it was written to a file */
    byte[] body() {
        return sink instanceof MemorySink memory ? memory.body() : NO_BYTES;
    }

    /** Frees the decoder. */
    void close() {
        if (decoder != null) {
            decoder.close();
        }
    }

    /** Frees the decoder and deletes the stored bytes. */
    void discard() {
        close();
        sink.discard();
    }

    /** Frees the decoder and deletes the stored bytes, unless the sink keeps them to resume the download. */
    void suspend() {
        close();
        sink.suspend();
    }

    /** Gives a file its name. From the first call on, that cannot be stopped. Called until it returns true. */
    boolean finish() throws RequestFailure {
        try {
            return sink.finish();
        } catch (FileFailure e) {
            throw failure(e);
        }
    }

    /** @return whether the transfer made progress */
    boolean step() throws RequestFailure {
        try {
            if (complete) {
                stored = !expected.isLast() || sink.flush();
                return stored;
            }
            checkAnnouncedLength();
            if (!sink.isReady()) {
                return false;
            }
            boolean progressed = decoder == null ? readTo(decoded.clear()) : decode();
            store();
            if (progressed || client.getStatus() == Status.STATUS_BODY) {
                return progressed;
            }
            checkEnd();
            complete = true;
            return true;
        } catch (FileFailure e) {
            throw failure(e);
        }
    }

    private static RequestFailure failure(FileFailure e) {
        return new RequestFailure(e.isOpening()
                ? Result.RESULT_DOWNLOAD_FILE_CANT_OPEN
                : Result.RESULT_DOWNLOAD_FILE_WRITE_ERROR, e.getMessage());
    }

    private void checkAnnouncedLength() throws RequestFailure {
        if (decoder == null && readBytes == 0) {
            checkLimit(Math.max(storedBytes + announcedLength, expected.complete()));
        }
    }

    private void checkLimit(long bytes) throws RequestFailure {
        if (bytes > limit) {
            throw new RequestFailure(Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED,
                    "The body has more than " + limit
                            + " bytes. Raise setBodySizeLimit. More than 2 GiB need setDownloadFile.");
        }
    }

    /** @return whether bytes have arrived */
    private boolean readTo(ByteBuffer target) {
        int count = client.readResponseBodyChunk(target);
        target.flip();
        readBytes += count;
        return count > 0;
    }

    private boolean decode() throws RequestFailure {
        boolean arrived = !encoded.hasRemaining() && readTo(encoded.clear());
        boolean progressed;
        try {
            progressed = decoder.decode(encoded, decoded.clear());
        } catch (IOException e) {
            throw new RequestFailure(Result.RESULT_BODY_DECOMPRESS_FAILED,
                    "The body does not match its Content-Encoding: " + e.getMessage());
        }
        decoded.flip();
        checkOverhead();
        return arrived || progressed;
    }

    private void store() throws FileFailure, RequestFailure {
        if (decoded.hasRemaining()) {
            if (expected.length() >= 0 && readBytes > expected.length()) {
                throw mismatch(expected.length());
            }
            storedBytes += decoded.remaining();
            checkLimit(storedBytes);
            sink.write(decoded);
        }
    }

    /** Checks that the body has not ended too early. */
    private void checkEnd() throws RequestFailure {
        if (client.getStatus() != Status.STATUS_CONNECTED && client.getStatus() != Status.STATUS_DISCONNECTED) {
            throw RequestFailure.of(client, settings);
        }
        if (decoder != null && !decoder.isWhole()) {
            throw new RequestFailure(Result.RESULT_BODY_DECOMPRESS_FAILED, "The compressed body ended too early.");
        }
        if (expected.length() >= 0 && readBytes != expected.length()) {
            throw mismatch(expected.length());
        }
        if (readBytes == expected.partial()) {
            throw new RequestFailure(Result.RESULT_CHUNKED_BODY_SIZE_MISMATCH, "The body has only " + readBytes
                    + " bytes of a longer file, as its Content-Range says, but the server called it the whole file.");
        }
    }

    private RequestFailure mismatch(long announced) {
        return new RequestFailure(Result.RESULT_CHUNKED_BODY_SIZE_MISMATCH,
                "The body has " + readBytes + " bytes or more, but the server announced " + announced + ".");
    }

    private void checkOverhead() throws RequestFailure {
        checkLimit((readBytes - CODING_OVERHEAD) / 2);
    }
}
