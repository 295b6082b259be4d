package io.github.pollhttp.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import io.github.pollhttp.bench.process.Server;
import io.github.pollhttp.bench.wire.Path;

/** Measures the highest rate of the server. The client sends a hundred requests in one write, and does not parse the responses. */
final class ServerCeiling {
    private static final int AT_ONCE = 100;

    private ServerCeiling() {}

    /** @return requests a second */
    static double measure(Server server, long nanos) throws IOException {
        String one = "GET " + Path.plain(Path.SMALL) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        byte[] requests = one.repeat(AT_ONCE).getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setTcpNoDelay(true);
            int answer = answerLength(socket, one.getBytes(StandardCharsets.US_ASCII));
            run(socket, requests, answer, nanos / 2); // warms up the JIT compiler of the server
            return run(socket, requests, answer, nanos);
        }
    }

    private static int answerLength(Socket socket, byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        byte[] answer = new byte[16 * 1024];
        int length = 0;
        String end = "\r\n\r\n";
        int head = -1;
        while (head < 0 || length < head + end.length() + Path.SMALL) {
            length += socket.getInputStream().read(answer, length, answer.length - length);
            head = new String(answer, 0, length, StandardCharsets.ISO_8859_1).indexOf(end);
        }
        return length;
    }

    private static double run(Socket socket, byte[] requests, int answer, long nanos) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] answers = new byte[answer * AT_ONCE];
        long begin = System.nanoTime();
        long count = 0;
        while (System.nanoTime() - begin < nanos) {
            socket.getOutputStream().write(requests);
            if (in.readNBytes(answers, 0, answers.length) < answers.length) {
                throw new IOException("the server has closed the connection");
            }
            count += AT_ONCE;
        }
        return count * 1e9 / (System.nanoTime() - begin);
    }
}
