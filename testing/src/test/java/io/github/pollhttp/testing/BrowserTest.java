package io.github.pollhttp.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.WebOptions.Credentials;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPResponse;

/** A network that behaves like a browser: CORS, preflights, redirects, cookies, and failures without a cause. */
class BrowserTest {
    private static final String PAGE = "https://game.example";
    private static final String OWN = PAGE + "/play/level.json";
    private static final String API = "https://api.example/scores";
    private static final String ANY = "Access-Control-Allow-Origin: *";

    private final ScriptedNetwork network = ScriptedNetwork.installBrowser(PAGE + "/play/index.html");
    private final HTTPRequest http = HTTPRequest.create();
    private HTTPResponse response;

    @AfterEach
    void close() {
        http.close();
        network.close();
    }

    private HTTPResponse get(String url, String... headers) {
        return request(Method.METHOD_GET, url, "", headers);
    }

    private HTTPResponse request(Method method, String url, String body, String... headers) {
        http.setResponseListener(ended -> response = ended);
        assertEquals(ErrorCode.OK, http.request(url, List.of(headers), method, body), http::getRejection);
        network.playUntil(() -> !http.isRequesting(), http::poll);
        return response;
    }

    private List<String> sent() {
        return network.requests().stream().map(SentRequest::toString).toList();
    }

    private void allowOptions(String... headers) {
        network.on(Method.METHOD_OPTIONS, API, Reply.of(204, "", headers));
    }

