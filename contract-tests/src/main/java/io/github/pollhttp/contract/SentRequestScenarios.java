package io.github.pollhttp.contract;

import static io.github.pollhttp.contract.ClientScenario.named;
import static io.github.pollhttp.contract.AllClientScenarios.REQUESTING;
import static io.github.pollhttp.contract.AllClientScenarios.CONNECTED;

import java.util.List;
import java.util.Map;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.contract.Answer.Describe;
import io.github.pollhttp.contract.Answer.Echo;

/** Requests as they reach the server: methods, bodies, targets, headers. */
final class SentRequestScenarios {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final byte[] NOTHING = {};
    private static final byte[] DATA = {'d', 'a', 't', 'a'};

    private SentRequestScenarios() {}

    static List<ClientScenario> list() {
        return List.of(method(Method.METHOD_GET, NOTHING, "GET_/.../0_null_null_"),
                method(Method.METHOD_DELETE, NOTHING, "DELETE_/.../0_null_null_"),
                method(Method.METHOD_OPTIONS, NOTHING, "OPTIONS_/.../0_null_null_"),
                method(Method.METHOD_POST, DATA, "POST_/.../0_4_null_"),
                method(Method.METHOD_PUT, DATA, "PUT_/.../0_4_null_"),
                method(Method.METHOD_PATCH, DATA, "PATCH_/.../0_4_null_"), emptyPost(), noContentType(), textBody(),
                binaryBody(),
                allBytes(), target(), dotSegments(),
                header(), browsersOwnHeader(), query(), uploaded(), notCounted());
    }

    private static ClientScenario method(Method method, byte[] body, String described) {
        String name = method.name().substring("METHOD_".length());
        return named(name + " reaches the server").answer(Answer.of(new Describe())).connect().send(method, body)
                .readBody()
                .traces(REQUESTING + "BODY code:200 body:" + described + " CONNECTED");
    }

    private static ClientScenario emptyPost() {
        return named("a POST without a body sends Content-Length: 0").answer(Answer.of(new Describe())).connect()
                .send(Method.METHOD_POST, NOTHING).readBody()
                .traces(REQUESTING + "BODY code:200 body:POST_/.../0_0_null_ CONNECTED");
    }

    private static ClientScenario noContentType() {
        ClientScenario scenario = named("a body brings no Content-Type, with and without upload progress")
                .needs(Feature.UPLOAD_PROGRESS).answer(Answer.reveal("Content-Type")).connect();
        String expected = CONNECTED;
        for (boolean counts : new boolean[]{false, true}) {
            int first = counts ? 2 : 0;
            scenario.set(client -> counted(client, counts)).request(Method.METHOD_POST, List.of(), DATA).readBody()
                    .sendText("text").readBody();
            expected += "request:OK REQUESTING BODY code:200 body:POST_/.../" + first
                    + "_data_Content-Type=null CONNECTED "
                    + "request:OK REQUESTING BODY code:200 body:POST_/.../" + (first + 1)
                    + "_text_Content-Type=null CONNECTED ";
        }
        return scenario.traces(expected.strip());
    }

    private static ClientScenario textBody() {
        return named("text is sent as UTF-8").answer(Answer.of(new Echo(""))).connect().sendText("aé世😀").readBody()
                .traces(REQUESTING + "BODY code:200 body:a%c3%a9%e4%b8%96%f0%9f%98%80 CONNECTED");
    }

    private static ClientScenario binaryBody() {
        return named("a binary body of 1 MiB is sent and received unchanged").answer(Answer.of(new Echo("")))
                .connect()
                .send(Method.METHOD_POST, Pattern.bytes(MEBIBYTE)).readBody()
                .traces(REQUESTING + "BODY code:200 body:" + Body.patternToken(MEBIBYTE) + " CONNECTED");
    }

