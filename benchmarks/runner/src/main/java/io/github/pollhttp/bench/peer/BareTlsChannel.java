package io.github.pollhttp.bench.peer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLParameters;

/**
 * TLS over a channel by an SSLEngine. It uses heap buffers of 64 KiB, the fastest kind that was measured. The tasks of the handshake run on the
 * thread of the caller.
 */
final class BareTlsChannel implements BareStream {
    private static final int SIZE = 64 * 1024;

    private final BareStream below;
    private final SSLEngine engine;
    private final ByteBuffer received = ByteBuffer.allocate(SIZE).limit(0);
    private final ByteBuffer toSend = ByteBuffer.allocate(SIZE).limit(0);
    private final ByteBuffer plain = ByteBuffer.allocate(SIZE).limit(0);
    private boolean begun;
    private boolean ready;

    BareTlsChannel(BareStream below, String host, int port) throws IOException {
        this.below = below;
        try {
            engine = SSLContext.getDefault().createSSLEngine(host, port);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(parameters);
    }

    @Override
    public boolean isReady() throws IOException {
        if (ready || !below.isReady()) {
            return ready;
        }
        if (!begun) {
            begun = true;
            engine.beginHandshake();
        }
        boolean more = true;
        while (more && engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING) {
            more = shakeHands();
        }
        ready = engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
        return ready;
    }

    /** @return true if the handshake made progress */
    private boolean shakeHands() throws IOException {
        switch (engine.getHandshakeStatus()) {
            case NEED_TASK -> engine.getDelegatedTask().run();
            case NEED_WRAP -> {
                wrap(ByteBuffer.allocate(0));
                return flush();
            }
            default -> {
                return flush() && (unwrap() || receive() > 0);
            }
        }
        return true;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        flush(); // bytes that an earlier write could not send
        int start = target.position();
        while (target.hasRemaining()) {
            if (plain.hasRemaining()) {
                int count = Math.min(plain.remaining(), target.remaining());
                target.put(plain.array(), plain.position(), count);
                plain.position(plain.position() + count);
            } else if (!unwrap()) {
                int count = receive();
                if (count <= 0) {
                    return target.position() > start ? target.position() - start : count;
                }
            }
        }
        return target.position() - start;
    }

    /**
     * Decrypts all received records. Call it only if {@link #plain} is empty.
     *
     * @return true if there was a record
     */
    private boolean unwrap() throws IOException {
        plain.clear();
        boolean any = false;
        Status status;
        do {
            SSLEngineResult result = engine.unwrap(received, plain);
            status = result.getStatus();
            any |= result.bytesConsumed() > 0;
        } while (status == Status.OK && received.hasRemaining()
                && engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING);
        plain.flip();
        return any;
    }

    private int receive() throws IOException {
        received.compact();
        int count = below.read(received);
        received.flip();
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int start = source.position();
        while (flush() && source.hasRemaining()) {
            wrap(source);
        }
        return source.position() - start;
    }

    private void wrap(ByteBuffer source) throws IOException {
        engine.wrap(source, toSend.clear());
        toSend.flip();
    }

    private boolean flush() throws IOException {
        if (toSend.hasRemaining()) {
            below.write(toSend);
        }
        return !toSend.hasRemaining();
    }

    @Override
    public void close() {
        below.close();
    }
}
