package io.github.pollhttp.bench.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Serves connections with TLS, each on its own thread, with the SSL sockets of the JDK, which are its fastest TLS implementation. */
final class TlsServer implements Runnable {
    private final SSLServerSocket listener;

    TlsServer(SSLContext context) throws IOException {
        listener = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 2048,
                InetAddress.getByName("127.0.0.1"));
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void run() {
        try {
            while (true) {
                Socket socket = listener.accept();
                Thread thread = new Thread(() -> serve(socket));
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(Socket socket) {
        RequestReader requests = new RequestReader();
        ResponseWriter responses = new ResponseWriter();
        byte[] in = new byte[64 * 1024];
        byte[] out = new byte[64 * 1024];
        try (socket; InputStream stream = socket.getInputStream()) {
            socket.setTcpNoDelay(true);
            for (int count = stream.read(in); count >= 0; count = stream.read(in)) {
                ByteBuffer came = ByteBuffer.wrap(in, 0, count);
                for (Response next = requests.take(came); next != null; next = requests.take(came)) {
                    responses.begin(next);
                    responses.write(socket.getOutputStream(), out);
                }
            }
        } catch (IOException e) {
            // the peer has closed the connection, which is normal at the end of a run
        }
    }
}
