package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.BarePlatform;
import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.ManualClock;
import io.github.pollhttp.ScriptedBackend;
import io.github.pollhttp.ScriptedOrigin;
import io.github.pollhttp.spi.CollectedBody;

/** A platform that collects the bodies of requests, as the browser does: they are counted while they arrive, and not copied. */
@Timeout(60)
class CollectedBodyTest {
    /** A body that the platform has collected. */
    private static final class Collected implements CollectedBody {
        private int joins;
        private int neededJoins = 1;
        private boolean isMemoryMissing;
        private boolean isDiscarded;

        @Override
        public boolean join() {
            if (isMemoryMissing) {
                throw new OutOfMemoryError("no memory");
            }
            return ++joins >= neededJoins;
        }

        @Override
        public void discard() {
            isDiscarded = true;
        }

        @Override
        public byte[] bytes() {
            return new byte[]{'k', 'e', 'p', 't'};
        }

        @Override
        public String text() {
            return "decoded";
        }
    }

    private final Collected collected = new Collected();
    private final ManualClock clock = new ManualClock();
    private final ScriptedBackend backend = ScriptedOrigin.backend(clock);
    private final PollingRequest http = new PollingRequest(backend.client(), new BarePlatform(),
            new TestProvider(clock, () -> 0, () -> 0));
    private final List<HTTPResponse> responses = new ArrayList<>();

    private HTTPResponse get(String response) {
        backend.collector = collected;
        http.setResponseListener(responses::add);
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> response)) {
            assertEquals(ErrorCode.OK, http.request(origin.url("/")));
            for (int i = 0; i < 10 && responses.isEmpty(); i++) {
                http.poll();
            }
        }
        assertEquals(1, responses.size());
        return responses.get(0);
    }

    @Test
    void bodyIsCountedAndStaysInThePlatform() {
        HTTPResponse response = get(ScriptedOrigin.ok("hello"));

        assertTrue(response.isOk());
        assertEquals("kept", new String(response.bytes(), 0, 4));
        assertEquals("decoded", response.text());
        assertEquals(5, http.getDownloadedBytes());
        assertEquals(MemorySink.LARGEST, backend.collectorLimit);
    }

    @Test
    void eachPollAsksOnceWhetherThePlatformHasJoinedTheBody() {
        backend.collector = collected;
        collected.neededJoins = 4;
        http.setResponseListener(responses::add);
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok("hello"))) {
            http.request(origin.url("/"));
            for (int polls = 0; collected.joins == 0; polls++) {
                assertTrue(polls < 10);
                http.poll();
            }
            http.poll();
            http.poll();
            assertEquals(3, collected.joins);
            assertEquals(List.of(), responses);

            http.poll();
        }

        assertTrue(responses.get(0).isOk());
    }

    @Test
    void timeoutDoesNotDiscardABodyThatThePlatformJoins() {
        collected.neededJoins = 30;
        backend.collector = collected;
        http.setTimeout(5);
        http.setResponseListener(responses::add);
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok("hello"))) {
            http.request(origin.url("/"));
            while (responses.isEmpty()) {
                clock.advance(collected.joins == 0 ? 0 : 1);
                http.poll();
            }
        }

        assertTrue(responses.get(0).isOk(), responses.get(0)::message);
    }

    @Test
    void bodyAboveTheLimitIsDiscarded() {
        http.setBodySizeLimit(4);

        assertEquals(HTTPRequest.Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED, get(ScriptedOrigin.ok("hello")).result());
        assertEquals(4, backend.collectorLimit);
        assertTrue(collected.isDiscarded);
    }

    @Test
    void bodyThatAnnouncesMoreThanTheLimitIsDiscardedBeforeItsEnd() {
        http.setBodySizeLimit(6);

        assertEquals(HTTPRequest.Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED,
                get("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nhello").result());
        assertTrue(collected.isDiscarded);
        assertEquals(7, http.getBodySize());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "hello world"})
    void partThatDoesNotHaveTheLengthOfItsRangeIsAnError(String body) {
        String head = "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-7/20\r\nContent-Length: ";

        assertEquals(HTTPRequest.Result.RESULT_CHUNKED_BODY_SIZE_MISMATCH,
                get(head + body.length() + "\r\n\r\n" + body).result());
        assertTrue(collected.isDiscarded);
    }

    @Test
    void partOfTheLengthOfItsRangeIsWhole() {
        assertTrue(get("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/20\r\nContent-Length: 5\r\n\r\nhello")
                .isOk());
    }

    @Test
    void missingMemoryForTheBodyEndsInTheListener() {
        collected.isMemoryMissing = true;

        assertEquals(HTTPRequest.Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED, get(ScriptedOrigin.ok("hello")).result());
        assertTrue(collected.isDiscarded);
    }

    @Test
    void cancelDiscardsTheBody() {
        backend.collector = collected;
        try (ScriptedOrigin origin = new ScriptedOrigin(
                request -> "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello")) {
            http.request(origin.url("/"));
            for (int i = 0; i < 10; i++) {
                http.poll();
            }
            assertEquals(5, http.getDownloadedBytes());
            assertFalse(collected.isDiscarded);

            http.cancelRequest();

            assertTrue(collected.isDiscarded);
        }
    }

    @Test
    void platformThatCollectsNothingLeavesTheBytesToTheProgram() {
        http.setResponseListener(responses::add);
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok("hello"))) {
            http.request(origin.url("/"));
            for (int i = 0; i < 10; i++) {
                http.poll();
            }
        }

        assertEquals("hello", responses.get(0).text());
    }
}
