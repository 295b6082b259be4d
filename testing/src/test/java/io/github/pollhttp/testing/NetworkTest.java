package io.github.pollhttp.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPResponse;
import io.github.pollhttp.request.RetryPolicy;
import io.github.pollhttp.spi.BackendProvider;

/** What a scripted network does with requests that succeed. */
class NetworkTest {
    private static final String URL = "https://example.com/level.json";

    /** @return the response */
    private static HTTPResponse get(ScriptedNetwork network, HTTPRequest http, String url) {
        List<HTTPResponse> responses = new ArrayList<>();
        http.setResponseListener(responses::add);
        assertEquals(ErrorCode.OK, http.request(url), http::getRejection);
        network.playUntil(() -> !responses.isEmpty(), http::poll);
        return responses.get(0);
    }

    private static HTTPResponse get(ScriptedNetwork network, String url) {
        return get(network, HTTPRequest.create(), url);
    }

    @Test
    void clientReadsTheScriptedResponseUpToItsLength() {
        try (ScriptedNetwork network = ScriptedNetwork.install(); HTTPClient client = HTTPClient.create()) {
            network.on(URL, Reply.of(203, "a cave and more", "X-Level: 7", "Content-Length: 6"));
            assertEquals(ErrorCode.OK, client.connectToHost("https://example.com"));
            network.playUntil(() -> client.getStatus() == Status.STATUS_CONNECTED, client::poll);
            assertEquals(ErrorCode.OK, client.request(Method.METHOD_GET, "/level.json", List.of()));
            network.playUntil(client::hasResponse, client::poll);

            assertEquals(203, client.getResponseCode());
            assertEquals(List.of("X-Level: 7", "Content-Length: 6"), client.getResponseHeaders());
            assertEquals(URL, client.getResponseUrl());
            assertEquals("a cave", new String(client.readResponseBodyChunk()));
            assertEquals(Status.STATUS_CONNECTED, client.getStatus());
        }
    }

    @Test
    void requestsAreKept() {
        try (ScriptedNetwork network = ScriptedNetwork.install(); HTTPRequest http = HTTPRequest.create()) {
            network.on("https://example.com/scores?level=7", Reply.of(201, ""));
            assertEquals(ErrorCode.OK, http.request("https://example.com/scores?level=7#top", List.of("X-A: 1"),
                    Method.METHOD_POST, RequestBody.json("{\"score\":\"\u00e9\"}")));
            network.playUntil(() -> !http.isRequesting(), http::poll);

            SentRequest sent = network.requests().get(0);
            assertEquals("POST https://example.com/scores?level=7", sent.toString());
            assertEquals(Method.METHOD_POST, sent.method());
            assertEquals("{\"score\":\"\u00e9\"}", sent.text());
            assertEquals("1", sent.header("x-a"));
            assertEquals("application/json", sent.header("Content-Type"));
            assertEquals(1, network.requests().size());
        }
    }

