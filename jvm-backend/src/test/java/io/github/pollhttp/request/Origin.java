package io.github.pollhttp.request;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.pollhttp.jvm.testing.RawServer;

/** A server on a real socket that keeps connections open and records each request that reached it, byte for byte. */
public final class Origin implements AutoCloseable {
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final RawServer server;

    /** The test's answer to each request. */
    public interface Answers {
        /** @return the response, one character for each byte; or null to close the connection without a response */
        String to(String request) throws Exception;
    }

    public Origin(Answers answers) throws IOException {
        server = new RawServer(socket -> serve(socket, answers));
    }

    private void serve(Socket socket, Answers answers) throws Exception {
        while (true) {
            String request = readRequest(socket);
            log.add(request);
            String answer = answers.to(request);
            if (answer == null) {
                return;
            }
            RawServer.send(socket, answer);
            if (answer.contains("Connection: close")) {
                return;
            }
        }
    }

    private static String readRequest(Socket socket) throws IOException {
        String head = RawServer.readHead(socket);
        int at = head.indexOf("Content-Length: ");
        int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
        InputStream in = socket.getInputStream();
        return head + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    /** A complete response with status 200. */
    public static String ok(String body, String... headers) {
        return response("200 OK", body, headers);
    }

    static String response(String status, String body, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\n");
        for (String each : headers) {
            head.append(each).append("\r\n");
        }
        return head + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    static String redirect(String status, String location) {
        return response(status, "", "Location: " + location);
    }

    /** The path and query of a request. */
    public static String target(String request) {
        return request.split(" ", 3)[1];
    }

    /** The value of a request's header, or null. */
    public static String header(String request, String name) {
        for (String line : request.split("\r\n")) {
            if (line.toLowerCase().startsWith(name.toLowerCase() + ": ")) {
                return line.substring(name.length() + 2);
            }
        }
        return null;
    }

    public static String body(String request) {
        return request.substring(request.indexOf("\r\n\r\n") + 4);
    }

    public List<String> log() {
        return log;
    }

    /** Method and target of each request, in order. */
    public List<String> lines() {
        return log.stream().map(each -> each.substring(0, each.indexOf(" HTTP/"))).toList();
    }

    int connections() {
        return server.connections();
    }

    public String url(String path) {
        return RequestGame.url(server.port(), path);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
