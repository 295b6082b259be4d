package io.github.pollhttp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_DISCONNECTED;
import static io.github.pollhttp.HTTPClient.Status.STATUS_REQUESTING;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import io.github.pollhttp.HTTPClient.Status;

/** What can be asked of a response, and how long: reading it takes nothing away, and neither does the connection's end (D1). */
class ResponseTest {
    private static final List<String> HEADERS = List.of("Content-Length: 5", "Set-Cookie: a=1", "set-cookie: b=2");

    private final ScriptedClient scripted = ScriptedClient.in(STATUS_REQUESTING);
    private final PollingClient client = scripted.client();

    private void respond() {
        scripted.respond(ScriptedResponse.withBody(HEADERS.toArray(String[]::new)));
    }

    private void assertResponseIsThere() {
        assertTrue(client.hasResponse());
        assertEquals(200, client.getResponseCode());
        assertEquals(HEADERS, client.getResponseHeaders());
        assertEquals("a=1\nb=2", client.getResponseHeadersAsDictionary().get("SET-COOKIE"));
        assertEquals(5, client.getResponseBodyLength());
        assertEquals("http://example.com/", client.getResponseUrl());
    }

    private static void assertNoResponse(PollingClient client) {
        assertFalse(client.hasResponse());
        assertEquals(0, client.getResponseCode());
        assertEquals(List.of(), client.getResponseHeaders());
        assertTrue(client.getResponseHeadersAsDictionary().isEmpty());
        assertEquals(List.of(), client.getResponseHeader("Content-Length"));
        assertEquals(List.of(), client.getResponseTrailers());
        assertEquals(-1, client.getResponseBodyLength());
        assertFalse(client.isResponseChunked());
        assertEquals("", client.getResponseUrl());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "STATUS_BODY")
    void withoutAResponseTheAnswersAreEmpty(Status status) {
        assertNoResponse(ScriptedClient.in(status).client());
    }

    @Test
    void askingTwiceGivesTheSame() {
        respond();

        assertResponseIsThere();
        assertResponseIsThere();
    }

    @Test
    void theEndOfTheBodyTakesNothingAway() {
        respond();

        scripted.readToEnd((byte) 1).expect(STATUS_CONNECTED);

        assertResponseIsThere();
    }

    @Test
    void theEndOfTheConnectionTakesNothingAway() {
        scripted.backend().reusable = false;
        respond();

        scripted.readToEnd((byte) 1).expect(STATUS_DISCONNECTED);

        assertResponseIsThere();
        client.poll();
        assertResponseIsThere();
    }

    @Test
    void anIdleConnectionThatThePeerClosesTakesNothingAway() {
        respond();
        scripted.readToEnd((byte) 1);
        scripted.backend().idleConnectionLives = false;

        client.poll();

        scripted.expect(STATUS_DISCONNECTED);
        assertResponseIsThere();
    }

    @Test
    void closeTakesItAway() {
        respond();

        client.close();

        assertNoResponse(client);
    }

    @Test
    void theNextRequestTakesItAway() {
        respond();

        scripted.readToEnd((byte) 1).get();

        assertNoResponse(client);
    }

    @Test
    void nextConnectToHostDropsTheResponseEvenIfItIsRejected() {
        respond();

        client.connectToHost("");

        assertNoResponse(client);
    }

    @Test
    void rejectedRequestKeepsTheResponse() {
        respond();

        client.request(HTTPClient.Method.METHOD_GET, "/", List.of());

        assertResponseIsThere();
    }

    @Test
    void everyValueOfAHeaderIsFoundInAnyCase() {
        respond();

        assertEquals(List.of("a=1", "b=2"), client.getResponseHeader("Set-cookie"));
        assertEquals(List.of("5"), client.getResponseHeader("CONTENT-LENGTH"));
    }

    @Test
    void aHeaderIsFoundByItsWholeNameOnly() {
        respond();

        assertEquals(List.of(), client.getResponseHeader("Content"));
        assertEquals(List.of(), client.getResponseHeader("Content-Length: 5"));
        assertEquals(List.of(), client.getResponseHeader(""));
    }

    @Test
    void aChunkedResponseSaysSoAndHasNoLengthButTrailers() {
        scripted.respond(ScriptedResponse.chunked("Checksum: 7"));

        assertTrue(client.isResponseChunked());
        assertEquals(-1, client.getResponseBodyLength());
        assertEquals(List.of("Checksum: 7"), client.getResponseTrailers());
        assertEquals("http://example.com/chunked", client.getResponseUrl());
    }

    @Test
    void aResponseWithALengthIsNotChunked() {
        respond();

        assertFalse(client.isResponseChunked());
    }

    @Test
    void nullNameThrows() {
        assertThrows(NullPointerException.class, () -> client.getResponseHeader(null));
    }
}
