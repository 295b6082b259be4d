package io.github.pollhttp.contract.httprequest;

import static io.github.pollhttp.contract.httprequest.RequestScenario.named;

import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.contract.Answer.Close;
import io.github.pollhttp.contract.Answer.Hold;
import io.github.pollhttp.contract.Answer.SendPattern;
import io.github.pollhttp.contract.Body;
import io.github.pollhttp.contract.Pattern;
import io.github.pollhttp.request.HTTPRequest;

/** Requests, and the results that the listener gets. */
final class ExchangeScenarios {
    private static final int MEBIBYTE = 1024 * 1024;

    private ExchangeScenarios() {}

    static List<RequestScenario> list() {
        return List.of(
                named("a request gets a response").answer(Answer.text("hello")).get().traces("SUCCESS:200:hello"),
                named("a response with any status code is a success")
                        .answer("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone")
                        .answer("HTTP/1.1 500 Oops\r\nContent-Length: 4\r\n\r\noops").get().get()
                        .traces("SUCCESS:404:gone SUCCESS:500:oops"),
                named("a 204 response has an empty body")
                        .answer("HTTP/1.1 204 No Content\r\n\r\n").get().traces("SUCCESS:204:"),
                named("a response to HEAD has an empty body").answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
                        .request(Method.METHOD_HEAD, new byte[0]).traces("SUCCESS:200:"),
                named("a response of length 0 is a success").answer(Answer.text("")).get().traces("SUCCESS:200:"),
                named("a chunked response is read to its end")
                        .answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n-world\r\n0\r\n\r\n")
                        .get().then("size", HTTPRequest::getBodySize).then("came", HTTPRequest::getDownloadedBytes)
                        .traces("SUCCESS:200:hello-world size:-1 came:11"),
                named("a response that ends with the connection is read to its end")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\n\r\nhello").then(new Close())).get()
                        .traces("SUCCESS:200:hello"),
                named("a large response arrives unchanged")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: " + MEBIBYTE + "\r\n\r\n")
                                .then(new SendPattern(MEBIBYTE)))
                        .get().then("size", HTTPRequest::getBodySize).then("came", HTTPRequest::getDownloadedBytes)
                        .traces("SUCCESS:200:" + Body.patternToken(MEBIBYTE) + " size:1048576 came:1048576"),
                sends(Method.METHOD_POST), sends(Method.METHOD_PUT), sends(Method.METHOD_PATCH),
                sends(Method.METHOD_DELETE),
                named("a large request body arrives unchanged").answer(Answer.of(new Answer.Echo("")))
                        .request(Method.METHOD_POST, Pattern.bytes(MEBIBYTE))
                        .traces("SUCCESS:200:" + Body.patternToken(MEBIBYTE)),
                named("headers are sent").answer(Answer.reveal("X-A", "Content-Type"))
                        .get("X-A: 1", "Content-Type: text/x")
                        .traces("SUCCESS:200:GET_/.../0__X-A=1_Content-Type=text/x"),
                named("non-ASCII characters in a URL are percent-encoded").answer(Answer.reveal()).getWith("?q=ä")
                        .traces("SUCCESS:200:GET_/.../0?q=%C3%A4_"),
                named("what RFC 3986 has no place for is encoded").answer(Answer.reveal())
                        .getWith("/[a]^`{|}\"<>?[a]^`{|}\"<>'")
                        .traces("SUCCESS:200:GET_/.../0/%5Ba%5D%5E%60%7B%7C%7D%22%3C%3E?%5Ba%5D%5E%60%7B%7C%7D%22%3C%3E%27_"),
                named("a fragment is not sent").answer(Answer.reveal()).getWith("?q#part")
                        .traces("SUCCESS:200:GET_/.../0?q_"),
                named("dot segments are removed from a URL").answer(Answer.reveal()).getWith("/a/./b/../../x/%2E%2e/y")
                        .traces("SUCCESS:200:GET_/.../0/y_"),
                named("a response header can be read")
                        .answer("HTTP/1.1 200 OK\r\nX-A: 1\r\nContent-Length: 0\r\n\r\n")
                        .get().thenHeader("x-a").thenHeader("x-b").traces("SUCCESS:200: x-a:1 x-b:none"),
                named("one HTTPRequest makes several requests in turn").answer(Answer.text("one"))
                        .answer(Answer.text("two")).answer(Answer.text("three")).get().get().get()
                        .traces("SUCCESS:200:one SUCCESS:200:two SUCCESS:200:three"),
                named("a second request is rejected while one is in progress").answer(Answer.of(new Hold()))
                        .startRequest().startRequest().then("requesting", HTTPRequest::isRequesting)
                        .traces("ERR_BUSY requesting:true"),
                named("a listener may start the next request").answer(Answer.text("one")).answer(Answer.text("two"))
                        .startRequest().thenListenerRequests().awaitCompletion()
                        .traces("SUCCESS:200:one SUCCESS:200:two"),
                invalidUrls(),
                named("the URL of a response is percent-encoded").answer(Answer.text("hello"))
                        .getWith("/\u00E9{a}?q=|%7C")
                        .then("end", http -> http.getResponseUrl().endsWith("/0/%C3%A9%7Ba%7D?q=%7C%7C"))
                        .traces("SUCCESS:200:hello end:true"),
                named("Proxy-Authorization does not reach the origin")
                        .answer(Answer.reveal("Proxy-Authorization", "X-A"))
                        .get("Proxy-Authorization: Basic eA==", "X-A: 1")
                        .traces("SUCCESS:200:GET_/.../0__Proxy-Authorization=null_X-A=1"),
                named("a relative URL needs a base").answer(Answer.text("never")).getUrl("/no-such-page")
                        .traces("ERR_INVALID_PARAMETER")
                        .butInBrowser("SUCCESS:404:", "the URL of the page, or of the worker's script, is the base")
                        .butAsOnJvmIn(Engine.NODE),
                named("an invalid header is rejected").answer(Answer.text("never")).get("X A: b").get("X: a\nb")
                        .get("no colon").traces("ERR_INVALID_PARAMETER ERR_INVALID_PARAMETER ERR_INVALID_PARAMETER"),
                named("CONNECT is rejected").answer(Answer.text("never")).request(Method.METHOD_CONNECT, new byte[0])
                        .traces("ERR_INVALID_PARAMETER"),
                named("a GET with a body fails in a browser").answer(Answer.reveal())
                        .request(Method.METHOD_GET, new byte[]{'a'}).traces("SUCCESS:200:GET_/.../0_a")
                        .butInBrowser("REQUEST_FAILED:0:", "fetch sends no body with GET"),
                named("strict portable mode lets a request pass that a browser can send").answer(Answer.reveal("X-A"))
                        .set(http -> http.setStrictPortable(true)).getUrl("{here}/0", "X-A: 1")
                        .getUrl("{here}/0", "X-A: 2")
                        .traces("SUCCESS:200:GET_/.../0__X-A=1 SUCCESS:200:GET_/.../0__X-A=2"),
                named("strict portable mode rejects a header that a browser sets itself").answer(Answer.reveal())
                        .set(http -> http.setStrictPortable(true)).getUrl("{here}/0", "Cookie: a=1")
                        .traces("REQUEST_FAILED:0:"),
                named("a request to another origin succeeds if CORS allows it").answer(Answer.reveal("X-A"))
                        .getUrl("{there}/0").getUrl("{there}/0", "X-A: 1")
                        .traces("SUCCESS:200:GET_/.../0__X-A=null SUCCESS:200:GET_/.../0__X-A=1"));
    }

    private static RequestScenario sends(Method method) {
        String name = method.name().substring("METHOD_".length());
        return named(name + " sends its body").answer(Answer.reveal("Content-Type", "Content-Length"))
                .request(method, new byte[]{'a', 'b', 'c'}, "Content-Type: text/plain")
                .traces("SUCCESS:200:" + name + "_/.../0_abc_Content-Type=text/plain_Content-Length=3");
    }

    private static RequestScenario invalidUrls() {
        RequestScenario invalid = named("an invalid URL is rejected").answer(Answer.text("never"));
        String expected = "";
        for (String url : List.of("ftp://127.0.0.1/", "http://", "http://a:b@127.0.0.1/",
                "http://127.0.0.1:0/",
                "http://127.0.0.1:65536/", "http://127.0.0.1:x/", "http://127.0.0.1/a b", "http://[::1/",
                "http://::1:2:3/")) {
            invalid.getUrl(url);
            expected += expected.isEmpty() ? "ERR_INVALID_PARAMETER" : " ERR_INVALID_PARAMETER";
        }
        return invalid.traces(expected);
    }
}
