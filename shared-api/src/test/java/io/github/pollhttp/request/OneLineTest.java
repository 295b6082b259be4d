package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.BarePlatform;
import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.ManualClock;
import io.github.pollhttp.ScriptedOrigin;

/** {@link HTTPRequest#get}: one request with a listener of its own. */
@Timeout(60)
class OneLineTest {
    private final List<String> completions = new ArrayList<>();

    /** What {@code HTTPRequest.get(url, listener)} does with the request that it creates. */
    private static HTTPRequest get(String url, HTTPRequest.Listener listener) {
        return created().get(url, listener.forResponse());
    }

    private static PollingRequest created() {
        return new PollingRequest(ScriptedOrigin.backend(new ManualClock()).client(), new BarePlatform(),
                new TestProvider(System::nanoTime, System::currentTimeMillis, Math::random));
    }

    private HTTPRequest get(String url) {
        HTTPRequest http = get(url,
                (result, code, headers, body) -> completions.add(result + " " + code + " " + new String(body)));
        while (completions.isEmpty()) {
            http.poll();
        }
        return http;
    }

    @Test
    void requestCompletesOnceAndItsConnectionIsClosed() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok("hello"))) {
            HTTPRequest http = get(origin.url("/"));
            assertEquals(List.of("RESULT_SUCCESS 200 hello"), completions);
            assertEquals(Status.STATUS_DISCONNECTED, http.getHttpClientStatus());
            http.poll();
            assertEquals(1, completions.size());
        }
    }

    @Test
    void rejectedUrlCompletesInTheListener() {
        HTTPRequest http = get("no url");
        assertEquals(List.of("RESULT_REQUEST_FAILED 0 "), completions);
        assertTrue(http.getFailureMessage().contains("no url"), http.getFailureMessage());
        http.poll();
        assertEquals(1, completions.size());
    }

    @Test
    void rejectedResponseKeepsItsMessageWhenTheRequestIsReused() {
        List<HTTPResponse> responses = new ArrayList<>();
        PollingRequest http = created();
        http.get("no url", responses::add);
        http.poll();
        String message = responses.get(0).message();
        assertEquals(ErrorCode.OK, http.request("http://127.0.0.1:1/"));

        assertEquals(message, responses.get(0).message());
    }

    @Test
    void listenerMayReuseTheRequest() {
        try (ScriptedOrigin origin = new ScriptedOrigin(request -> ScriptedOrigin.ok(ScriptedOrigin.target(request)))) {
            HTTPRequest[] http = new HTTPRequest[1];
            http[0] = get(origin.url("/1"), (result, code, headers, body) -> {
                completions.add(new String(body));
                if (completions.size() == 1) {
                    http[0].request(origin.url("/2"));
                }
            });
            while (completions.size() < 2) {
                http[0].poll();
            }
            assertEquals(List.of("/1", "/2"), completions);
        }
    }
}
