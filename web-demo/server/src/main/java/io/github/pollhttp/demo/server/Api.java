package io.github.pollhttp.demo.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Map;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers the requests of the demo cases. */
final class Api extends Handler.Abstract.NonBlocking {
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain;charset=utf-8";
    /** A short JSON text with characters outside of ASCII. */
    static final String PLAYER = """
            {
              "player": "Zoë",
              "level": 7,
              "items": ["lamp", "smørbrød"]
            }
            """;

    private interface Answer {
        void to(Request request, Response response, Callback callback);
    }

    private final DemoServer server;
    private final Download download = new Download();
    private final Map<String, Answer> answers = Map.of(
            "/addresses.txt", this::addresses,
            "/api/json", Api::json,
            "/api/stream", Api::stream,
            "/api/download", download::send,
            "/api/echo", Api::echo,
            "/api/missing", Api::missing,
            "/api/empty", Api::empty,
            "/api/cors-allowed", Api::corsAllowed,
            "/api/cors-refused", Api::corsRefused);

    Api(DemoServer server) {
        this.server = server;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Answer answer = answers.get(Request.getPathInContext(request));
        if (answer == null) {
            return false;
        }
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        answer.to(request, response, callback);
        return true;
    }

    private void addresses(Request request, Response response, Callback callback) {
        send(TEXT, server.addresses(Request.getServerName(request)), response, callback);
    }

    private static void json(Request request, Response response, Callback callback) {
        send(JSON, PLAYER, response, callback);
    }

    private static void stream(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, TEXT);
        new SlowStream(request, response, callback).run();
    }

    private static void echo(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        if (request.getLength() >= 0) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, request.getLength());
        }
        Content.copy(request, response, callback);
    }

    private static void missing(Request request, Response response, Callback callback) {
        response.setStatus(HttpStatus.NOT_FOUND_404);
        send(JSON, """
                { "error": "There is no such level." }
                """, response, callback);
    }

    private static void empty(Request request, Response response, Callback callback) {
        response.setStatus(HttpStatus.NO_CONTENT_204);
        callback.succeeded();
    }

    private static void corsAllowed(Request request, Response response, Callback callback) {
        response.getHeaders().put("Access-Control-Allow-Origin", "*");
        response.getHeaders().put("Access-Control-Expose-Headers", "X-Greeting");
        response.getHeaders().put("X-Greeting", "Hello from the second origin");
        send(TEXT, "Any page may read this.\n", response, callback);
    }

    private static void corsRefused(Request request, Response response, Callback callback) {
        send(TEXT, "No page of another origin reads this; only programs outside of a browser do.\n", response,
                callback);
    }

    private static void send(String type, String text, Response response, Callback callback) {
        byte[] body = text.getBytes(UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
