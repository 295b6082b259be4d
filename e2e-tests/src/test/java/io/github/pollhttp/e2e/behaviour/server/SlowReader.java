package io.github.pollhttp.e2e.behaviour.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A server that reads a request's body only as far as the test allows, and then responds or resets the connection. Jetty would read ahead into
 * its own buffers; this server leaves the rest in the kernel.
 */
public final class SlowReader implements AutoCloseable {
    private static final String CORS = "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nAccess-Control-Allow-Methods: *\r\nContent-Length: ";
    private static final int SMALL_WINDOW = 64 * 1024;
    /** The number of bytes of one part, see {@link #read}. */
    public static final int PART = 1024 * 1024;

    private final ServerSocket listening = new ServerSocket();
    private final Semaphore mayRead = new Semaphore(0);
    private final BlockingQueue<Boolean> arrived = new LinkedBlockingQueue<>();
    private final boolean breaks;

    /** @param breaks whether it resets the connection instead of reading the last part */
    public SlowReader(boolean breaks) throws IOException {
        this.breaks = breaks;
        listening.setReceiveBufferSize(SMALL_WINDOW);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        run(this::accept);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception e) {
                // The test or the client has ended this connection.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket socket = listening.accept();
            run(() -> serve(socket));
        }
    }

    private void serve(Socket socket) throws Exception {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String head = head(in); head != null; head = head(in)) {
                if (head.startsWith("POST")) {
                    answerPost(socket, in, head);
                } else {
                    socket.getOutputStream().write((CORS + "4\r\n\r\nnext").getBytes(ISO_8859_1));
                }
            }
        }
    }

    private void answerPost(Socket socket, InputStream in, String head) throws Exception {
        int left = Integer.parseInt(head.replaceAll("(?is).*\r\ncontent-length: (\\d+).*", "$1"));
        boolean whole = false;
        try {
            int read = 1;
            while (left > 0 && read > 0) {
                mayRead.acquire();
                read = in.readNBytes(Math.min(left, PART)).length;
                left -= read;
                if (breaks) {
                    socket.setSoLinger(true, 0); // a reset
                    throw new IOException("reset on purpose");
                }
            }
            whole = left == 0;
            if (!whole) {
                throw new EOFException();
            }
            socket.getOutputStream().write((CORS + "5\r\n\r\nhello").getBytes(ISO_8859_1));
        } finally {
            arrived.add(whole);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            head.append((char) b);
        }
        return head.toString();
    }

    /** Returns the origin, for example {@code http://127.0.0.1:8080}. */
    public String origin() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    /** Allows the server to read this many more parts. */
    public void read(int parts) {
        mayRead.release(parts);
    }

    /** Waits until a POST has ended and returns whether all of it has arrived. */
    public boolean arrivedWhole() throws InterruptedException {
        Boolean whole = arrived.poll(10, TimeUnit.SECONDS);
        if (whole == null) {
            throw new AssertionError("the POST did not end at the server within 10 seconds");
        }
        return whole;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
