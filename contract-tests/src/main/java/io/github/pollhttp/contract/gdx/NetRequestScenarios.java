package io.github.pollhttp.contract.gdx;

import static io.github.pollhttp.contract.gdx.NetScenario.named;

import java.io.ByteArrayInputStream;
import java.util.List;

import com.badlogic.gdx.Net.HttpMethods;

import io.github.pollhttp.contract.Answer;

/** What a Net sends. */
final class NetRequestScenarios {
    private static final String TYPE = "Content-Type";
    private static final String FORM = "application/x-www-form-urlencoded";

    private NetRequestScenarios() {}

    static List<NetScenario> list() {
        return List.of(
                named("GET: the content is the query").answer(Answer.reveal())
                        .get(request -> request.setContent("a=1&b=2"))
                        .traces("200:GET_/.../0?a=1&b=2_"),
                named("GET: the content continues the query of the URL").answer(Answer.reveal())
                        .getUrl("{here}/0?x=1#part", request -> request.setContent("a=1"))
                        .traces("200:GET_/.../0?x=1&a=1_")
                        .butLibGdx("200:GET_/.../0?x=1_", "the query is added to the fragment, which is not sent"),
                named("HEAD has no body").answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
                        .send(HttpMethods.HEAD, request -> {}).traces("200:")
                        .butLibGdx("-1:", "the connection is not allowed to read the response"),
                named("POST: a string is sent as UTF-8").answer(Answer.reveal(TYPE))
                        .send(HttpMethods.POST, request -> request.setContent("name=\u00e4"))
                        .traces("200:POST_/.../0_name=%c3%a4_Content-Type=" + FORM),
                named("POST: the Content-Type of the request is sent").answer(Answer.reveal(TYPE))
                        .send(HttpMethods.POST, request -> {
                            request.setHeader("content-type", "application/json");
                            request.setContent("{}");
                        }).traces("200:POST_/.../0_{}_Content-Type=application/json"),
                named("POST: a stream is sent").answer(Answer.reveal())
                        .send(HttpMethods.POST, request -> request.setContent(
                                new ByteArrayInputStream(new byte[]{'a', 0, (byte) 0x80, (byte) 0xFF}), 4))
                        .traces("200:POST_/.../0_a%00%80%ff"),
                named("PUT: a string is sent without a Content-Type").answer(Answer.reveal(TYPE))
                        .send(HttpMethods.PUT, request -> request.setContent("data"))
                        .traces("200:PUT_/.../0_data_Content-Type=null"),
                named("PATCH sends its content").answer(Answer.reveal())
                        .send(HttpMethods.PATCH, request -> request.setContent("data"))
                        .traces("200:PATCH_/.../0_data")
                        .butLibGdx("failed", "the JDK's HttpURLConnection has no PATCH"),
                named("DELETE sends its content").answer(Answer.reveal())
                        .send(HttpMethods.DELETE, request -> request.setContent("data"))
                        .traces("200:DELETE_/.../0_data")
                        .butLibGdx("200:DELETE_/.../0_", "the content is dropped"),
                named("headers of the connection are left out").answer(Answer.reveal("X-Test", "Content-Length"))
                        .send(HttpMethods.POST, request -> {
                            request.setHeader("X-Test", "yes");
                            request.setHeader("Content-Length", "99");
                            request.setHeader("Host", "example.com");
                            request.setContent("data");
                        }).traces("200:POST_/.../0_data_X-Test=yes_Content-Length=4"),
                named("includeCredentials sends the cookies of another origin")
                        .answer("HTTP/1.1 204 No Content\r\nSet-Cookie: test=kept\r\n\r\n")
                        .answer(Answer.reveal("Cookie")).answer(Answer.reveal("Cookie")).get()
                        .getUrl("{there}/1", request -> request.setIncludeCredentials(true))
                        .getUrl("{there}/2", request -> {})
                        .traces("204: 200:GET_/.../1__Cookie=null 200:GET_/.../2__Cookie=null")
                        .butInBrowser("204: 200:GET_/.../1__Cookie=test=kept 200:GET_/.../2__Cookie=null",
                                "the browser has a store of cookies"),
                named("a request can be reset after it was sent").answer(Answer.reveal())
                        .start(HttpMethods.POST, request -> request.setContent("data")).resets(0).awaitEnd(0)
                        .traces("200:POST_/.../0_data")
                        .butLibGdxVaries("the thread may read the request after the reset"),
                named("a request without a URL fails").answer("").getUrl(null, request -> {}).traces("failed"),
                named("a request without a method fails").answer("").send(null, request -> {}).traces("failed"),
                named("an unknown method fails").answer("").send("BREW", request -> {}).traces("failed"),
                named("a URL that is not HTTP fails").answer("").getUrl("ftp://127.0.0.1/", request -> {})
                        .traces("failed"));
    }
}
