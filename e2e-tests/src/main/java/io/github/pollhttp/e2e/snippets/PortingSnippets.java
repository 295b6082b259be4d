package io.github.pollhttp.e2e.snippets;

// snippet: porting-imports
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.pollhttp.Authorization;
import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.MultipartForm;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPRequest.Result;
// end

/** The Java of {@code docs/porting-from-godot.md}. {@code PortingPageTest} runs all of it. */
final class PortingSnippets extends Game {

    /** Godot's script, which waits. */
    void script(String host, int port, String path) {
        // snippet: connect
        HTTPClient http = HTTPClient.create();
        http.setBlockingMode(true); // instead of the delays: poll() and reads wait for the network
        if (http.connectToHost(host, port) != ErrorCode.OK) {
            throw new IllegalArgumentException(http.getRejection());
        }
        while (http.getStatus() == Status.STATUS_RESOLVING || http.getStatus() == Status.STATUS_CONNECTING) {
            http.poll();
        }
        if (http.getStatus() != Status.STATUS_CONNECTED) {
            throw new IllegalStateException(http.getFailure().message());
        }
        // end

        // snippet: ask
        List<String> headers = List.of("User-Agent: MyGame/1.0", "Accept: */*");
        if (http.request(Method.METHOD_GET, path, headers) != ErrorCode.OK) {
            throw new IllegalArgumentException(http.getRejection());
        }
        while (http.getStatus() == Status.STATUS_REQUESTING) {
            http.poll();
        }
        if (!http.hasResponse()) {
            throw new IllegalStateException(http.getFailure().message());
        }
        // end

        // snippet: head
        show("code: " + http.getResponseCode());
        show("headers: " + http.getResponseHeadersAsDictionary());
        if (http.isResponseChunked()) {
            show("the response is chunked");
        } else {
            show("length: " + http.getResponseBodyLength());
        }
        // end

        // snippet: body
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (http.getStatus() == Status.STATUS_BODY) {
            byte[] chunk = http.readResponseBodyChunk();
            body.write(chunk, 0, chunk.length);
        }
        if (http.getFailure() != null) {
            throw new IllegalStateException(http.getFailure().message()); // the body is incomplete
        }
        if (http.getResponseCode() != 200) {
            throw new IllegalStateException("the server answered " + http.getResponseCode()); // the body is an error page
        }
        show("text: " + body.toString(StandardCharsets.UTF_8));
        http.close();
        // end
    }

    // snippet: frames
    /** The same without waiting: call frame() once a frame until it returns true. It also runs in the browser. */
    final class Loading {
        private final HTTPClient http = HTTPClient.create();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final String path;

        Loading(String host, int port, String path) {
            this.path = path;
            if (http.connectToHost(host, port) != ErrorCode.OK) {
                throw new IllegalArgumentException(http.getRejection());
            }
        }

        boolean frame() {
            http.poll();
            return switch (http.getStatus()) {
                case STATUS_RESOLVING, STATUS_CONNECTING, STATUS_REQUESTING -> false;
                case STATUS_BODY -> read();
                case STATUS_CONNECTED, STATUS_DISCONNECTED -> http.hasResponse() ? finish() : request();
                default -> end(http.getFailure().message());
            };
        }

        private boolean request() {
            if (http.request(Method.METHOD_GET, path, List.of()) != ErrorCode.OK) {
                return end(http.getRejection());
            }
            return false;
        }

        private boolean read() {
            byte[] chunk = http.readResponseBodyChunk();
            body.write(chunk, 0, chunk.length);
            return false;
        }

        private boolean finish() {
            int code = http.getResponseCode();
            return end(code == 200 ? body.toString(StandardCharsets.UTF_8) : "the server answered " + code);
        }

        private boolean end(String text) {
            show(text);
            http.close();
            return true;
        }
    }
    // end

    // snippet: request
    final class Screen {
        private final HTTPRequest http = HTTPRequest.create();

        Screen() {
            http.setRequestCompletedListener(this::onRequestCompleted);
        }

        void onButtonPressed(String url) {
            if (http.request(url) != ErrorCode.OK) {
                show(http.getRejection());
            }
        }

        /** Call it once a frame. */
        void process() {
            http.poll();
        }

        private void onRequestCompleted(Result result, int responseCode, List<String> headers, byte[] body) {
            if (result == Result.RESULT_SUCCESS && responseCode == 200) {
                show(new String(body, StandardCharsets.UTF_8));
            } else {
                show(result + " " + responseCode + " " + http.getFailureMessage());
            }
        }
    }
    // end

    /** @return the request under way */
    HTTPRequest oneLine(String url) {
        // snippet: one-line
        HTTPRequest http = HTTPRequest.get(url, (result, code, headers, body) -> show(result + " " + code));
        // end
        return http;
    }

    void withHeaders(HTTPRequest http, String url) {
        // snippet: headers
        List<String> headers = List.of("User-Agent: MyGame/1.0", Authorization.bearer("abc123"));
        if (http.request(url, headers) != ErrorCode.OK) {
            show(http.getRejection());
        }
        // end
    }

    void withQuery(HTTPRequest http, String url) {
        // snippet: query
        String query = HTTPClient.queryStringFromDict(Map.of("search", "red dragon"));
        if (http.request(url + "?" + query) != ErrorCode.OK) {
            show(http.getRejection());
        }
        // end
    }

    void postJson(HTTPRequest http, String url, String json) {
        // snippet: json
        if (http.request(url, List.of(), Method.METHOD_POST, RequestBody.json(json)) != ErrorCode.OK) {
            show(http.getRejection());
        }
        // end
    }

    void postForm(HTTPRequest http, String url) {
        // snippet: form
        if (http.request(url, List.of(), Method.METHOD_POST, RequestBody.form(Map.of("name", "Zoë"))) != ErrorCode.OK) {
            show(http.getRejection());
        }
        // end
    }

    void upload(HTTPRequest http, String url, byte[] png) {
        // snippet: upload
        MultipartForm form = new MultipartForm().add("name", "Zoë").addFile("shot", "shot.png", "image/png", png);
        if (http.request(url, List.of(), Method.METHOD_POST, form.toBody()) != ErrorCode.OK) {
            show(http.getRejection());
        }
        // end
    }

    void download(HTTPRequest http, String url, String file) {
        // snippet: download
        http.setDownloadFile(file);
        http.setBodySizeLimit(100_000_000); // bytes
        http.setTimeout(60); // seconds
        if (http.request(url) != ErrorCode.OK) {
            show(http.getRejection());
        }
        // end
    }

    /** @return the queue, to be polled */
    HTTPRequestQueue several(List<String> urls) {
        // snippet: queue
        HTTPRequestQueue queue = HTTPRequestQueue.create();
        for (String url : urls) {
            queue.get(url, (result, code, headers, body) -> show(url + " " + result + " " + code));
        }

        // Once a frame:
        queue.poll();
        // end
        return queue;
    }

    void cookies(HTTPRequest http) {
        // snippet: cookies
        http.setCookieJar(CookieJar.create());
        // end
    }

    /** @return the source, to be polled */
    EventSource events(String url) {
        // snippet: events
        EventSource source = EventSource.create();
        source.setClosedListener(response -> show(response.isOk() ? "The stream is over." : response.message()));
        if (source.open(url) != ErrorCode.OK) {
            show(source.getRejection());
        }
        // end
        return source;
    }

    void eventsOfAFrame(EventSource source) {
        // snippet: events-frame
        source.poll();
        for (EventSource.Event event = source.nextEvent(); event != null; event = source.nextEvent()) {
            show(event.type() + ": " + event.data());
        }
        // end
    }
}
