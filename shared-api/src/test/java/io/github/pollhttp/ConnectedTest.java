package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.ErrorCode.ERR_INVALID_PARAMETER;
import static io.github.pollhttp.ErrorCode.ERR_UNAVAILABLE;
import static io.github.pollhttp.ErrorCode.ERR_UNCONFIGURED;
import static io.github.pollhttp.ErrorCode.OK;
import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_DISCONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_REQUESTING;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.BodyPart;

/** {@code CONNECTED}: its rows of the status table, and what a request hands to the backend. */
class ConnectedTest {
    private final ScriptedClient scripted = ScriptedClient.in(STATUS_CONNECTED);
    private final ScriptedBackend backend = scripted.backend();
    private final PollingClient client = scripted.client();

    @Test
    void anIdleConnectionThatLivesStaysConnected() {
        assertEquals(OK, client.poll());

        scripted.expect(STATUS_CONNECTED);
    }

    @Test
    void anIdleConnectionThatThePeerClosedIsDisconnectedAndNoFailure() {
        backend.calls.clear();
        backend.idleConnectionLives = false;

        assertEquals(OK, client.poll());

        scripted.expect(STATUS_DISCONNECTED);
        assertNull(client.getFailure());
        assertEquals(List.of("pollIdle", "close"), backend.calls);
        assertEquals(ERR_UNCONFIGURED, client.poll());
    }

    @Test
    void aRequestLeadsToRequesting() {
        assertEquals(OK, client.request(Method.METHOD_GET, "/", List.of()));

        scripted.expect(STATUS_REQUESTING);
        assertNull(client.getRejection());
    }

    @Test
    void aRequestWithoutABodyHandsOnAnEmptyOne() {
        client.request(Method.METHOD_DELETE, "/a?b", List.of("X: y"));

        assertEquals("DELETE", backend.request.method());
        assertEquals("/a?b", backend.request.target());
        assertEquals(List.of("X: y"), backend.request.headers());
        assertEquals(0, backend.requestBody.length);
    }

    @Test
    void aBodyOfTextIsSentAsUtf8() {
        client.request(Method.METHOD_POST, "/", List.of(), "\u00FC\u20AC");

        assertArrayEquals(new byte[]{(byte) 0xC3, (byte) 0xBC, (byte) 0xE2, (byte) 0x82, (byte) 0xAC},
                backend.requestBody);
    }

    @Test
    void aBodyOfBytesIsNotCopied() {
        byte[] body = {1, 2, 3};

        client.requestRaw(Method.METHOD_PUT, "/", List.of(), body);

        assertSame(body, backend.requestBody);
    }

    @Test
    void aBodyWithAMediaTypeIsSentWithIt() {
        byte[] body = {1, 2, 3};

        client.request(Method.METHOD_PUT, "/", List.of("X: y"), new RequestBody("a/b", body));

        assertSame(body, backend.requestBody);
        assertEquals(List.of("X: y", "Content-Type: a/b"), backend.request.headers());
    }

    @Test
    void aBodyFromAFileIsHandedOnAsItsPath() {
        assertEquals(OK, client.request(Method.METHOD_PUT, "/", List.of("content-type: c/d"),
                RequestBody.file("a/b", "save.bin")));

        assertEquals(List.of(BodyPart.file("save.bin")), backend.parts);
        assertEquals(List.of("content-type: c/d"), backend.request.headers());
    }

    @Test
    void aBodyFromAFileTakesNoContentLengthOfTheProgram() {
        assertEquals(ERR_INVALID_PARAMETER, client.request(Method.METHOD_PUT, "/", List.of("Content-Length: 3"),
                RequestBody.file("a/b", "save.bin")));

        assertTrue(client.getRejection().contains("Content-Length must not be set"), client.getRejection());
    }

    @Test
    void strictPortableModeTakesABodyFromAFileForABody() {
        client.setStrictPortable(true);

        assertEquals(ERR_UNAVAILABLE,
                client.request(Method.METHOD_GET, "/", List.of(), RequestBody.file("a/b", "save.bin")));
        assertEquals(OK, client.request(Method.METHOD_POST, "/", List.of(), RequestBody.file("a/b", "save.bin")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-slash", "", "/a b", "/a\r\nX: y", "*"})
    void invalidUrlIsRejectedAndNothingIsSent(String url) {
        assertEquals(ERR_INVALID_PARAMETER, client.request(Method.METHOD_GET, url, List.of()));

        assertTrue(client.getRejection().contains("url"), client.getRejection());
        assertNull(backend.request);
        scripted.expect(STATUS_CONNECTED);
    }

    @Test
    void invalidHeaderIsRejectedAndNothingIsSent() {
        assertEquals(ERR_INVALID_PARAMETER,
                client.request(Method.METHOD_GET, "/", List.of("Good: yes", "X-Evil: a\r\nb")));

        assertTrue(client.getRejection().contains("X-Evil"), client.getRejection());
        assertNull(backend.request);
        scripted.expect(STATUS_CONNECTED);
    }

    @Test
    void rejectionOfTheBackendKeepsConnectionAndResponse() {
        scripted.get().respond(ScriptedResponse.withoutBody(204)).expect(STATUS_CONNECTED);
        backend.refusal = RejectionException.unavailable("no TRACE here");

        assertEquals(ERR_UNAVAILABLE, client.request(Method.METHOD_TRACE, "/", List.of()));

        assertEquals("no TRACE here", client.getRejection());
        scripted.expect(STATUS_CONNECTED);
        assertEquals(204, client.getResponseCode());
    }

    @Test
    void nextRequestDropsResponseAndRejection() {
        scripted.get().respond(ScriptedResponse.withoutBody(204));
        client.request(Method.METHOD_GET, "", List.of());

        scripted.get().expect(STATUS_REQUESTING);

        assertFalse(client.hasResponse());
        assertEquals(0, client.getResponseCode());
        assertNull(client.getRejection());
    }

    @Test
    void nullThrows() {
        assertThrows(NullPointerException.class, () -> client.request(null, "/", List.of()));
        assertThrows(NullPointerException.class, () -> client.request(Method.METHOD_GET, null, List.of()));
        assertThrows(NullPointerException.class, () -> client.request(Method.METHOD_GET, "/", null));
        assertThrows(NullPointerException.class,
                () -> client.request(Method.METHOD_GET, "/", List.of(), (String) null));
        assertThrows(NullPointerException.class,
                () -> client.request(Method.METHOD_GET, "/", List.of(), (RequestBody) null));

        scripted.expect(STATUS_CONNECTED);
        assertNull(backend.request);
    }
}