    @Test
    void ownServerNeedsNoHeadersAndHidesNone() {
        network.on(OWN, Reply.of(200, "{}", "X-Level: 7", "Set-Cookie: a=1"));
        assertEquals("{}", get("level.json").text());
        assertEquals(List.of("content-length: 2", "x-level: 7"), response.headerLines());
        assertEquals(2, http.getBodySize());
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Other: 1", "Access-Control-Allow-Origin: https://other.example",
            "Access-Control-Allow-Origin: https://game.example/",
            "Access-Control-Allow-Origin: https://game.example, *"})
    void otherServerWithoutThePermissionIsRefused(String header) {
        network.on(API, Reply.of(200, "secret", header));
        assertEquals(Reason.NETWORK_OR_CORS, get(API).failure().reason());
        assertEquals(
                "https://api.example: the network failed or CORS blocked the response, and the browser does not say which;"
                        + " check that the server runs and sends \"Access-Control-Allow-Origin: https://game.example\".",
                response.failure().message());
        assertEquals(PAGE, network.requests().get(0).header("Origin"));
    }

    @Test
    void diagnosticsFindOutThatCorsIsTheCause() {
        http.setDiagnosticsEnabled(true);
        network.on(API, Reply.of(200, "secret"), Reply.failure(Reason.REFUSED));
        assertEquals(Reason.CORS_REFUSED, get(API).failure().reason());
        assertEquals(
                "https://api.example: the server answers, but CORS hides its response from this page; let the server send"
                        + " \"Access-Control-Allow-Origin: https://game.example\".",
                response.failure().message());
        assertEquals(Reason.NETWORK_OR_CORS, get(API).failure().reason());
    }

    @Test
    void otherServerShowsOnlyTheHeadersThatItExposes() {
        network.on(API,
                Reply.of(200, "9", ANY, "X-A: 1", "X-B: 2", "x-b: 3", "Content-Type: text/plain", "Set-Cookie: a=1",
                        "Access-Control-Expose-Headers: X-B"));
        assertEquals("9", get(API).text());
        assertEquals(List.of("content-length: 1", "content-type: text/plain", "x-b: 2, 3"), response.headerLines());
        assertEquals(-1, http.getBodySize());
    }

    @Test
    void lengthIsKnownIfAllHeadersAreExposed() {
        network.on(API, Reply.of(200, "9", ANY, "Access-Control-Expose-Headers: *"));
        get(API);
        assertEquals(1, http.getBodySize());
    }

    @ParameterizedTest
    @CsvSource({"METHOD_GET,Accept: text/plain", "METHOD_POST,Content-Type: text/plain;charset=UTF-8",
            "METHOD_GET,Accept-Language: de-DE", "METHOD_GET,Range: bytes=1-2"})
    void simpleRequestNeedsNoPreflight(Method method, String header) {
        network.on(API, Reply.of(200, "9", ANY));
        assertEquals("9", request(method, API, method == Method.METHOD_POST ? "1" : "", header).text());
        assertEquals(1, network.requests().size());
    }

    @Test
    void otherMethodAndHeadersNeedAPreflight() {
        allowOptions(ANY, "Access-Control-Allow-Methods: PUT", "Access-Control-Allow-Headers: X-Level, Content-Type");
        network.on(API, Reply.of(200, "9", ANY));
        assertEquals("9", request(Method.METHOD_PUT, API, "{}", "Content-Type: application/json", "X-Level: 7").text());
        assertEquals(List.of("OPTIONS " + API, "PUT " + API), sent());
        SentRequest preflight = network.requests().get(0);
        assertEquals("PUT", preflight.header("Access-Control-Request-Method"));
        assertEquals("content-type,x-level", preflight.header("Access-Control-Request-Headers"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Access-Control-Allow-Methods: PUT", "Access-Control-Allow-Headers: x-level",
            "Access-Control-Allow-Methods: *\nAccess-Control-Allow-Headers: x-other"})
    void preflightThatPermitsLessIsARefusal(String permissions) {
        List<String> lines = new ArrayList<>(List.of(permissions.split("\n")));
        lines.add(ANY);
        allowOptions(lines.toArray(String[]::new));
        assertEquals(Reason.NETWORK_OR_CORS, request(Method.METHOD_PUT, API, "", "X-Level: 7").failure().reason());
        assertEquals(List.of("OPTIONS " + API), sent());
    }

    @Test
    void messageOfARefusedPreflightNamesThePermissions() {
        network.on(Method.METHOD_OPTIONS, API, Reply.of(405, "", ANY));
        assertEquals(
                "https://api.example: the network failed or CORS blocked the response, and the browser does not say which;"
                        + " check that the server runs and sends \"Access-Control-Allow-Origin: https://game.example\"; its response to the"
                        + " preflight (OPTIONS) needs a status from 200 to 299, the headers just named, and \"Access-Control-Allow-Methods: PUT\""
                        + " and \"Access-Control-Allow-Headers: content-type, x-level\".",
                request(Method.METHOD_PUT, API, "{}", "Content-Type: application/json", "X-Level: 7").failure()
                        .message());
    }

    @Test
    void starDoesNotAllowAuthorization() {
        allowOptions(ANY, "Access-Control-Allow-Headers: *");
        assertEquals(Reason.NETWORK_OR_CORS, get(API, "Authorization: Bearer 1").failure().reason());
        allowOptions(ANY, "Access-Control-Allow-Headers: authorization");
        network.on(API, Reply.of(200, "9", ANY));
        assertEquals("9", get(API, "Authorization: Bearer 1").text());
    }

    @Test
    void credentialsNeedTheNameOfTheOrigin() {
        http.setWebOptions(WebOptions.DEFAULT.withCredentials(Credentials.INCLUDE));
        network.on(API, Reply.of(200, "9", ANY),
                Reply.of(200, "9", "Access-Control-Allow-Origin: " + PAGE),
                Reply.of(200, "9", "Access-Control-Allow-Origin: " + PAGE, "Access-Control-Allow-Credentials: true"));
        assertEquals(Reason.NETWORK_OR_CORS, get(API).failure().reason());
        assertEquals(Reason.NETWORK_OR_CORS, get(API).failure().reason());
        assertEquals("9", get(API).text());
    }

    @Test
    void cookiesAreStoredByTheBrowserAndSentToTheOwnServer() {
        network.on(OWN, Reply.of(200, "", "Set-Cookie: a=1"));
        network.on(API, Reply.of(200, "", ANY, "Set-Cookie: b=1"));
        get(OWN);
        get(OWN);
        get(API);
        get(API);
        assertEquals("a=1", network.requests().get(1).header("Cookie"));
        assertNull(network.requests().get(3).header("Cookie"));
    }

    @Test
    void redirectIsFollowedUnseenAndNeedsThePermissionToo() {
        network.on(OWN, Reply.of(302, "", "Location: " + API).after(1));
        network.on(API, Reply.of(307, "", ANY, "Location: https://third.example/"),
                Reply.of(307, "", "Location: " + OWN));
        network.on("https://third.example/", Reply.of(200, "9", ANY).after(1));
        assertEquals("9", get(OWN).text());
        assertEquals("https://third.example/", http.getResponseUrl());
        assertEquals(List.of(), response.redirects());
        assertEquals("null", network.requests().get(2).header("Origin"));
        assertEquals(Reason.NETWORK_OR_CORS, get(OWN).failure().reason());
    }

    @Test
    void endlessRedirectIsAFailure() {
        network.on(OWN, Reply.of(302, "", "Location: " + OWN));
        assertEquals(Reason.NETWORK_OR_CORS, get(OWN).failure().reason());
        assertEquals(21, network.requests().size());
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, names = {"NAME_NOT_FOUND", "REFUSED", "TLS_EXPIRED", "CONNECTION_RESET",
            "RESPONSE_MALFORMED", "PROXY_REFUSED"})
    void causeOfAFailureIsHidden(Reason reason) {
        network.on(OWN, Reply.failure(reason));
        assertEquals(Reason.NETWORK_OR_CORS, get(OWN).failure().reason());
        assertEquals(
                "https://game.example: the request failed, and the browser does not say why; check that the server runs.",
                response.failure().message());
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, names = {"MIXED_CONTENT", "BLOCKED_BY_POLICY", "OFFLINE", "CORS_REFUSED"})
    void failuresOfBrowsersAreShown(Reason reason) {
        network.on(API, Reply.failure(reason));
        assertEquals(reason, get(API).failure().reason());
    }

    @Test
    void brokenBodyIsAReset() {
        network.on(OWN, Reply.of(200, "half", "Content-Length: 8"),
                Reply.of(200, "half").thenFails(Reason.RESPONSE_MALFORMED));
        assertEquals(Reason.CONNECTION_RESET, get(OWN).failure().reason());
        assertEquals(Reason.CONNECTION_RESET, get(OWN).failure().reason());
    }

    /** A browser reports it at the first bytes, because it collects the body of an HTTPRequest. */
    @Test
    void bodyThatAnnouncesMoreThanAnArrayHoldsFailsAtItsFirstBytes() {
        network.on(OWN, Reply.of(200, "", "Content-Length: 3000000000").pause(5).then("half").thenSilence());
        assertEquals(HTTPRequest.Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED, get(OWN).result());
        assertEquals(
                "The body has more than 2147483639 bytes. Raise setBodySizeLimit. More than 2 GiB need setDownloadFile.",
                response.message());
    }

    @Test
    void silenceEndsWithATimeout() {
        http.setTimeout(5);
        network.on(OWN, Reply.silence(), Reply.failure(Reason.TIMEOUT));
        assertEquals(HTTPRequest.Result.RESULT_TIMEOUT, get(OWN).result());
        assertEquals(HTTPRequest.Result.RESULT_TIMEOUT, get(OWN).result());
    }

    @Test
    void securePageBlocksHttpExceptOnLoopback() {
        network.on("http://localhost:8080/", Reply.of(200, "9", ANY));
        assertEquals(Reason.MIXED_CONTENT, get("http://api.example/").failure().reason());
        assertEquals("9", get("http://localhost:8080/").text());
        assertEquals(1, network.requests().size());
    }

    @Test
    void badPortIsNotConnectedTo() {
        assertEquals("https://api.example:6000: browsers do not connect to port 6000 (Fetch Standard, bad port);"
                + " let the server listen on another one.", get("https://api.example:6000/").failure().message());
    }

    @Test
    void forbiddenHeadersAreLeftOut() {
        network.on(OWN, Reply.of(200, ""));
        get(OWN, "User-Agent: Game", "Cookie: a=1", "Proxy-Authorization: b", "Host: x", "X-A: 1");
        assertEquals(List.of("X-A: 1"), network.requests().get(0).headers());
    }

    @Test
    void requestThatNoBrowserSendsIsRejected() {
        assertEquals(ErrorCode.OK, http.request(OWN, List.of(), Method.METHOD_GET, "body"));
        network.on(OWN, Reply.of(200, ""));
        http.setResponseListener(ended -> response = ended);
        network.playUntil(() -> !http.isRequesting(), http::poll);
        assertEquals(List.of(), network.requests());
        assertEquals("a browser sends no body with GET and HEAD (Fetch Standard, Request constructor).",
                response.message());
    }

    @Test
    void browserHasNoStreams() {
        HTTPClient client = HTTPClient.create();
        assertEquals(ErrorCode.OK, client.connectToHost(PAGE));
        network.playUntil(() -> client.getStatus() == Status.STATUS_CONNECTED, client::poll);
        assertThrows(UnsupportedOperationException.class, client::getConnection);
    }

    @Test
    void uploadProgressNeedsAPreflight() {
        http.setUploadProgressEnabled(true);
        allowOptions(ANY);
        network.on(API, Reply.of(200, "9", ANY));
        request(Method.METHOD_POST, API, "body", "Content-Type: text/plain");
        assertEquals(List.of("OPTIONS " + API, "POST " + API), sent());
        assertEquals(4, http.getUploadedBytes());
    }
}
