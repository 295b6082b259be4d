package io.github.pollhttp.demo.server.game;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Supplier;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** Sends a body, as the mode of the server has it. The mode may change meanwhile. It occupies no thread while it waits. */
final class Body implements Runnable, Callback {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int PIECES = 100;

    private final Supplier<Mode> mode;
    private final Scheduler scheduler;
    private final Response response;
    private final Callback callback;
    private final byte[] bytes;
    private int sent;

    Body(Supplier<Mode> mode, Request request, Response response, Callback callback, byte[] bytes) {
        this.mode = mode;
        this.scheduler = request.getComponents().getScheduler();
        this.response = response;
        this.callback = callback;
        this.bytes = bytes;
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    }

    /** Sends the next piece. A body that the mode is to disturb stops where it is, but not before its middle if it begins in that mode. */
    @Override
    public void run() {
        Mode now = mode.get();
        if (sent == 0 || now == Mode.NORMAL || now == Mode.SLOW) {
            ByteBuffer piece = ByteBuffer.wrap(bytes, sent, next(now));
            sent += piece.remaining();
            response.write(sent == bytes.length, piece, this);
        } else if (now == Mode.STALLED) {
            scheduler.schedule(this, PAUSE);
        } else {
            callback.failed(new IOException("The control has cut the connection"));
        }
    }

    private int next(Mode now) {
        int rest = bytes.length - sent;
        return switch (now) {
            case NORMAL -> rest;
            case SLOW -> Math.min(rest, bytes.length / PIECES + 1);
            default -> bytes.length / 2;
        };
    }

    @Override
    public void succeeded() {
        if (sent == bytes.length) {
            callback.succeeded();
        } else {
            scheduler.schedule(this, PAUSE);
        }
    }

    @Override
    public void failed(Throwable cause) {
        callback.failed(cause);
    }
}
