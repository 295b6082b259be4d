package io.github.pollhttp.size;

import java.nio.ByteBuffer;
import java.util.List;

import org.teavm.jso.JSExport;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.StoredFile;

/**
 * Uses every part of the library, so that TeaVM links all of it. The other programs are compared with this one: a text that is here and not there
 * shows that TeaVM leaves out the features that a program does not use.
 */
public final class AllFeatures {
    private static final ByteBuffer BUFFER = ByteBuffer.allocateDirect(1024);

    private static HTTPClient client;
    private static HTTPRequest download;
    private static StoredFile file;
    private static HTTPRequestQueue queue;
    private static EventSource events;

    private AllFeatures() {}

    /** Starts everything. */
    public static void main(String[] args) {
        System.out.println("Hello, world!");
        connect();
        useFiles();
        queue = HTTPRequestQueue.create();
        queue.get("http://127.0.0.1:8080/", (result, code, headers, body) -> System.out.println(code));
        events = EventSource.create();
        events.open("http://127.0.0.1:8080/events");
        new Thread(() -> client.setBlockingMode(true)).start();
    }

    private static void connect() {
        client = HTTPClient.create();
        client.setDiagnosticsEnabled(true);
        client.setStrictPortable(true);
        client.setUploadProgressEnabled(true);
        client.setWebOptions(WebOptions.DEFAULT);
        client.setHttpProxy("127.0.0.1", 8081);
        client.setReadTimeout(10);
        if (client.connectToHost("127.0.0.1", 8080) != ErrorCode.OK) {
            System.out.println(client.getRejection());
        }
    }

    private static void useFiles() {
        download = HTTPRequest.create();
        download.setDownloadFile("level.bin");
        download.request("http://127.0.0.1:8080/level.bin");
        file = StoredFile.open("score.bin");
    }

    /** One frame. */
    @JSExport
    public static void frame() {
        download.poll();
        System.out.println(file.readChunk());
        queue.poll();
        events.poll();
        client.poll();
        switch (client.getStatus()) {
            case STATUS_CONNECTED -> request();
            case STATUS_BODY -> read();
            case STATUS_CONNECTION_ERROR -> System.out.println(client.getFailure().message());
            default -> {
                // in progress
            }
        }
    }

    private static void request() {
        client.request(Method.METHOD_PUT, "/", List.of("X-Level: 1"), "{}");
        System.out.println(client.getRejection());
    }

    private static void read() {
        System.out.println(
                client.getResponseHeaders() + " " + client.getResponseBodyLength() + " " + client.getResponseUrl());
        System.out.println(client.readResponseBodyChunk().length + client.readResponseBodyChunk(BUFFER.clear()));
    }
}
