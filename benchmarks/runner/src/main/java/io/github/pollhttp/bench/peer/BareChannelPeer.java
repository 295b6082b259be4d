package io.github.pollhttp.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;

import io.github.pollhttp.bench.wire.Answer;

/**
 * L2, the lower bound for a non-blocking client: a channel and a parser that does as little as possible. For TLS there is an SSLEngine between them.
 */
public final class BareChannelPeer extends PolledPeer {
    private static final long FRAME_BUDGET_NANOS = 4_000_000;

    private final ByteBuffer in = ByteBuffer.allocateDirect(64 * 1024);
    private final ByteBuffer out = ByteBuffer.allocateDirect(16 * 1024);

    public BareChannelPeer() {
        super(FRAME_BUDGET_NANOS);
    }

    @Override
    PolledConnection connect(String to) {
        URI origin = URI.create(to);
        try {
            BareChannel channel = BareChannel.to(new InetSocketAddress(origin.getHost(), origin.getPort()));
            return new Connection(origin.getScheme().equals("https")
                    ? new BareTlsChannel(channel, origin.getHost(), origin.getPort())
                    : channel, origin.getAuthority());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Connection implements PolledConnection {
        private final BareStream stream;
        private final BareRequest request;
        private final BareResponse response = new BareResponse();
        private byte[] head;
        private byte[] content;
        private long sent;

        Connection(BareStream stream, String host) {
            this.stream = stream;
            this.request = new BareRequest(host);
        }

        @Override
        public void begin(String path, byte[] nextContent, Answer answer) {
            head = request.head(path, nextContent);
            content = nextContent == null ? new byte[0] : nextContent;
            sent = 0;
            response.begin(answer);
            try {
                if (stream.isReady()) {
                    send();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Sends head and body together, in pieces of the size with the fastest uploads. */
        private void send() throws IOException {
            while (sent < head.length + content.length) {
                out.clear();
                int of = (int) Math.min(sent, head.length);
                out.put(head, of, Math.min(out.remaining(), head.length - of));
                int from = (int) Math.max(0, sent - head.length);
                out.put(content, from, Math.min(out.remaining(), content.length - from));
                int count = stream.write(out.flip());
                sent += count;
                if (out.hasRemaining()) {
                    return;
                }
            }
        }

        @Override
        public boolean poll(long budgetNanos) {
            try {
                if (!stream.isReady()) {
                    return false;
                }
                if (sent < head.length + content.length) {
                    send();
                }
                return receive(budgetNanos);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private boolean receive(long budgetNanos) throws IOException {
            long begin = System.nanoTime();
            do {
                int count = stream.read(in.clear());
                if (count < 0) {
                    throw new IOException("the server has closed the connection");
                }
                if (count == 0) {
                    return false;
                }
                if (response.take(in.flip())) {
                    return true;
                }
            } while (System.nanoTime() - begin < budgetNanos);
            return false;
        }

        @Override
        public void pollIdle() {
            try {
                stream.read(in.clear());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
