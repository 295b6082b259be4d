package io.github.pollhttp.contract.convenience;

import static io.github.pollhttp.contract.convenience.EventScenario.named;

import java.util.List;

import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Answer.CountEvents;
import io.github.pollhttp.contract.Answer.Drip;
import io.github.pollhttp.contract.Answer.Hold;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.events.EventSource.ReadyState;

/** Server-sent events. What each line of a stream means is asked of the parser alone; here it is the way to it. */
final class EventScenarios {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n";
    private static final String STREAM = HEAD + "\r\n";
    private static final String OPENED = "CONNECTING OPEN ";

    private EventScenarios() {}

    static List<EventScenario> list() {
        return List.of(
                named("events arrive while the stream goes on")
                        .answer(Answer.of(STREAM + "data: a\n\nevent: add\nid: 7\ndata: b\ndata: c\n\n")
                                .then(new Hold()))
                        .open().awaitEvents(2).traces(OPENED + "message/a/ add/b_c/7"),
                named("a stream in single bytes is the same stream")
                        .answer(Answer.of(STREAM)
                                .then(new Drip(
                                        "\u00EF\u00BB\u00BFdata: \u00C3\u00A4\r\n\r\ndata: \u00E2\u0082\u00AC\r\r"))
                                .then(new Hold()))
                        .open().awaitEvents(2).traces(OPENED + "message/%c3%a4/ message/%e2%82%ac/"),
                named("a chunked stream is the same stream")
                        .answer(Answer.of(HEAD + "Transfer-Encoding: chunked\r\n\r\n6\r\ndata: \r\n3\r\na\n\n\r\n")
                                .then(new Hold()))
                        .open().awaitEvents(1).traces(OPENED + "message/a/"),
                named("a stream that ends is asked for again with the last id until the server wants no more")
                        .answer(Answer.of(new CountEvents(3))).open().await(ReadyState.CLOSED)
                        .traces(OPENED + "message/null/1 " + OPENED + "message/1/2 " + OPENED
                                + "message/2/3 CONNECTING CLOSED"),
                named("another origin's stream is read where it allows it").answer(Answer.of(new CountEvents(2)))
                        .openUrl("{there}/0").await(ReadyState.CLOSED)
                        .traces(OPENED + "message/null/1 " + OPENED + "message/1/2 CONNECTING CLOSED"),
                named("another origin's stream is refused where it does not allow it")
                        .answer(Answer.of(STREAM + "data: a\n\n").then(new Hold())).openUrl("{there}/0")
                        .set(source -> source.setReconnectTime(3600)).awaitEvents(1)
                        .traces(OPENED + "message/a/").butInBrowser("CONNECTING", "CORS refuses it"),
                named("204 ends a source").answer("HTTP/1.1 204 No Content\r\n\r\n").open().await(ReadyState.CLOSED)
                        .traces("CONNECTING CLOSED"),
                named("an error page ends a source")
                        .answer("HTTP/1.1 500 Oops\r\nContent-Type: text/event-stream\r\nContent-Length: 9\r\n\r\ndata: a\n\n")
                        .open().await(ReadyState.CLOSED).traces("CONNECTING CLOSED"),
                named("another type ends a source").answer(Answer.text("data: a\n\n")).open().await(ReadyState.CLOSED)
                        .traces("CONNECTING CLOSED"),
                named("a redirect of a source is followed")
                        .answer(Answer.redirect(302, "http://{here}/a-redirect-of-a-source-is-followed/1"))
                        .answer(Answer.of(STREAM + "data: a\n\n").then(new Hold())).open().awaitEvents(1)
                        .traces(OPENED + "message/a/"),
                named("an event that is too large ends a source")
                        .answer(Answer.of(STREAM + "data: a\n\ndata: " + "x".repeat(2000)).then(new Hold()))
                        .set(source -> source.setMaxEventSize(1024)).open().await(ReadyState.CLOSED)
                        .traces(OPENED + "message/a/ CLOSED"),
                named("an event that does not end is none")
                        .answer(Answer.of(STREAM + "data: a\n\ndata: b\n").then(new Answer.Close()))
                        .set(source -> source.setReconnectTime(3600)).open().awaitFailure()
                        .traces(OPENED + "message/a/ CONNECTING"),
                named("a source is closed and opened again").answer(Answer.of(STREAM + "data: a\n\n").then(new Hold()))
                        .open().awaitEvents(1).set(EventSource::close).open().awaitEvents(2)
                        .traces(OPENED + "message/a/ CLOSED " + OPENED + "message/a/"),
                named("a source takes headers of the program's").answer(Answer.of(new CountEvents(1)))
                        .set(source -> source.setLastEventId("0")).open("X-A: 1").await(ReadyState.CLOSED)
                        .traces(OPENED + "message/0/1 CONNECTING CLOSED"),
                named("a source refuses what is no url").answer("").openUrl("no url").traces("ERR_INVALID_PARAMETER"));
    }
}
