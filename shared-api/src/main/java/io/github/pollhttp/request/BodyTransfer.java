package io.github.pollhttp.request;

import java.util.function.LongSupplier;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.spi.ClientFacts;
import io.github.pollhttp.spi.ResponseBody;

/**
 * Moves the body of one response to the place where it is kept. Two classes do that, so that TeaVM leaves {@link SinkTransfer} with its
 * {@code ByteBuffer} out of a browser program that stores no body in a file.
 */
abstract class BodyTransfer {
    /** Whether the whole body has arrived. Then it only has to be stored, and the timeout no longer ends the request. */
    boolean complete;
    /** Whether the last step read nothing because memory or the file was not ready. Bytes may have arrived. */
    boolean awaitsPlace;

    /** @return whether the transfer made progress */
    abstract boolean step() throws RequestFailure;

    /** @return supplies the length of what is downloaded, in bytes, before decoding; -1 if it is not known. Any thread may call it, also after the transfer */
    abstract LongSupplier bodySize();

    /** @return how many of these bytes have arrived */
    abstract long downloadedBytes();

    /** Whether the complete body is stored. Then {@link #finish} may be called. */
    abstract boolean isStored();

    /** Whether nothing is left to request after this body. False for a part of a file that is not its last one. */
    boolean isLast() {
        return true;
    }

    /** @return the body, empty if it was written to a file */
    abstract ResponseBody body();

    /** Whether the body goes to a file. */
    boolean isToFile() {
        return false;
    }

    /** Gives a file its name. From the first call on, that cannot be stopped. Called until it returns true. */
    boolean finish() throws RequestFailure {
        return true;
    }

    /** Frees what is needed only during the transfer. */
    void close() {}

    /** Deletes the stored bytes. */
    abstract void discard();

    /** Deletes the stored bytes, unless they are kept to resume the download. */
    void suspend() {
        discard();
    }

    /** Checks that a body has not ended because the client has failed. */
    static void checkClient(HTTPClient client, Settings settings) throws RequestFailure {
        if (client.getStatus() != Status.STATUS_CONNECTED && client.getStatus() != Status.STATUS_DISCONNECTED) {
            throw new RequestFailure(BasicWhy.clientFailed((ClientFacts) client, settings.stallTimeout > 0));
        }
    }
}
