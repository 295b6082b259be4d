package io.github.pollhttp.jvm.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

import io.github.pollhttp.StreamPeer;

/**
 * A TLS server in memory that an input controls: what it sends after the handshake, and which of its bytes an attacker changes, drops, adds or cuts off.
 * The client's side of the connection is this stream. Each operation has four bytes: kind, two bytes of position or size, and a value.
 */
final class HostileTlsServer implements StreamPeer {
    private static final int OPERATION = 4;
    private static final int KINDS = 7;
    private static final int FIRST = 2;

    private final byte[] input;
    private final SSLEngine engine;
    private final ByteBuffer record;
    private final ByteBuffer scratch;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private ByteBuffer fromClient = ByteBuffer.allocate(0);
    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private int wirePosition;
    private int delivered;
    private int next = FIRST;
    private boolean ended;
    private boolean attacked;
    private int keyUpdates;
    int reads;

    /** @param input the first byte chooses the version of TLS, the second the most bytes of a read, the others are operations */
    HostileTlsServer(SSLContext context, byte[] input) {
        this.input = input;
        engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        if ((input[0] & 1) != 0) {
            engine.setEnabledProtocols(new String[]{"TLSv1.2"});
        }
        record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        scratch = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    }

    /** @return whether the client has received other bytes than the server has sent */
    boolean isAttacked() {
        return attacked;
    }

    /** @return the data that the server has sent */
    byte[] data() {
        return sent.toByteArray();
    }

    int keyUpdates() {
        return keyUpdates;
    }

    @Override
    public int read(ByteBuffer target) {
        reads++;
        if (delivered == wire.size() && !ended) {
            work();
        }
        // The client reads only after it has sent all that it has to send, so there is nothing more to wait for.
        int left = wire.size() - delivered;
        if (left == 0) {
            return -1;
        }
        int count = Math.min(Math.min(left, target.remaining()), 1 + (input[1] & 0xFF) * 8);
        target.put(wire.toByteArray(), delivered, count);
        delivered += count;
        return count;
    }

    @Override
    public int write(ByteBuffer source) {
        ByteBuffer all = ByteBuffer.allocate(fromClient.remaining() + source.remaining());
        int count = source.remaining();
        fromClient = all.put(fromClient).put(source).flip();
        return count;
    }

    private void work() {
        try {
            while (!ended && step()) {
                // until the server waits for the client, or has sent something
            }
        } catch (SSLException e) {
            end();
        }
    }

    /** @return whether there is more to do at once */
    private boolean step() throws SSLException {
        HandshakeStatus status = engine.getHandshakeStatus();
        if (status == HandshakeStatus.NEED_TASK) {
            engine.getDelegatedTask().run();
            return true;
        }
        if (status == HandshakeStatus.NEED_WRAP) {
            wrap(new byte[0]);
            return true;
        }
        if (fromClient.hasRemaining() && !engine.isInboundDone()) {
            SSLEngineResult result = engine.unwrap(fromClient, scratch.clear());
            if (result.getStatus() != SSLEngineResult.Status.BUFFER_UNDERFLOW) {
                return true;
            }
        }
        if (status != HandshakeStatus.NOT_HANDSHAKING || engine.getSession().getCipherSuite().contains("NULL")) {
            return false;
        }
        if (wire.size() > delivered) {
            return false;
        }
        act();
        return true;
    }

    /** Carries out the next operation on the data, or ends the connection after the last one. */
    private void act() throws SSLException {
        while (next + OPERATION <= input.length && input[next] % KINDS < 4 && input[next] % KINDS >= 0) {
            next += OPERATION;
        }
        if (next + OPERATION > input.length) {
            end();
            return;
        }
        int size = (input[next + 1] & 0x3F) << 8 | input[next + 2] & 0xFF;
        int value = input[next + 3];
        switch (Math.abs(input[next] % KINDS)) {
            case 4 -> {
                byte[] data = new byte[size];
                Arrays.fill(data, (byte) value);
                sent.writeBytes(data);
                wrap(data);
            }
            case 5 -> {
                for (int i = 0; i <= (value & 0x3F); i++) {
                    engine.beginHandshake(); // a key update in TLS 1.3, a new handshake in TLS 1.2
                    keyUpdates++;
                    wrap(new byte[0]);
                }
            }
            default -> put(new byte[]{(byte) (20 + (value & 7)), 3, 3, 0, (byte) (size & 0x1F)}, size & 0x1F);
        }
        next += OPERATION;
    }

    private void put(byte[] forgedRecord, int length) {
        attacked = true;
        wire.writeBytes(Arrays.copyOf(forgedRecord, forgedRecord.length + length));
    }

    private void end() {
        try {
            engine.closeOutbound();
            while (!engine.isOutboundDone() && engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                wrap(new byte[0]);
            }
        } catch (SSLException e) {
            attacked = true; // no close_notify
        }
        ended = true;
    }

    private void wrap(byte[] data) throws SSLException {
        ByteBuffer plain = ByteBuffer.wrap(data);
        do {
            engine.wrap(plain, record.clear());
            for (record.flip(); record.hasRemaining();) {
                attack(record.get());
            }
        } while (plain.hasRemaining());
    }

    /** Appends one byte of the server, as the attacker wants it. */
    private void attack(byte original) {
        int position = wirePosition++;
        for (int i = FIRST; i + OPERATION <= input.length; i += OPERATION) {
            int kind = input[i] % KINDS;
            if (kind < 0 || kind > 3 || ((input[i + 1] & 0xFF) << 8 | input[i + 2] & 0xFF) != position) {
                continue;
            }
            attacked = true;
            switch (kind) {
                case 0 -> wire.write(original ^ input[i + 3]);
                case 1 -> wire.write(new byte[]{original, input[i + 3]}, 0, 2);
                case 2 -> {
                    // the byte is dropped
                }
                default -> ended = true;
            }
            return;
        }
        if (!ended) {
            wire.write(original);
        }
    }

    @Override
    public void close() {
        ended = true;
    }
}
