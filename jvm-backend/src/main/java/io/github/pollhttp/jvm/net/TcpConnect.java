package io.github.pollhttp.jvm.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;

import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.StreamPeer;

/** Opens a TCP connection to one address. */
final class TcpConnect implements ConnectStep {
    private final InetSocketAddress address;
    private final Failures failures;
    private final CloseScope opened = new CloseScope();
    private SocketChannel channel;

    TcpConnect(InetSocketAddress address, Failures failures) {
        this.address = address;
        this.failures = failures;
    }

    @Override
    public StreamPeer poll() throws FailureException {
        try {
            if (channel == null) {
                begin();
            }
            return channel.finishConnect() ? new TcpStream(channel) : null;
        } catch (IOException | UnresolvedAddressException | UnsupportedAddressTypeException e) {
            close();
            throw failures.connect(e instanceof IOException io
                    ? io
                    : new IOException("the system cannot connect to the address " + address, e));
        }
    }

    private void begin() throws IOException {
        channel = SocketChannel.open();
        opened.add(() -> TcpStream.closeQuietly(channel));
        channel.configureBlocking(false);
        // A request is sent in one write, so Nagle's algorithm would only delay its last segment.
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.connect(address);
    }

    @Override
    public void awaitedBy(WaitSet waitSet) {
        waitSet.onChannel(channel, SelectionKey.OP_CONNECT);
    }

    @Override
    public void close() {
        opened.close();
    }
}
