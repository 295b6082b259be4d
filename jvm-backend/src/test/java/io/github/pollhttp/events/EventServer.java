package io.github.pollhttp.events;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

import io.github.pollhttp.jvm.testing.RawServer;

/**
 * A server that sends the pieces that a test adds; an empty piece ends the connection. All connections take their pieces from the same queue. A test
 * therefore adds pieces for the next connection after the client has noticed the end of the previous one.
 */
final class EventServer implements AutoCloseable {
    static final String STREAM = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    static final String END = "";

    private final BlockingQueue<String> pieces = new LinkedBlockingQueue<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final RawServer server;

    EventServer() throws IOException {
        server = new RawServer(this::serve);
    }

    private void serve(Socket socket) throws Exception {
        heads.add(RawServer.readHead(socket));
        for (String piece = pieces.take(); !piece.equals(END); piece = pieces.take()) {
            RawServer.send(socket, piece);
        }
    }

    EventServer send(String... more) {
        pieces.addAll(List.of(more));
        return this;
    }

    List<String> heads() {
        return heads;
    }

    String url() {
        return "http://127.0.0.1:" + server.port() + "/events";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
