package io.github.pollhttp.jvm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;

/** Opens a connection to the first address that takes it, trying one after the other, without waiting. */
final class Connector {
    private final InetAddress[] addresses;
    private final int port;
    private int next;
    private volatile SocketChannel channel;

    Connector(InetAddress[] addresses, int port) {
        this.addresses = addresses;
        this.port = port;
    }

    /**
     * Goes on as far as that is possible now.
     *
     * @return the connection, or null while it is being opened
     * @throws IOException why the last address refused
     */
    TcpStream poll() throws IOException {
        while (true) {
            try {
                if (channel == null) {
                    channel = open(addresses[next++]);
                }
                return channel.finishConnect() ? new TcpStream(channel) : null;
            } catch (IOException e) {
                close();
                channel = null;
                if (next == addresses.length) {
                    throw e;
                }
            }
        }
    }

    private SocketChannel open(InetAddress address) throws IOException {
        SocketChannel opening = SocketChannel.open();
        try {
            opening.configureBlocking(false);
            // A request leaves in one write; Nagle's algorithm would only hold back its last piece.
            opening.setOption(StandardSocketOptions.TCP_NODELAY, true);
            opening.connect(new InetSocketAddress(address, port));
            return opening;
        } catch (IOException | UnresolvedAddressException | UnsupportedAddressTypeException e) {
            closeQuietly(opening);
            throw e instanceof IOException io ? io : new IOException("no way to reach " + address, e);
        }
    }

    /** Safe from any thread. */
    void close() {
        SocketChannel opening = channel;
        if (opening != null) {
            closeQuietly(opening);
        }
    }

    static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException ignored) {
            // the connection is gone either way, and nobody waits for its last bytes
        }
    }
}
