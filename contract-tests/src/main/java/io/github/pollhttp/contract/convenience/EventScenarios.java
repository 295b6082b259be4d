package io.github.pollhttp.contract.convenience;

import static io.github.pollhttp.contract.convenience.EventScenario.named;

import java.util.List;

import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Answer.CountEvents;
import io.github.pollhttp.contract.Answer.Drip;
import io.github.pollhttp.contract.Answer.Hold;
import io.github.pollhttp.contract.Answer.Reset;
import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.events.EventSource.ReadyState;

/** Server-sent events: connecting, reconnecting and closing. The tests of the stream's parser cover the meaning of each line. */
final class EventScenarios {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n";
    private static final String STREAM = HEAD + "\r\n";
    private static final String OPENED = "CONNECTING OPEN ";

    private EventScenarios() {}

    static List<EventScenario> list() {
        return List.of(
                named("events arrive while the stream is open")
                        .answer(Answer.of(STREAM + "data: a\n\nevent: add\nid: 7\ndata: b\ndata: c\n\n")
                                .then(new Hold()))
                        .open().awaitEvents(2).traces(OPENED + "message/a/ add/b_c/7"),
                named("an event stream may arrive byte by byte")
                        .answer(Answer.of(STREAM)
                                .then(new Drip(
                                        "\u00EF\u00BB\u00BFdata: \u00C3\u00A4\r\n\r\ndata: \u00E2\u0082\u00AC\r\r"))
                                .then(new Hold()))
                        .open().awaitEvents(2).traces(OPENED + "message/%c3%a4/ message/%e2%82%ac/"),
                named("an event stream may be chunked")
                        .answer(Answer.of(HEAD + "Transfer-Encoding: chunked\r\n\r\n6\r\ndata: \r\n3\r\na\n\n\r\n")
                                .then(new Hold()))
                        .open().awaitEvents(1).traces(OPENED + "message/a/"),
                named("a stream that ends is requested again with the last event ID until the server sends 204")
                        .answer(Answer.of(new CountEvents(3))).open().await(ReadyState.CLOSED)
                        .traces(OPENED + "message/null/1 " + OPENED + "message/1/2 " + OPENED
                                + "message/2/3 CONNECTING CLOSED"),
                named("a stream of another origin is read if CORS allows it").answer(Answer.of(new CountEvents(2)))
                        .openUrl("{there}/0").await(ReadyState.CLOSED)
                        .traces(OPENED + "message/null/1 " + OPENED + "message/1/2 CONNECTING CLOSED"),
                named("a stream of another origin that CORS does not allow fails in a browser")
                        .answer(Answer.of(STREAM + "data: a\n\n").then(new Hold())).openUrl("{there}/0")
                        .set(source -> source.setReconnectTime(3600)).awaitEvents(1)
                        .traces(OPENED + "message/a/")
                        .butInBrowser("CONNECTING", "CORS does not allow the page to read the response")
                        .butAsOnJvmIn(Engine.NODE),
                named("an event source keeps connecting after a reset instead of a response")
                        .answer(Answer.of(new Reset())).set(source -> source.setReconnectTime(3600)).open()
                        .awaitFailure().traces("CONNECTING"),
                named("204 closes an event source").answer("HTTP/1.1 204 No Content\r\n\r\n").open()
                        .await(ReadyState.CLOSED)
                        .traces("CONNECTING CLOSED"),
                named("an error response closes an event source")
                        .answer("HTTP/1.1 500 Oops\r\nContent-Type: text/event-stream\r\nContent-Length: 9\r\n\r\ndata: a\n\n")
                        .open().await(ReadyState.CLOSED).traces("CONNECTING CLOSED"),
                named("another content type closes an event source").answer(Answer.text("data: a\n\n")).open()
                        .await(ReadyState.CLOSED)
                        .traces("CONNECTING CLOSED"),
                named("an event source follows a redirect")
                        .answer(Answer.redirect(302, "http://{here}/an-event-source-follows-a-redirect/1"))
                        .answer(Answer.of(STREAM + "data: a\n\n").then(new Hold())).open().awaitEvents(1)
                        .traces(OPENED + "message/a/"),
                named("an event over the size limit closes an event source")
                        .answer(Answer.of(STREAM + "data: a\n\ndata: " + "x".repeat(2000)).then(new Hold()))
                        .set(source -> source.setMaxEventSize(1024)).open().await(ReadyState.CLOSED)
                        .traces(OPENED + "message/a/ CLOSED"),
                named("an incomplete event is dropped")
                        .answer(Answer.of(STREAM + "data: a\n\ndata: b\n").then(new Answer.Close()))
                        .set(source -> source.setReconnectTime(3600)).open().awaitFailure()
                        .traces(OPENED + "message/a/ CONNECTING"),
                named("an event source can be closed and opened again")
                        .answer(Answer.of(STREAM + "data: a\n\n").then(new Hold()))
                        .open().awaitEvents(1).set(EventSource::close).open().awaitEvents(2)
                        .traces(OPENED + "message/a/ CLOSED " + OPENED + "message/a/"),
                named("an event source accepts request headers and a last event ID")
                        .answer(Answer.of(new CountEvents(1)))
                        .set(source -> source.setLastEventId("0")).open("X-A: 1").await(ReadyState.CLOSED)
                        .traces(OPENED + "message/0/1 CONNECTING CLOSED"),
                named("another URL is requested without the last event ID").answer(Answer.of(new CountEvents(9)))
                        .answer(Answer.of(new CountEvents(9))).open().awaitEvents(1).openUrl("{here}/1").awaitEvents(2)
                        .traces(OPENED + "message/null/1 " + OPENED + "message/null/1"),
                named("a URL that is opened again is requested with the last event ID")
                        .answer(Answer.of(new CountEvents(9))).open().awaitEvents(1).set(EventSource::close).open()
                        .awaitEvents(2).traces(OPENED + "message/null/1 CLOSED " + OPENED + "message/1/2"),
                named("the response that closed an event source can be read")
                        .answer("HTTP/1.1 401 Unauthorized\r\nX-Reason: expired\r\nContent-Length: 0\r\n\r\n").open()
                        .await(ReadyState.CLOSED).seeCode().seeHeader("X-Reason: expired").set(EventSource::close)
                        .seeCode().traces("CONNECTING CLOSED code:401 header code:401"),
                named("of two types in Content-Type the last one counts")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                                + "Content-Type: Text/Event-Stream;charset=utf-8\r\n\r\ndata: a\n\n").then(new Hold()))
                        .open().awaitEvents(1).traces(OPENED + "message/a/"),
                named("an id with a control character is not sent")
                        .answer(Answer.of(STREAM + "id: a\u0001\ndata: a\n\n").then(new Answer.Close()))
                        .open().awaitEvents(1).await(ReadyState.CONNECTING).await(ReadyState.OPEN)
                        .awaitEvents(2).traces(OPENED + "message/a/a\u0001 " + OPENED + "message/a/a\u0001"),
                named("the response that ends a stream goes to the closed listener").seeEnds()
                        .answer("HTTP/1.1 204 No Content\r\n\r\n")
                        .answer("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n")
                        .answer(Answer.text("data: a\n\n"))
                        .answer(Answer.of(STREAM + "data: " + "x".repeat(2000)).then(new Hold()))
                        .set(source -> source.setMaxEventSize(1024)).openUrl("{here}/0").awaitEnds(1)
                        .openUrl("{here}/1").awaitEnds(2).openUrl("{here}/2").awaitEnds(3).openUrl("{here}/3")
                        .awaitEnds(4)
                        .traces("CONNECTING ended:SUCCESS:204:ok CLOSED CONNECTING ended:REQUEST_FAILED:401 CLOSED "
                                + "CONNECTING ended:REQUEST_FAILED:200 CLOSED " + OPENED
                                + "CLOSED ended:BODY_SIZE_LIMIT_EXCEEDED:200"),
                named("a stream that the program closes or replaces is cancelled").seeEnds()
                        .answer(Answer.of(STREAM + "data: a\n\n").then(new Hold())).answer(Answer.of(new Hold()))
                        .openUrl("{here}/0").awaitEvents(1).openUrl("{here}/1").awaitEnds(1).set(EventSource::close)
                        .awaitEnds(2).traces(OPENED + "message/a/ CONNECTING ended:REQUEST_FAILED:0:cancelled "
                                + "CLOSED ended:REQUEST_FAILED:0:cancelled"),
                named("strict portable mode lets an event source connect").answer(Answer.of(new CountEvents(2)))
                        .set(source -> source.setStrictPortable(true)).openUrl("{there}/0").await(ReadyState.CLOSED)
                        .traces(OPENED + "message/null/1 " + OPENED + "message/1/2 CONNECTING CLOSED"),
                named("strict portable mode closes an event source that sends a header that a browser sets itself")
                        .answer(Answer.of(new CountEvents(2))).seeEnds().set(source -> source.setStrictPortable(true))
                        .open("Cookie: a=1").awaitEnds(1)
                        .traces("CONNECTING ended:REQUEST_FAILED:0 CLOSED"),
                named("an event source rejects an invalid URL").answer("").openUrl("ftp://127.0.0.1/")
                        .traces("ERR_INVALID_PARAMETER"));
    }
}