    @Test
    void repliesComeInOrderAndTheLastOneStays() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            network.on(URL, Reply.of(500, "one"), Reply.of(200, "two"));
            assertEquals("one", get(network, URL).text());
            assertEquals("two", get(network, URL).text());
            assertEquals("two", get(network, URL).text());
        }
    }

    @Test
    void lastScriptThatMatchesCounts() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            network.on("https://example.com/*", Reply.of(404, ""));
            network.on(URL, Reply.of(200, "first"));
            network.on(Method.METHOD_POST, URL, Reply.of(201, ""));
            assertEquals("first", get(network, URL).text());
            assertEquals(404, get(network, "https://example.com/other").code());
            network.on(URL, Reply.of(200, "second"));
            assertEquals("second", get(network, URL).text());
        }
    }

    @Test
    void replyMayDependOnTheRequest() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            network.on("https://example.com/*", request -> Reply.of(200, "you asked for " + request.url()));
            assertEquals("you asked for https://example.com/a", get(network, "https://example.com/a").text());
        }
    }

    @Test
    void queueLoadsAllFiles() {
        try (ScriptedNetwork network = ScriptedNetwork.install(); HTTPRequestQueue queue = HTTPRequestQueue.create()) {
            network.on("https://example.com/*", request -> Reply.of(200, request.url()).after(1));
            List<String> loaded = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                queue.get("https://example.com/" + i, response -> loaded.add(response.text()));
            }
            network.play(1.5, queue::poll);
            assertEquals(6, loaded.size(), "six connections to an origin");
            network.playUntil(() -> loaded.size() == 10, queue::poll);
        }
    }

    @Test
    void eventsArriveWhenTheClockSaysSo() {
        try (ScriptedNetwork network = ScriptedNetwork.install(); EventSource source = EventSource.create()) {
            network.on("https://example.com/events", Reply.of(200, "data: one\n\n", "Content-Type: text/event-stream")
                    .pause(5).then("data: two\n\n").thenSilence());
            List<String> events = new ArrayList<>();
            Runnable frame = () -> {
                source.poll();
                for (EventSource.Event each = source.nextEvent(); each != null; each = source.nextEvent()) {
                    events.add(each.data());
                }
            };
            assertEquals(ErrorCode.OK, source.open("https://example.com/events"));
            network.play(4, frame);
            assertEquals(List.of("one"), events);
            network.play(2, frame);
            assertEquals(List.of("one", "two"), events);
        }
    }

    @Test
    void redirectsCookiesAndRetriesAreThoseOfTheLibrary() {
        try (ScriptedNetwork network = ScriptedNetwork.install(); HTTPRequest http = HTTPRequest.create()) {
            http.setCookieJar(CookieJar.create());
            http.setRetryPolicy(RetryPolicy.times(1));
            network.on(URL, Reply.of(302, "", "Location: /new", "Set-Cookie: a=1"));
            network.on("https://example.com/new", Reply.of(503, "", "Retry-After: 30"), Reply.of(200, "here"));
            List<HTTPResponse> responses = new ArrayList<>();
            http.setResponseListener(responses::add);
            assertEquals(ErrorCode.OK, http.request(URL));
            network.play(29, http::poll);
            assertEquals(2, network.requests().size());
            network.play(2, http::poll);

            assertEquals("here", responses.get(0).text());
            assertEquals("a=1", network.requests().get(2).header("Cookie"));
        }
    }

    @Test
    void contentCodingIsDecoded() throws Exception {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            ByteArrayOutputStream coded = new ByteArrayOutputStream();
            try (OutputStream gzip = new GZIPOutputStream(coded)) {
                gzip.write("a cave".getBytes(StandardCharsets.UTF_8));
            }
            network.on(URL, Reply.of(200, coded.toByteArray(), "Content-Encoding: gzip"));
            assertEquals("a cave", get(network, URL).text());
            assertEquals("gzip, deflate", network.requests().get(0).header("Accept-Encoding"));
        }
    }

    @Test
    void retryAfterADateCountsFromTheBeginningOf1970() {
        try (ScriptedNetwork network = ScriptedNetwork.install(); HTTPRequest http = HTTPRequest.create()) {
            http.setRetryPolicy(RetryPolicy.times(1));
            network.on(URL, Reply.of(503, "", "Retry-After: Thu, 01 Jan 1970 00:00:20 GMT"), Reply.of(200, ""));
            assertEquals(ErrorCode.OK, http.request(URL));
            network.play(19, http::poll);
            assertTrue(http.isRequesting());
            network.play(2, http::poll);
            assertEquals(2, network.requests().size());
        }
    }

    @Test
    void downloadAndUploadUseFiles(@TempDir Path folder) throws Exception {
        try (ScriptedNetwork network = ScriptedNetwork.install(); HTTPRequest http = HTTPRequest.create()) {
            Path file = folder.resolve("music.ogg");
            byte[] music = new byte[300_000];
            music[299_999] = 7;
            network.on(URL, Reply.of(200, music).atRate(100_000));
            http.setDownloadFile(file.toString());
            get(network, http, URL);
            assertArrayEquals(music, Files.readAllBytes(file));

            http.setDownloadFile("");
            network.on("https://example.com/saves", Reply.of(200, ""));
            assertEquals(ErrorCode.OK, http.request("https://example.com/saves", List.of(), Method.METHOD_PUT,
                    RequestBody.file("audio/ogg", file.toString())));
            network.playUntil(() -> !http.isRequesting(), http::poll);
            assertArrayEquals(music, network.requests().get(1).body());
            assertEquals(music.length, http.getUploadedBytes());

            assertEquals(ErrorCode.OK, http.request("https://example.com/saves", List.of(), Method.METHOD_PUT,
                    RequestBody.file("audio/ogg", folder.resolve("missing").toString())));
            network.playUntil(() -> !http.isRequesting(), http::poll);
            assertEquals(Reason.FILE_UNREADABLE, http.getFailure().reason());
        }
    }

    @Test
    void requestOnAThreadIsSteppedByPolls() {
        try (ScriptedNetwork network = ScriptedNetwork.install(); HTTPRequest http = HTTPRequest.create()) {
            http.setUseThreads(true);
            network.on(URL, Reply.of(200, "here"));
            assertEquals("here", get(network, http, URL).text());
        }
    }

    @Test
    void requestWithoutAReplyFailsAtOnceAndAtTheEnd() {
        ScriptedNetwork network = ScriptedNetwork.install();
        network.on(Method.METHOD_POST, "https://example.com/scores", Reply.of(200, ""));
        HTTPResponse response = get(network, URL);

        String message = "The test has scripted no reply for GET " + URL
                + ", only for [POST https://example.com/scores].";
        assertEquals(message, response.failure().message());
        assertEquals(
                "The test has scripted no reply for [GET " + URL + "], only for [POST https://example.com/scores].",
                assertThrows(AssertionError.class, network::close).getMessage());
        assertEquals("pollhttp-jvm", BackendProvider.installed().artifact());
    }

    @Test
    void conditionThatNeverHoldsEndsThePlay() {
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            assertTrue(assertThrows(AssertionError.class, () -> network.playUntil(() -> false, () -> {})).getMessage()
                    .startsWith("The condition did not hold within 600 seconds."));
        }
    }

    @Test
    void onlyOneNetworkIsInstalled() {
        BackendProvider real = BackendProvider.installed();
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            assertNotSame(real, BackendProvider.installed());
            assertThrows(IllegalStateException.class, ScriptedNetwork::install);
            network.on(URL, Reply.of(200, ""));
        }
        assertSame(real, BackendProvider.installed());
    }

    @Test
    void invalidScriptsAreRejected() {
        assertThrows(IllegalArgumentException.class, () -> Reply.of(101, ""));
        assertThrows(IllegalArgumentException.class, () -> Reply.of(200, "", "no header"));
        assertThrows(IllegalArgumentException.class, () -> Reply.of(200, "", "Content-Length: cat"));
        assertThrows(IllegalArgumentException.class, () -> Reply.of(200, "").after(-1));
        assertThrows(IllegalArgumentException.class, () -> Reply.of(200, "").pause(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Reply.of(200, "").atRate(59));
        assertThrows(IllegalStateException.class, () -> Reply.silence().then("more"));
        try (ScriptedNetwork network = ScriptedNetwork.install()) {
            assertThrows(IllegalArgumentException.class, () -> network.on("level.json", Reply.of(200, "")));
            assertThrows(IllegalArgumentException.class, () -> network.on(URL));
            network.on(URL, request -> Reply.failure(Reason.REFUSED));
            assertThrows(IllegalStateException.class, () -> get(network, URL));
        }
    }
}
