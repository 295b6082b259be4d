package io.github.pollhttp.bench.peer;

import java.nio.ByteBuffer;
import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.bench.wire.Answer;
import io.github.pollhttp.bench.wire.Path;

/** This library's {@code HTTPClient}. */
public final class PollHttpPeer extends PolledPeer {
    private static final long FRAME_BUDGET_NANOS = 2_000_000;

    /** All clients share one buffer, as in a program that reads them on one thread. */
    private final ByteBuffer piece = ByteBuffer.allocateDirect(64 * 1024);

    public PollHttpPeer() {
        super(FRAME_BUDGET_NANOS);
    }

    @Override
    PolledConnection connect(String to) {
        HTTPClient client = HTTPClient.create();
        check(client.connectToHost(to.substring(0, to.lastIndexOf(':')), port(to)), client);
        return new Connection(client, piece);
    }

    private static int port(String origin) {
        return Integer.parseInt(origin.substring(origin.lastIndexOf(':') + 1));
    }

    private static void check(ErrorCode code, HTTPClient client) {
        if (code != ErrorCode.OK) {
            throw new IllegalStateException(client.getFailure() == null
                    ? code + " " + client.getRejection()
                    : client.getFailure().message());
        }
    }

    private static final class Connection implements PolledConnection {
        private final HTTPClient client;
        private final ByteBuffer piece;
        private String path;
        private byte[] content;
        private Answer answer;
        private boolean asked;

        Connection(HTTPClient client, ByteBuffer piece) {
            this.client = client;
            this.piece = piece;
        }

        @Override
        public void begin(String nextPath, byte[] nextContent, Answer nextAnswer) {
            path = nextPath;
            content = nextContent;
            answer = nextAnswer;
            asked = false;
            if (client.getStatus() == Status.STATUS_CONNECTED) {
                ask();
            }
        }

        private void ask() {
            asked = true;
            check(content == null
                    ? client.request(Method.METHOD_GET, path, List.of())
                    : client.requestRaw(Method.METHOD_POST, path, List.of(), content), client);
        }

        @Override
        public boolean poll(long budgetNanos) {
            if (client.getStatus() != Status.STATUS_BODY) {
                check(client.poll(), client);
                if (!asked) {
                    if (client.getStatus() == Status.STATUS_CONNECTED) {
                        ask();
                    }
                    return false;
                }
                if (client.getStatus() != Status.STATUS_BODY) {
                    return false; // every response of the benchmark has a body
                }
                answer.begin(client.getResponseCode());
                if (answer.wantsField()) {
                    answer.takeField(client.getResponseHeader(Path.FIELD).get(0));
                }
            }
            return read(budgetNanos);
        }

        private boolean read(long budgetNanos) {
            long begin = System.nanoTime();
            int count;
            do {
                count = client.readResponseBodyChunk(piece.clear());
                answer.take(piece.flip());
            } while (client.getStatus() == Status.STATUS_BODY && count > 0
                    && System.nanoTime() - begin < budgetNanos);
            switch (client.getStatus()) {
                case STATUS_BODY -> {
                    return false;
                }
                case STATUS_CONNECTED -> {
                    answer.end();
                    return true;
                }
                default -> throw new IllegalStateException(client.getFailure() == null
                        ? "the connection has ended"
                        : client.getFailure().message());
            }
        }

        @Override
        public void pollIdle() {
            client.poll();
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
