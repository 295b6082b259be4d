package io.github.pollhttp.jvm.fault;

import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import io.github.pollhttp.jvm.testing.RawServer;
import io.github.pollhttp.jvm.testing.WireResponse;

/** Sends responses with the fault that the path of the request asks for. */
final class FaultInjectingServer implements AutoCloseable {
    static final String WHOLE = "/whole";
    static final String WHOLE_BODY = "all is well";

    private final Map<String, WireResponse> responses;
    private final RawServer server;
    private final Set<String> stalled = ConcurrentHashMap.newKeySet();

    FaultInjectingServer(Map<String, WireResponse> responses) throws IOException {
        this.responses = responses;
        this.server = new RawServer(this::converse);
    }

    int port() {
        return server.port();
    }

    /** Returns true after all bytes before the stall have been sent. */
    boolean isStalled(String path) {
        return stalled.contains(path);
    }

    private void converse(Socket socket) throws IOException {
        String path = path(socket);
        while (path.equals(WHOLE)) {
            RawServer.send(socket,
                    "HTTP/1.1 200 OK\r\nContent-Length: " + WHOLE_BODY.length() + "\r\n\r\n" + WHOLE_BODY);
            path = path(socket);
        }
        play(socket, path);
    }

    private static String path(Socket socket) throws IOException {
        return RawServer.readHead(socket).split(" ")[1];
    }

    private void play(Socket socket, String path) throws IOException {
        WireResponse response = responses.get(path.split("/")[1]);
        InjectedFault fault = InjectedFault.ofPath(path);
        if (fault.kind() == InjectedFault.Kind.CORRUPT) {
            socket.getOutputStream().write(response.flipped(fault.position(), fault.mask()));
            return;
        }
        socket.getOutputStream().write(response.wire(), 0, fault.position());
        switch (fault.kind()) {
            case RESET -> socket.setSoLinger(true, 0);
            case STALL_UNTIL_TIMEOUT, STALL_UNTIL_CLOSE -> {
                stalled.add(path);
                RawServer.awaitEnd(socket);
            }
            default -> {
            } // RawServer closes the connection
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
