package io.github.pollhttp.contract;

import static io.github.pollhttp.contract.AllClientScenarios.REQUESTING;
import static io.github.pollhttp.contract.ClientScenario.named;

import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.contract.Answer.Echo;
import io.github.pollhttp.contract.Answer.SendPattern;

/** Request bodies that are files. The scenarios of an HTTPRequest have more of them. */
final class FileScenarios {
    private static final int LARGE = 3_000_000;
    private static final String NOT_SENT = REQUESTING + "CONNECTION_ERROR poll:ERR_CONNECTION_ERROR";
    private static final List<Engine> WITHOUT_FILES = List.of(Engine.WEBKIT, Engine.NODE);
    private static final String NO_FILES = "WebKitGTK and Node have no origin private file system; Safari has one, and can write to it since version 26";

    private FileScenarios() {}

    static List<ClientScenario> list() {
        return List.of(
                named("a client sends a file as a body unchanged")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n")
                                .then(new SendPattern(LARGE)))
                        .answer(Answer.of(new Echo(""))).store("a").connect().upload(Method.METHOD_POST, "a")
                        .readBody()
                        .traces(REQUESTING + "BODY code:200 body:" + Body.patternToken(LARGE)
                                + " CONNECTED")
                        .butIn(WITHOUT_FILES, NOT_SENT + " body:", NO_FILES),
                named("a client sends a file with its media type and its length").answer(Answer.text("hello"))
                        .answer(Answer.reveal("Content-Type", "Content-Length")).store("a").connect()
                        .upload(Method.METHOD_PUT, "a").readBody()
                        .traces(REQUESTING
                                + "BODY code:200 body:PUT_/.../1_hello_Content-Type=a/b_Content-Length=5 CONNECTED")
                        .butIn(WITHOUT_FILES, NOT_SENT + " body:", NO_FILES),
                named("a client that sends a missing file fails").answer(Answer.text("never")).connect()
                        .upload(Method.METHOD_POST, "none").then("reason", client -> client.getFailure().reason())
                        .traces(NOT_SENT + " reason:FILE_UNREADABLE"));
    }
}
