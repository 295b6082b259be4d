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

/** An SSLEngine upon a channel with heap buffers of 64 KiB, the fastest that was found. Its handshake's slow parts run where they come up. */
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

    /** @return whether it got further */
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
        flush(); // what a write could not get rid of
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

    /** Only into an empty buffer. @return whether a record was there */
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
