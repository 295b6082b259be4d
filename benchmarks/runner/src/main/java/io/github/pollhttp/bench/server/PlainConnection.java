package io.github.pollhttp.bench.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** A connection without TLS. It answers pipelined requests in order: bytes that arrive before a response is sent are kept. */
final class PlainConnection {
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Gate<PlainConnection> gate;
    private final RequestReader requests = new RequestReader();
    private final ResponseWriter responses = new ResponseWriter();
    private boolean writing;

    /** Received bytes that are not parsed yet; null if there are none. */
    private ByteBuffer kept;

    PlainConnection(SocketChannel channel, SelectionKey key, Gate<PlainConnection> gate) {
        this.channel = channel;
        this.key = key;
        this.gate = gate;
    }

    void read(ByteBuffer in) throws IOException {
        if (channel.read(in) < 0) {
            close();
            return;
        }
        answerAll(in.flip());
    }

    private void answerAll(ByteBuffer in) throws IOException {
        while (!writing) {
            Response response = requests.take(in);
            if (response == null) {
                return;
            }
            if (response.gate() > 1) {
                for (PlainConnection waiting : gate.pass(this, response.gate())) {
                    waiting.send(response);
                }
                return;
            }
            send(response);
        }
        if (in.hasRemaining()) {
            kept = ByteBuffer.allocate(in.remaining()).put(in).flip();
        }
    }

    private void send(Response response) throws IOException {
        responses.begin(response);
        writing = true;
        write();
    }

    void write() throws IOException {
        if (responses.write(channel)) {
            writing = false;
            if (key.interestOps() != SelectionKey.OP_READ) {
                key.interestOps(SelectionKey.OP_READ);
            }
            if (kept != null) {
                ByteBuffer in = kept;
                kept = null;
                answerAll(in);
            }
        } else {
            key.interestOps(SelectionKey.OP_WRITE);
        }
    }

    void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // the connection is gone in either case
        }
    }
}
