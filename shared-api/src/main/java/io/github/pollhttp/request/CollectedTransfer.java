package io.github.pollhttp.request;

import java.util.function.LongSupplier;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.spi.ClientFacts;
import io.github.pollhttp.spi.CollectedBody;
import io.github.pollhttp.spi.ResponseBody;
import io.github.pollhttp.spi.ResponseHead;

/** Counts and checks a body that the platform collects. The platform has decoded it, and checks the announced length.
 * Supplies the size of the body itself, because an object for that alone would make each browser program larger. */
final class CollectedTransfer extends BodyTransfer implements LongSupplier {
    private final HTTPClient client;
    private final Settings settings;
    private final CollectedBody body;
    private final ResponseHead head;
    private final long partLength;
    private long readBytes;
    private boolean stored;

    /**
     * @param head       the head of the response, kept
     * @param partLength the exact length of the body in bytes, if it is a part; otherwise -1
     */
    CollectedTransfer(HTTPClient client, Settings settings, CollectedBody body, ResponseHead head, long partLength) {
        this.client = client;
        this.settings = settings;
        this.body = body;
        this.head = head;
        this.partLength = partLength;
    }

    @Override
    LongSupplier bodySize() {
        return this;
    }

    @Override
    public long getAsLong() {
        return head.bodyLength();
    }

    @Override
    long downloadedBytes() {
        return readBytes;
    }

    @Override
    boolean isStored() {
        return stored;
    }

    @Override
    ResponseBody body() {
        return body;
    }

    @Override
    void discard() {
        body.discard();
    }

    @Override
    boolean step() throws RequestFailure {
        if (complete) {
            stored = body.join();
            return stored;
        }
        if (readBytes == 0 && settings.announcedLimit != null) {
            settings.announcedLimit.check(head);
        }
        int count = ((ClientFacts) client).countBody(settings.downloadChunkSize);
        readBytes += count;
        settings.checkBodySize(readBytes, MemorySink.LARGEST);
        boolean ended = count == 0 && client.getStatus() != Status.STATUS_BODY;
        if (ended) {
            checkClient(client, settings);
        }
        if (partLength >= 0 && (readBytes > partLength || ended && readBytes < partLength)) {
            throw new RequestFailure(BasicWhy.wrongLength(readBytes, partLength));
        }
        complete = ended;
        return ended || count > 0;
    }
}
