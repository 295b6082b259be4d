package io.github.pollhttp.jvm.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server for one test on a free port. It runs the given conversation for each connection, on a thread of its own. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** Handles one connection, which is closed when the method returns. */
    public interface Conversation {
        void with(Socket socket) throws Exception;
    }

    public RawServer(Conversation conversation) throws IOException {
        this("127.0.0.1", conversation);
    }

    public RawServer(String address, Conversation conversation) throws IOException {
        listener = new ServerSocket(0, 300, InetAddress.getByName(address));
        thread(() -> {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                thread(() -> {
                    try (socket) {
                        conversation.with(socket);
                    }
                });
            }
        });
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void thread(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception e) {
                // the client has closed the connection, or the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return listener.getLocalPort();
    }

    public int connections() {
        return sockets.size();
    }

    public static void send(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Reads a request's head. A body stays in the stream. */
    public static String readHead(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("the client ended the connection");
            }
            head.write(b);
            text = head.toString(StandardCharsets.ISO_8859_1);
        }
        return text;
    }

    /** Waits until the client closes the connection, and drops the bytes that arrive before. */
    public static void awaitEnd(Socket socket) throws IOException {
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
