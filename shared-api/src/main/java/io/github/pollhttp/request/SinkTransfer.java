package io.github.pollhttp.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.content.DecoderChain;
import io.github.pollhttp.content.ExpectedBody;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.FileFailure;
import io.github.pollhttp.spi.RequestPlatform;
import io.github.pollhttp.spi.ResponseBody;

/** Reads, decodes, counts and stores the body of one response. One step reads or decodes at most one chunk. */
final class SinkTransfer extends BodyTransfer {
    /**
     * An encoded body may be twice as large as the size limit, plus this number of bytes for the headers and file names of the coding. A larger one
     * is treated as an attack.
     */
    private static final int CODING_OVERHEAD = 128 * 1024;

    /** The most bytes that are read at once to be decoded. */
    private static final int ENCODED_SIZE = 8 * 1024;

    private final HTTPClient client;
    private final Settings settings;
    private final RequestPlatform platform;
    private final DecoderChain decoder;
    private final BodySink sink;
    private final boolean toFile;
    private final long limitOfPlace;
    private final ExpectedBody expected;
    private final long announcedLength;
    private long readBytes;
    private long storedBytes;
    private boolean stored;

    /**
     * @param decoder  null to store the body as it arrives
     * @param expected which bytes of the file the body has; the sink already has those before
     */
    SinkTransfer(RequestExecution execution, DecoderChain decoder, BodySink sink, ExpectedBody expected) {
        this.client = execution.client();
        this.settings = execution.settings();
        this.platform = execution.platform();
        this.decoder = decoder;
        this.sink = sink;
        this.toFile = sink.body() == null;
        this.limitOfPlace = toFile ? Long.MAX_VALUE : MemorySink.LARGEST;
        this.announcedLength = client.getResponseBodyLength();
        this.expected = expected.length() < 0 && platform.checksBodyLength()
                ? expected.ofLength(announcedLength)
                : expected;
        this.storedBytes = expected.offset();
    }

    /** Does not refer to this object, because a queue's ticket keeps it, and the buffer is large. */
    @Override
    LongSupplier bodySize() {
        long size = expected.complete() >= 0 ? expected.complete() : announcedLength;
        return () -> size;
    }

    @Override
    long downloadedBytes() {
        return expected.offset() + readBytes;
    }

    @Override
    boolean isStored() {
        return stored;
    }

    @Override
    boolean isLast() {
        return expected.isLast();
    }

    @Override
    boolean isToFile() {
        return toFile;
    }

    @Override
    ResponseBody body() {
        return toFile ? ArrayBody.EMPTY : sink.body();
    }

    @Override
    void close() {
        if (decoder != null) {
            decoder.close();
        }
    }

    @Override
    void discard() {
        close();
        sink.discard();
    }

    @Override
    void suspend() {
        close();
        sink.suspend();
    }

    @Override
    boolean finish() throws RequestFailure {
        try {
            return sink.finish();
        } catch (FileFailure e) {
            throw failure(e);
        }
    }

    @Override
    boolean step() throws RequestFailure {
        try {
            if (complete) {
                stored = !expected.isLast() || sink.flush();
                return stored;
            }
            checkAnnouncedLength();
            awaitsPlace = !sink.isReady();
            if (awaitsPlace) {
                return false;
            }
            ByteBuffer target = target();
            boolean progressed = decoder == null ? readTo(target) : decode(target);
            store(target);
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
        return new RequestFailure(() -> e.isOpening()
                ? Result.RESULT_DOWNLOAD_FILE_CANT_OPEN
                : Result.RESULT_DOWNLOAD_FILE_WRITE_ERROR, e::getMessage);
    }

    private void checkAnnouncedLength() throws RequestFailure {
        if (decoder == null && readBytes == 0) {
            checkLimit(Math.max(storedBytes + announcedLength, expected.complete()));
        }
    }

    private void checkLimit(long bytes) throws RequestFailure {
        settings.checkBodySize(bytes, limitOfPlace);
    }

    /** The place for the next bytes of the body: in the sink, so that they are not copied, or else in the buffer of the thread. */
    private ByteBuffer target() {
        ByteBuffer space = sink.space(settings.downloadChunkSize);
        return space == null ? platform.sharedBuffer(settings.downloadChunkSize) : space;
    }

    /** @return whether bytes have arrived; afterwards the target has them from position to limit */
    private boolean readTo(ByteBuffer target) {
        int start = target.position();
        int count = client.readResponseBodyChunk(target);
        target.limit(start + count).position(start);
        readBytes += count;
        return count > 0;
    }

    private boolean decode(ByteBuffer target) throws RequestFailure {
        int start = target.position();
        ByteBuffer untaken = decoder.untaken();
        ByteBuffer encoded = untaken == null ? platform.sharedInput(ENCODED_SIZE) : untaken;
        boolean arrived = untaken == null && readTo(encoded);
        boolean progressed;
        try {
            progressed = decoder.decode(encoded, target);
        } catch (IOException e) {
            throw new RequestFailure(() -> Result.RESULT_BODY_DECOMPRESS_FAILED,
                    () -> "The body does not match its Content-Encoding: " + e.getMessage());
        }
        decoder.keep(encoded);
        target.limit(target.position()).position(start);
        checkOverhead();
        return arrived || progressed;
    }

    private void store(ByteBuffer decoded) throws FileFailure, RequestFailure {
        if (decoded.hasRemaining()) {
            if (expected.length() >= 0 && readBytes > expected.length()) {
                throw wrongLength();
            }
            storedBytes += decoded.remaining();
            checkLimit(storedBytes);
            sink.write(decoded);
        }
    }

    /** Checks that the body has not ended too early. */
    private void checkEnd() throws RequestFailure {
        checkClient(client, settings);
        if (decoder != null && !decoder.isWhole()) {
            throw new RequestFailure(() -> Result.RESULT_BODY_DECOMPRESS_FAILED,
                    () -> "The compressed body ended too early.");
        }
        if (expected.length() >= 0 && readBytes != expected.length()) {
            throw wrongLength();
        }
        if (readBytes == expected.partial()) {
            throw new RequestFailure(new StatedWhy(true, () -> Result.RESULT_CHUNKED_BODY_SIZE_MISMATCH,
                    () -> "The body has only " + readBytes
                            + " bytes of a longer file, as its Content-Range says, but the server called it the whole file."));
        }
    }

    private RequestFailure wrongLength() {
        return new RequestFailure(BasicWhy.wrongLength(readBytes, expected.length()));
    }

    private void checkOverhead() throws RequestFailure {
        checkLimit((readBytes - CODING_OVERHEAD) / 2);
    }
}
