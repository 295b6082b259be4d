package io.github.pollhttp;

import java.nio.ByteBuffer;

import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.spi.BlockingWait;

/** The calls of a client in blocking mode. Each makes the corresponding non-blocking call again and again, and waits for the network in between. */
class BlockingCalls {
    private final PollingClient client;
    private final BlockingWait waiter;

    BlockingCalls(PollingClient client, BlockingWait waiter) {
        this.client = client;
        this.waiter = waiter;
    }

    ErrorCode poll() {
        Status before = client.getStatus();
        ErrorCode code = client.pollOnce();
        while (PollingClient.isMovedByPolls(before) && waitsIn(before)) {
            code = client.pollOnce();
        }
        return code;
    }

    byte[] read() {
        byte[] chunk = client.readOnce();
        while (chunk.length == 0 && waitsIn(Status.STATUS_BODY)) {
            chunk = client.readOnce();
        }
        return chunk;
    }

    int read(ByteBuffer target) {
        int count = client.readOnce(target);
        while (count == 0 && target.hasRemaining() && waitsIn(Status.STATUS_BODY)) {
            count = client.readOnce(target);
        }
        return count;
    }

    /** @return false if the status has changed or the thread was interrupted, so that the call returns */
    private boolean waitsIn(Status before) {
        return client.getStatus() == before && waiter.await(client.remainingNanos());
    }
}
