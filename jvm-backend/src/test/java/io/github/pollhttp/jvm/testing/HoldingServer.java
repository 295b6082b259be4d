package io.github.pollhttp.jvm.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A server that receives a number of requests, one on each connection, and holds back all responses until the test asks for them. It has one thread,
 * which first accepts all connections and then reads the requests.
 */
public final class HoldingServer implements AutoCloseable {
    private static final String RESPONSE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String END_OF_HEAD = "\r\n\r\n";

    /** Windows refuses a connection while 200 others are not accepted, and macOS lets it wait while 128 are. */
    private static final int MOST_NOT_ACCEPTED = 100;

    private final ServerSocketChannel listener;
    private final List<SocketChannel> waiting = new CopyOnWriteArrayList<>();
    private final CountDownLatch missing;

    public HoldingServer(int requests) throws IOException {
        missing = new CountDownLatch(requests);
        listener = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                requests);
        Thread thread = new Thread(this::receiveAll);
        thread.setDaemon(true);
        thread.start();
    }

    private void receiveAll() {
        ByteBuffer received = ByteBuffer.allocate(4096);
        try {
            for (long i = missing.getCount(); i > 0; i--) {
                waiting.add(listener.accept());
            }
            for (SocketChannel channel : waiting) {
                readHead(channel, received.clear());
                missing.countDown();
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private static void readHead(SocketChannel channel, ByteBuffer received) throws IOException {
        String head = "";
        while (!head.endsWith(END_OF_HEAD)) {
            if (channel.read(received) < 0) {
                throw new IOException("the client ended the connection");
            }
            head = new String(received.array(), 0, received.position(), StandardCharsets.ISO_8859_1);
        }
    }

    /** @return for example {@code http://127.0.0.1:1234/} */
    public String url() throws IOException {
        return "http://127.0.0.1:" + ((InetSocketAddress) listener.getLocalAddress()).getPort() + "/";
    }

    /** @param begun how many connections the test has begun; false if it must not begin another one yet */
    public boolean isReadyForMore(int begun) {
        return begun - waiting.size() < MOST_NOT_ACCEPTED;
    }

    /** Whether all requests have arrived. */
    public boolean hasAll() {
        return missing.getCount() == 0;
    }

    public void answerAll() throws IOException {
        for (SocketChannel channel : waiting) {
            channel.write(ByteBuffer.wrap(RESPONSE.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (SocketChannel channel : waiting) {
            channel.close();
        }
    }
}
