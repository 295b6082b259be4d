package io.github.pollhttp.contract.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Pattern;

/** One connection of the scripted server. It reads requests and plays the answers. */
final class ScriptedConnection implements AutoCloseable {
    private static final int DRIP_MILLISECONDS = 1;
    private static final byte[] NOTHING = {};

    private final Socket socket;
    private final int otherPort;
    private final Signals signals;
    private final InputStream in;
    private final OutputStream out;

    ScriptedConnection(Socket socket, int otherPort, Signals signals) throws IOException {
        this.socket = socket;
        this.otherPort = otherPort;
        this.signals = signals;
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Returns the head of the next request, or null if the client has ended the connection. */
    Request readHead() throws IOException {
        String line = readLine();
        if (line == null) {
            return null;
        }
        List<String> headers = new ArrayList<>();
        for (String header = readLine(); header != null && !header.isEmpty(); header = readLine()) {
            headers.add(header);
        }
        return new Request(line, headers, NOTHING);
    }

    private Request withBody(Request head) throws IOException {
        String length = head.header("Content-Length");
        return new Request(head.line(), head.headers(), in.readNBytes(length == null ? 0 : Integer.parseInt(length)));
    }

    private String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /**
     * Plays an answer.
     *
     * @param head the request without its body
     * @return false if the connection has to be closed now
     */
    boolean play(Answer answer, Request head) throws IOException, InterruptedException {
        Request request = answer.readsBody() ? withBody(head) : head;
        for (Answer.Act act : answer.acts()) {
            if (!play(act, request)) {
                return false;
            }
        }
        return true;
    }

    private boolean play(Answer.Act act, Request request) throws IOException, InterruptedException {
        if (act instanceof Answer.Send send) {
            send(latin1(send.bytes()));
        } else if (act instanceof Answer.Drip drip) {
            for (byte each : latin1(drip.bytes())) {
                send(new byte[]{each});
                Thread.sleep(DRIP_MILLISECONDS); // so that the next byte leaves in a packet of its own
            }
        } else if (act instanceof Answer.SendPattern pattern) {
            send(Pattern.bytes(pattern.length()));
        } else if (act instanceof Answer.Echo echo) {
            respond(echo.headers(), request.body());
        } else if (act instanceof Answer.Describe) {
            respond("Content-Type: text/plain\r\n", latin1(request.description()));
        } else if (act instanceof Answer.Reveal reveal) {
            respond(allowed(request.header("Origin")), latin1(request.revealed(reveal.headerNames())));
        } else if (act instanceof Answer.Redirect redirect) {
            send(latin1(redirect(redirect)));
        } else if (act instanceof Answer.SendCoded coded) {
            respond("Access-Control-Allow-Origin: *\r\nContent-Encoding: " + coded.coding().replace("raw-", "")
                    + "\r\n",
                    Coding.of(coded.coding(), coded.plain()));
        } else if (act instanceof Answer.CountEvents events) {
            return countEvent(events.last(), request.header("Last-Event-ID"));
        } else if (act instanceof Answer.Pause pause) {
            Thread.sleep(pause.milliseconds()); // the act is a pause
        } else if (act instanceof Answer.Signal signal) {
            signals.send(request, signal.name());
        } else if (act instanceof Answer.AwaitSignal signal) {
            return signals.await(request, signal.name());
        } else if (act instanceof Answer.AwaitAbort) {
            awaitAbort();
        } else if (act instanceof Answer.Hold) {
            return in.read() >= 0;
        } else if (act instanceof Answer.Close) {
            return false;
        } else if (act instanceof Answer.Reset) {
            socket.setSoLinger(true, 0);
            return false;
        }
        return true;
    }

    private void awaitAbort() {
        try {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The client has reset the connection.
        }
    }

    /** Returns whether the connection stays open. */
    private boolean countEvent(int last, String id) throws IOException {
        int number = id == null ? 0 : Integer.parseInt(id);
        if (number == last) {
            send(latin1("HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\n\r\n"));
            return true;
        }
        send(latin1("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n"
                + "Access-Control-Allow-Origin: *\r\n\r\nid: " + (number + 1) + "\ndata: " + id + "\n\n"));
        return false;
    }

    /** Returns the headers that let an origin read a response. With credentials, a star allows no origin (Fetch Standard, CORS check). */
    private static String allowed(String origin) {
        return "Access-Control-Allow-Origin: " + (origin == null ? "*" : origin)
                + "\r\nAccess-Control-Allow-Credentials: true\r\n";
    }

    private String redirect(Answer.Redirect redirect) {
        String location = redirect.location().replace("{here}", "127.0.0.1:" + socket.getLocalPort())
                .replace("{there}", "127.0.0.1:" + otherPort);
        return "HTTP/1.1 " + redirect.code() + " Redirect\r\nAccess-Control-Allow-Origin: *\r\nLocation: " + location
                + "\r\nContent-Length: 5\r\n\r\nmoved";
    }

    private void respond(String headers, byte[] body) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        response.write(latin1("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n"));
        response.write(body);
        send(response.toByteArray());
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
