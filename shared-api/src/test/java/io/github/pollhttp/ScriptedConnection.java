package io.github.pollhttp;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.ScriptedBackend.Connecting;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.OutgoingRequest;

/**
 * The connection of one backend to a {@link ScriptedOrigin}. It frames a body by Content-Length, or by the end of the connection. An origin ends a
 * connection after a response with {@code Connection: close}; a body that is shorter than its length stays unfinished otherwise.
 */
final class ScriptedConnection implements ScriptedBackend.Peer {
    private static final String HEAD_END = "\r\n\r\n";

    private final ScriptedBackend backend;
    private Endpoint target;
    private ScriptedOrigin origin;
    private String method;
    private String request;

    ScriptedConnection(ScriptedBackend backend) {
        this.backend = backend;
    }

    @Override
    public void connecting(Endpoint to) {
        target = to;
        origin = ScriptedOrigin.at(to);
        if (origin == null) {
            backend.failsToConnect(ScriptedBackend.failure(Phase.CONNECT, Reason.REFUSED));
        } else {
            origin.countConnection();
            backend.connects(Connecting.DONE);
        }
    }

    @Override
    public void receive(OutgoingRequest sent, byte[] body) {
        method = sent.method();
        request = origin.receive(target, sent, body);
    }

    @Override
    public void respond() {
        String answer = origin.answerTo(request);
        if (answer == null) {
            backend.failsToRespond(ScriptedBackend.failure(Phase.RESPONSE_HEAD, Reason.CONNECTION_RESET));
        } else if (answer.equals(ScriptedOrigin.BLOCKED)) {
            backend.failsToRespond(ScriptedBackend.failure(Phase.REQUEST, Reason.NETWORK_OR_CORS));
        } else if (!answer.equals(ScriptedOrigin.NOT_YET)) {
            int end = answer.indexOf(HEAD_END);
            respond(List.of(answer.substring(0, end).split("\r\n")), answer.substring(end + HEAD_END.length()));
        }
    }

    private void respond(List<String> head, String body) {
        int code = Integer.parseInt(head.get(0).split(" ", 3)[1]);
        List<String> headers = head.subList(1, head.size());
        long length = method.equals("HEAD") ? 0 : contentLength(headers);
        boolean closes = headers.contains("Connection: close");
        backend.reusable = !closes;
        backend.responds(new ScriptedResponse(code, headers, List.of(), hasBody(code), length, false,
                target.origin() + backend.request.target()));
        backend.bodyBytes(body.getBytes(StandardCharsets.ISO_8859_1));
        if (body.length() == length || closes && length < 0) {
            backend.bodyEnds();
        } else if (closes) {
            backend.bodyBreaks(ScriptedBackend.failure(Phase.BODY, Reason.BODY_TRUNCATED));
        }
    }

    private static long contentLength(List<String> headers) {
        for (String line : headers) {
            if (HeaderLine.isNamed(line, "Content-Length")) {
                return Long.parseLong(line.substring("Content-Length: ".length()));
            }
        }
        return -1;
    }

    private static boolean hasBody(int code) {
        return code / 100 != 1 && code != 204 && code != 205 && code != 304;
    }
}
