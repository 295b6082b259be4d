package io.github.pollhttp.bench.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedDeque;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import io.github.pollhttp.bench.wire.Answer;

/** L1, the lower bound for a blocking client: a socket and a parser that does as little as possible. */
public final class BareSocketPeer extends BlockingPeer {
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private URI origin;

    @Override
    public void open(String to, int connections) {
        origin = URI.create(to);
    }

    @Override
    public void get(String path, Answer answer) throws IOException {
        post(path, null, answer);
    }

    @Override
    public void post(String path, byte[] content, Answer answer) throws IOException {
        Connection connection = idle.poll();
        if (connection == null) {
            connection = new Connection(origin);
        }
        connection.exchange(path, content, answer);
        idle.push(connection);
    }

    @Override
    public void close() throws IOException {
        super.close();
        for (Connection each : idle) {
            each.socket.close();
        }
    }

    private static final class Connection {
        private static final int PIECE = 16 * 1024;

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private final BareRequest request;
        private final BareResponse response = new BareResponse();
        private final byte[] bytes = new byte[64 * 1024];
        private final ByteBuffer received = ByteBuffer.wrap(bytes);

        Connection(URI origin) throws IOException {
            socket = origin.getScheme().equals("https")
                    ? secure(origin)
                    : new Socket(origin.getHost(), origin.getPort());
            socket.setTcpNoDelay(true);
            in = socket.getInputStream();
            out = socket.getOutputStream();
            request = new BareRequest(origin.getAuthority());
        }

        private static Socket secure(URI origin) throws IOException {
            SSLSocket socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket(origin.getHost(),
                    origin.getPort());
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            return socket;
        }

        void exchange(String path, byte[] content, Answer answer) throws IOException {
            out.write(request.head(path, content));
            for (int sent = 0; content != null && sent < content.length; sent += PIECE) {
                out.write(content, sent, Math.min(PIECE, content.length - sent));
            }
            response.begin(answer);
            do {
                int count = in.read(bytes);
                if (count < 0) {
                    throw new IOException("the server has closed the connection");
                }
                received.position(0).limit(count);
            } while (!response.take(received));
        }
    }
}
