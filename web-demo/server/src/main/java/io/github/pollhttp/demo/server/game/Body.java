package io.github.pollhttp.demo.server.game;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** Sends a body, as the mode of the server has it. The mode may change meanwhile. It occupies no thread while it waits. */
final class Body implements Runnable, Callback {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int PIECES = 100;

    private final Control control;
    private final Scheduler scheduler;
    private final Response response;
    private final Callback callback;
    private final byte[] bytes;
    private final boolean slow;
    private int sent;

    /** @param slow whether the body takes five seconds in the normal mode, too */
    Body(Control control, Request request, Response response, Callback callback, byte[] bytes, boolean slow) {
        this.control = control;
        this.scheduler = request.getComponents().getScheduler();
        this.response = response;
        this.callback = callback;
        this.bytes = bytes;
        this.slow = slow;
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    }

    /** Sends the next piece. A body that the mode is to disturb stops where it is, but not before its middle if it begins in that mode. */
    @Override
    public void run() {
        Mode mode = control.mode();
        boolean whole = mode == Mode.NORMAL || mode == Mode.SLOW;
        if (whole || sent == 0) {
            int next = !whole
                    ? bytes.length / 2
                    : mode == Mode.NORMAL && !slow
                            ? bytes.length - sent
                            : Math.min(bytes.length - sent, bytes.length / PIECES + 1);
            ByteBuffer piece = ByteBuffer.wrap(bytes, sent, next);
            sent += next;
            response.write(sent == bytes.length, piece, this);
        } else if (mode == Mode.STALLED) {
            scheduler.schedule(this, PAUSE);
        } else {
            callback.failed(new IOException("The control has cut the connection"));
        }
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
