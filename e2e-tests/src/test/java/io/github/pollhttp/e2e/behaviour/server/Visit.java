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

/** One request and the way to answer it. All calls wait until the bytes have left. */
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

    public Served served() {
        return served;
    }

    public void head(int code, List<String> headers) {
        response.setStatus(code);
        for (String line : headers) {
            response.getHeaders().add(HeaderLine.name(line), site.real(HeaderLine.value(line)));
        }
    }

    public void write(byte[] bytes, boolean last) throws IOException {
        Content.Sink.write(response, last, ByteBuffer.wrap(bytes));
    }

    /** Sends bytes past Jetty, which would never send such ones. */
    void writeRaw(String bytes) throws IOException {
        try (Blocker.Callback written = Blocker.callback()) {
            endPoint().write(written, ByteBuffer.wrap(site.real(bytes).getBytes(ISO_8859_1)));
            written.block();
        }
    }

    public void end() {
        endPoint().close();
    }

    /** Waits until the client has ended the connection. */
    public void awaitEnd() throws InterruptedException {
        while (!isGone()) {
            Thread.sleep(LOOK_MILLISECONDS); // between two looks: Jetty has no event for it while a request is answered
        }
    }

    /** Jetty reads nothing while a request is being answered, so the end of the stream is still there to be seen. */
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
