package io.github.pollhttp.e2e.snippets;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.MultipartForm;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.RedirectHook;
import io.github.pollhttp.request.StoredFile;

/** The Java of the Javadoc. */
final class JavadocSnippets extends Game {

    void client() {
        // snippet: HTTPClient
        // play(byte[]) and show(String) are methods of your game.
        HTTPClient client = HTTPClient.create();
        ByteArrayOutputStream level = new ByteArrayOutputStream();
        if (client.connectToHost("https://example.com") != ErrorCode.OK) {
            throw new IllegalArgumentException(client.getRejection());
        }

        // Once a frame, until play or show is called:
        client.poll();
        switch (client.getStatus()) {
            case STATUS_RESOLVING, STATUS_CONNECTING, STATUS_REQUESTING -> {
                // under way
            }
            case STATUS_BODY -> {
                byte[] chunk = client.readResponseBodyChunk();
                level.write(chunk, 0, chunk.length);
            }
            case STATUS_CONNECTED, STATUS_DISCONNECTED -> {
                if (!client.hasResponse()) {
                    if (client.request(Method.METHOD_GET, "/level.json", List.of()) != ErrorCode.OK) {
                        show(client.getRejection());
                    }
                } else if (client.getResponseCode() != 200) {
                    show("The server answered " + client.getResponseCode());
                } else {
                    play(level.toByteArray());
                }
            }
            default -> show(client.getFailure().message());
        }
        // end
    }

    void request() {
        // snippet: HTTPRequest
        // play(byte[]) and show(String) are methods of your game.
        HTTPRequest http = HTTPRequest.create();
        http.setResponseListener(response -> {
            if (response.isOk()) {
                play(response.bytes());
            } else {
                show(response.message());
            }
        });
        if (http.request("https://example.com/level.json") != ErrorCode.OK) {
            show(http.getRejection());
        }

        // Once a frame:
        http.poll();
        // end
    }

    void queue(List<String> tiles) {
        // snippet: HTTPRequestQueue
        // tiles is a list of paths; place(String, byte[]) and show(String) are methods of your game.
        HTTPRequestQueue queue = HTTPRequestQueue.create();
        for (String tile : tiles) {
            queue.get("https://example.com/" + tile, response -> {
                if (response.isOk()) {
                    place(tile, response.bytes());
                } else {
                    show(response.message());
                }
            });
        }

        // Once a frame:
        queue.poll();
        // end
    }

    void queueSettings() {
        // snippet: HTTPRequestQueue-settings
        HTTPRequestQueue http = HTTPRequestQueue.create();
        http.settings().setTimeout(20);
        http.settings().setCookieJar(CookieJar.create());
        // end
    }

    void queueDownload(HTTPRequestQueue http) {
        // snippet: HTTPRequestQueue-download
        // http is an HTTPRequestQueue; show(String) is a method of your game.
        http.get("https://example.com/music.ogg", settings -> settings.setDownloadFile("music.ogg"),
                response -> show(response.isOk() ? "The music is here." : response.message()));
        // end
    }

    private void place(String tile, byte[] content) {
        show(tile + ": " + content.length);
    }

    void response() {
        // snippet: HTTPResponse
        // play(byte[]) and show(String) are methods of your game.
        HTTPRequestQueue http = HTTPRequestQueue.create();
        http.get("https://example.com/level.json", response -> {
            if (response.isOk()) {
                play(response.bytes());
            } else {
                show(response.message());
            }
        });

        // Once a frame:
        http.poll();
        // end
    }

    void redirectHook(HTTPRequest http) {
        // snippet: RedirectHook
        // http is an HTTPRequest; show(String) is a method of your game.
        RedirectHook hook = (url, headers) -> url.startsWith("https://example.com/") ? headers : null;
        if (http.setRedirectHook(hook) != ErrorCode.OK) {
            show(http.getRejection());
        }
        // end
    }

    void events() {
        // snippet: EventSource
        // show(String) is a method of your game.
        EventSource source = EventSource.create();
        source.setClosedListener(response -> show(response.isOk() ? "The stream is over." : response.message()));
        if (source.open("https://example.com/scores") != ErrorCode.OK) {
            throw new IllegalArgumentException(source.getRejection());
        }

        // Once a frame:
        source.poll();
        for (EventSource.Event event = source.nextEvent(); event != null; event = source.nextEvent()) {
            show(event.type() + ": " + event.data());
        }
        // end
    }

    void form(HTTPRequest http, byte[] png) {
        // snippet: MultipartForm
        // http is an HTTPRequest, png the bytes of a picture; show(String) is a method of your game.
        MultipartForm form = new MultipartForm().add("player", "Ada").addFile("shot", "shot.png", "image/png", png);
        ErrorCode error = http.request("https://example.com/shots", List.of(), Method.METHOD_POST, form.toBody());
        if (error != ErrorCode.OK) {
            show(http.getRejection());
        }
        // end
    }

    void body(HTTPRequest http) {
        // snippet: RequestBody
        // http is an HTTPRequest; show(String) is a method of your game.
        RequestBody body = RequestBody.form(Map.of("name", "Ada", "score", 1200));
        if (http.request("https://example.com/scores", List.of(), Method.METHOD_POST, body) != ErrorCode.OK) {
            show(http.getRejection());
        }
        // end
    }

    void cookies() {
        // snippet: CookieJar
        HTTPRequest http = HTTPRequest.create();
        http.setCookieJar(CookieJar.create());
        // end
    }

    void storedFile() {
        // snippet: StoredFile
        // play(byte[]) and show(String) are methods of your game.
        StoredFile file = StoredFile.open("level.bin");
        ByteArrayOutputStream level = new ByteArrayOutputStream();

        // Once a frame, until play or show is called; then call file.close():
        byte[] chunk = file.readChunk();
        level.write(chunk, 0, chunk.length);
        switch (file.getState()) {
            case READING -> {
                // there is more to come
            }
            case ENDED -> play(level.toByteArray());
            case FAILED -> show(file.getFailureMessage());
        }
        // end
    }
}
