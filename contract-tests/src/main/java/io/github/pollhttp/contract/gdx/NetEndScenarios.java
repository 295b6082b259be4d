package io.github.pollhttp.contract.gdx;

import static io.github.pollhttp.contract.gdx.NetScenario.named;

import java.util.List;

import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Answer.Close;
import io.github.pollhttp.contract.Answer.Hold;
import io.github.pollhttp.contract.Answer.Pause;
import io.github.pollhttp.contract.Answer.Reset;
import io.github.pollhttp.contract.Answer.Send;
import io.github.pollhttp.contract.Engine;

/** How requests end: failures, time limits, cancellation, and which methods of the listener are called. */
final class NetEndScenarios {
    private static final int SHORT = 300;
    private static final String STATUS_MINUS_1 = "the listener gets a response with the status -1";
    private static final String CUT = "the listener gets an empty body";

    private NetEndScenarios() {}

    static List<NetScenario> list() {
        return List.of(
                named("a server that cannot be reached is a failure").answer("")
                        .getUrl("{closed}", request -> {}).traces("failed"),
                named("another origin can be read without CORS headers").answer(Answer.text("hello"))
                        .getUrl("{there}/0", request -> {}).traces("200:hello")
                        .butInBrowser("failed", "CORS hides the response"),
                named("a connection that ends without a response is a failure").answer(Answer.of(new Close()))
                        .get().traces("failed").butLibGdx("-1:", STATUS_MINUS_1),
                named("a connection that is reset is a failure").answer(Answer.of(new Reset()))
                        .get().traces("failed").butLibGdx("-1:", STATUS_MINUS_1),
                named("a response that is not HTTP is a failure")
                        .answer(Answer.of("SSH-2.0-x\r\n\r\n").then(new Close()))
                        .get().traces("failed")
                        .butIn(Engine.FIREFOX, "200:SSH-2.0-x%0d_%0d_", "it takes the bytes for a response of HTTP/0.9")
                        .butLibGdx("-1:", STATUS_MINUS_1),
                named("a body that is cut short is a failure")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").then(new Close()))
                        .get().traces("failed")
                        .butLibGdx("200:hello", "the listener gets the part as the whole, or an empty body")
                        .onNewerJdk("200:"),
                named("a chunked body that is cut short is a failure")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
                                .then(new Close()))
                        .get().traces("failed")
                        .butIn(Engine.WEBKIT, "200:hello", "it takes the part for the whole").butLibGdx("200:", CUT),
                named("timeOut ends a request without a response").answer(Answer.of(new Hold()))
                        .get(request -> request.setTimeOut(SHORT)).traces("failed")
                        .butLibGdx("-1:", STATUS_MINUS_1),
                named("timeOut ends a body that stands still")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").then(new Hold()))
                        .get(request -> request.setTimeOut(SHORT)).traces("failed").butLibGdx("200:", CUT),
                named("timeOut does not end a body that moves")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na").then(new Pause(600))
                                .then(new Send("b")).then(new Pause(600)).then(new Send("c")))
                        .get(request -> request.setTimeOut(1_000)).traces("200:abc"),
                named("timeOut 0 is no limit")
                        .answer(Answer.of(new Pause(SHORT))
                                .then(new Send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")))
                        .get(request -> request.setTimeOut(0)).traces("200:hello"));
    }
}