    private static ClientScenario allBytes() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        Body body = new Body();
        body.add(all, all.length);
        return named("every byte value is sent and received unchanged").answer(Answer.of(new Echo(""))).connect()
                .send(Method.METHOD_PUT, all)
                .readBody().traces(REQUESTING + "BODY code:200 body:" + body.token() + " CONNECTED");
    }

    private static ClientScenario target() {
        return named("a target with non-ASCII characters is percent-encoded, and its fragment is not sent")
                .answer(Answer.of(new Describe())).connect()
                .sendRequest(Method.METHOD_GET, "/é世?q=ü&r=%20#fragment", List.of(), NOTHING).awaitHead().readBody()
                .traces(REQUESTING
                        + "BODY code:200 body:GET_/.../0/%C3%A9%E4%B8%96?q=%C3%BC&r=%20_null_null_ CONNECTED");
    }

    private static ClientScenario dotSegments() {
        return named("dot segments of a target are removed").answer(Answer.of(new Describe())).connect()
                .sendRequest(Method.METHOD_GET, "/a/../b/%2E/c/.%2e/.d?x/../y", List.of(), NOTHING).awaitHead()
                .readBody()
                .traces(REQUESTING + "BODY code:200 body:GET_/.../0/b/.d?x/../y_null_null_ CONNECTED");
    }

    private static ClientScenario header() {
        return named("a header value is sent as UTF-8, and header names ignore case")
                .answer(Answer.of(new Describe())).connect()
                .get("x-tEST: a=ü, b").then("type", client -> client.getResponseHeader("CONTENT-type"))
                .then("type", client -> client.getResponseHeadersAsDictionary().get("Content-TYPE")).readBody()
                .traces(REQUESTING
                        + "BODY code:200 type:[text/plain] type:text/plain body:GET_/.../0_null_a=%c3%bc,_b_ CONNECTED")
                .butIn(Engine.WEBKIT,
                        REQUESTING
                                + "BODY code:200 type:[text/plain] type:text/plain body:GET_/.../0_null_a=%c3%83%c2%bc,_b_ CONNECTED",
                        "fetch sends each character of a header value as one byte, so the library passes UTF-8 bytes as characters; "
                                + "WebKitGTK encodes these as UTF-8 again");
    }

    private static ClientScenario browsersOwnHeader() {
        return named("a request with a User-Agent header succeeds").answer(Answer.of(new Describe())).connect()
                .get("User-Agent: game", "X-Test: a").readBody().get("user-agent: game", "X-Test: b").readBody()
                .traces(REQUESTING + "BODY code:200 body:GET_/.../0_null_a_ CONNECTED "
                        + "request:OK REQUESTING BODY code:200 body:GET_/.../1_null_b_ CONNECTED");
    }

    private static ClientScenario query() {
        return named("a query from queryStringFromDict arrives unchanged").answer(Answer.of(new Describe())).connect()
                .sendRequest(Method.METHOD_GET,
                        "?" + HTTPClient.queryStringFromDict(Map.of("a b", List.of("1&2", "ü"))),
                        List.of(), NOTHING)
                .awaitHead().readBody().then("none", client -> HTTPClient.queryStringFromDict(Map.of()))
                .traces(CONNECTED + "request:OK REQUESTING BODY code:200 "
                        + "body:GET_/.../0?a%20b=1%262&a%20b=%C3%BC_null_null_ CONNECTED none:");
    }

    private static ClientScenario uploaded() {
        return named("upload progress counts the bytes of a body and restarts at 0 with each request")
                .needs(Feature.UPLOAD_PROGRESS).answer(Answer.of(new Echo(""))).answer(Answer.text("next"))
                .set(client -> counted(client, true)).connect().then("sent", HTTPClient::getUploadedBytes)
                .send(Method.METHOD_POST, Pattern.bytes(MEBIBYTE)).readBody()
                .then("sent", HTTPClient::getUploadedBytes).get().readBody()
                .then("sent", HTTPClient::getUploadedBytes)
                .traces(CONNECTED + "sent:0 request:OK REQUESTING BODY code:200 body:" + Body.patternToken(MEBIBYTE)
                        + " CONNECTED sent:" + MEBIBYTE
                        + " request:OK REQUESTING BODY code:200 body:next CONNECTED sent:0")
                .butIn(Engine.NODE,
                        CONNECTED + "sent:0 request:OK REQUESTING BODY code:200 body:" + Body.patternToken(MEBIBYTE)
                                + " CONNECTED sent:0 request:OK REQUESTING BODY code:200 body:next CONNECTED sent:0",
                        "Node has no XMLHttpRequest, which alone reports upload progress");
    }

    private static ClientScenario notCounted() {
        return named("without upload progress, only the JVM counts the sent bytes").needs(Feature.UPLOAD_PROGRESS)
                .answer(Answer.of(new Echo("")))
                .set(client -> counted(client, true)).set(client -> counted(client, false)).connect()
                .send(Method.METHOD_POST, DATA).readBody().then("sent", HTTPClient::getUploadedBytes)
                .traces(REQUESTING + "BODY code:200 body:data CONNECTED sent:4")
                .butInBrowser(REQUESTING + "BODY code:200 body:data CONNECTED sent:0",
                        "a browser counts the sent bytes only after setUploadProgressEnabled(true)");
    }

    private static Object counted(HTTPClient client, boolean enabled) {
        client.setUploadProgressEnabled(enabled);
        return null;
    }
}
