package io.github.pollhttp.e2e.behaviour.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;

import io.github.pollhttp.internal.HeaderLine;

/** One request at the server, and the methods to answer it. Each method that sends waits until the bytes have been written. */
public final class Visit {
    private static final long LOOK_MILLISECONDS = 5;

    private final Site site;
    private final Served served;
    private final Request request;
    private final Response response;

    Visit(Site site, Served served, Request request, Response response) {
        this.site = site;
        this.served = served;
        this.request = request;
        this.response = response;
    }

    /** Returns the request. */
    public Served served() {
        return served;
    }

    /** Sets the status code and adds header fields. They are sent with the first write. */
    public void head(int code, List<String> headers) {
        response.setStatus(code);
        for (String line : headers) {
            response.getHeaders().add(HeaderLine.name(line), site.expanded(HeaderLine.value(line)));
        }
    }

    /** Writes a part of the body. */
    public void write(byte[] bytes, boolean last) throws IOException {
        Content.Sink.write(response, last, ByteBuffer.wrap(bytes));
    }

    /** Writes bytes to the connection directly, because Jetty does not send invalid HTTP. */
    void writeRaw(String bytes) throws IOException {
        try (Blocker.Callback written = Blocker.callback()) {
            endPoint().write(written, ByteBuffer.wrap(site.expanded(bytes).getBytes(ISO_8859_1)));
            written.block();
        }
    }

    /** Closes the connection. */
    public void end() {
        endPoint().close();
    }

    /** Waits until the client has closed the connection. */
    public void awaitEnd() throws InterruptedException {
        while (!isGone()) {
            Thread.sleep(LOOK_MILLISECONDS); // Jetty has no event for the end of the connection while it answers a request
        }
    }

    /**
     * Returns whether the client has closed the connection. Jetty does not read while it answers a request, so a read here sees the end of the
     * stream.
     */
    private boolean isGone() {
        try {
            return ((SocketChannel) endPoint().getTransport()).read(ByteBuffer.allocate(1)) < 0;
        } catch (IOException e) {
            return true; // reset
        }
    }

    private EndPoint endPoint() {
        return request.getConnectionMetaData().getConnection().getEndPoint();
    }
}
