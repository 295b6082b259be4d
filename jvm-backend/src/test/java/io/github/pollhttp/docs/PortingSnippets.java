package io.github.pollhttp.docs;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

/** The Java of {@code docs/porting-from-godot.md}, between markers. The page is compared with it, and all of it is run. */
final class PortingSnippets {
    final List<String> shown = new ArrayList<>();

    void show(String text) {
        shown.add(text);
    }

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
            body.writeBytes(http.readResponseBodyChunk());
        }
        if (http.getFailure() != null) {
            throw new IllegalStateException(http.getFailure().message()); // a short body is never a whole one
        }
        show("text: " + body.toString(StandardCharsets.UTF_8));
        http.close();
        // end
    }

    // snippet: frames
    /** The same without a wait: call frame() once a frame until it returns true. Runs in the browser, too. */
    final class Loading {
        private final HTTPClient http = HTTPClient.create();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final String path;

        Loading(String host, int port, String path) {
            this.path = path;
            http.connectToHost(host, port);
        }

        boolean frame() {
            http.poll();
            switch (http.getStatus()) {
                case STATUS_RESOLVING, STATUS_CONNECTING, STATUS_REQUESTING -> {
                    return false;
                }
                case STATUS_BODY -> {
                    body.writeBytes(http.readResponseBodyChunk());
                    return false;
                }
                case STATUS_CONNECTED -> {
                    if (!http.hasResponse()) {
                        http.request(Method.METHOD_GET, path, List.of());
                        return false;
                    }
                    show(body.toString(StandardCharsets.UTF_8));
                }
                case STATUS_DISCONNECTED -> show(body.toString(StandardCharsets.UTF_8)); // whole as well
                default -> show(http.getFailure().message());
            }
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

        /** Once a frame. */
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
        http.request(url, List.of("User-Agent: MyGame/1.0", Authorization.bearer("abc123")));
        // end
    }

    void withQuery(HTTPRequest http, String url) {
        // snippet: query
        String query = HTTPClient.queryStringFromDict(Map.of("search", "red dragon"));
        http.request(url + "?" + query);
        // end
    }

    void postJson(HTTPRequest http, String url, String json) {
        // snippet: json
        http.request(url, List.of(), Method.METHOD_POST, RequestBody.json(json));
        // end
    }

    void postForm(HTTPRequest http, String url) {
        // snippet: form
        http.request(url, List.of(), Method.METHOD_POST, RequestBody.form(Map.of("name", "Zoë")));
        // end
    }

    void upload(HTTPRequest http, String url, byte[] png) {
        // snippet: upload
        MultipartForm form = new MultipartForm().add("name", "Zoë").addFile("shot", "shot.png", "image/png", png);
        http.request(url, List.of(), Method.METHOD_POST, form.toBody());
        // end
    }

    void download(HTTPRequest http, String url, String file) {
        // snippet: download
        http.setDownloadFile(file);
        http.setBodySizeLimit(100_000_000);
        http.setTimeout(60);
        http.request(url);
        // end
    }

    /** @return the queue, to be polled */
    HTTPRequestQueue several(List<String> urls) {
        // snippet: queue
        HTTPRequestQueue queue = HTTPRequestQueue.create();
        for (String url : urls) {
            queue.get(url, (result, code, headers, body) -> show(url + " " + code));
        }
        // once a frame:
        queue.poll();
        // end
        return queue;
    }

    void cookies(HTTPRequest http) {
        // snippet: cookies
        http.setCookieJar(CookieJar.create()); // the browser has its own
        // end
    }

    /** @return the source, to be polled */
    EventSource events(String url) {
        // snippet: events
        EventSource source = EventSource.create();
        source.open(url);
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
