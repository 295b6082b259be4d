package io.github.pollhttp.contract.httprequest;

import static io.github.pollhttp.contract.httprequest.RequestScenario.named;

import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Answer.Describe;
import io.github.pollhttp.contract.Answer.Echo;
import io.github.pollhttp.contract.Answer.Hold;
import io.github.pollhttp.contract.Answer.SendPattern;
import io.github.pollhttp.contract.Body;
import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.contract.Feature;
import io.github.pollhttp.request.RetryPolicy;

/** Request bodies that are files. Each scenario first downloads the file that it sends. */
final class FileBodyScenarios {
    private static final int LARGE = 3_000_000;
    /** With a field {@code name}, the boundary of 33 characters, and the file {@code hello}. */
    private static final int FORM_LENGTH = 259;
    private static final String STORED = "SUCCESS:200:";
    private static final String NOT_STORED = "DOWNLOAD_FILE_CANT_OPEN:200:";
    private static final String NOT_SENT = " REQUEST_FAILED:0:";
    private static final List<Engine> WITHOUT_FILES = List.of(Engine.WEBKIT, Engine.NODE);
    private static final String NO_FILES = "WebKitGTK and Node have no origin private file system; Safari has one, and can write to it since version 26";

    private FileBodyScenarios() {}

    static List<RequestScenario> list() {
        return List.of(
                named("a file is sent as a body unchanged")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n")
                                .then(new SendPattern(LARGE)))
                        .answer(Answer.of(new Echo(""))).store("a").upload(Method.METHOD_POST, "a")
                        .traces(STORED + " SUCCESS:200:" + Body.patternToken(LARGE))
                        .butIn(WITHOUT_FILES, NOT_STORED + NOT_SENT, NO_FILES),
                storesHello("a file is sent with its media type and its length")
                        .answer(Answer.reveal("Content-Type", "Content-Length")).store("a")
                        .upload(Method.METHOD_PUT, "a")
                        .traces(STORED + " SUCCESS:200:PUT_/.../1_hello_Content-Type=a/b_Content-Length=5")
                        .butIn(WITHOUT_FILES, NOT_STORED + NOT_SENT, NO_FILES),
                named("an empty file is sent as an empty body").answer(Answer.text(""))
                        .answer(Answer.reveal("Content-Length")).store("a").upload(Method.METHOD_PUT, "a")
                        .traces(STORED + " SUCCESS:200:PUT_/.../1__Content-Length=0")
                        .butIn(WITHOUT_FILES, NOT_STORED + NOT_SENT, NO_FILES),
                storesHello("the bytes of a file count as uploaded").answer(Answer.text("ok")).store("a")
                        .set(http -> http.setUploadProgressEnabled(true)).upload(Method.METHOD_POST, "a")
                        .then("uploaded", http -> http.getUploadedBytes()).needs(Feature.UPLOAD_PROGRESS)
                        .traces(STORED + " SUCCESS:200:ok uploaded:5")
                        .butIn(WITHOUT_FILES, NOT_STORED + NOT_SENT + " uploaded:0", NO_FILES),
                storesHello("a redirect with 307 sends the file again").answer(Answer.redirect(307, "2"))
                        .answer(Answer.of(new Echo(""))).store("a").upload(Method.METHOD_PUT, "a")
                        .traces(STORED + " SUCCESS:200:hello")
                        .butIn(WITHOUT_FILES, NOT_STORED + NOT_SENT, NO_FILES),
                storesHello("a retry opens the file again")
                        .answer("HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusy").store("a")
                        .set(http -> http.setRetryPolicy(new RetryPolicy(2, 0, 0))).upload(Method.METHOD_PUT, "a")
                        .traces(STORED + " SUCCESS:503:busy")
                        .butIn(WITHOUT_FILES, NOT_STORED + NOT_SENT, NO_FILES),
                storesHello("a form with a file has the length of all its parts")
                        .answer(Answer.of(new Describe())).store("a")
                        .uploadForm("a")
                        .traces(STORED + " SUCCESS:200:POST_/.../1_" + FORM_LENGTH + "_null_")
                        .butIn(WITHOUT_FILES, NOT_STORED + NOT_SENT, NO_FILES),
                named("a missing file ends the request").answer(Answer.text("never"))
                        .upload(Method.METHOD_POST, "none").then("reason", http -> http.getFailure().reason())
                        .traces("REQUEST_FAILED:0: reason:FILE_UNREADABLE"),
                storesHello("an upload of a file can be cancelled").answer(Answer.text("never").then(new Hold()))
                        .answer(Answer.text("next")).store("a").startUpload(Method.METHOD_POST, "a")
                        .set(http -> http.cancelRequest()).frame().get()
                        .traces(STORED + NOT_SENT + " SUCCESS:200:next")
                        .butIn(WITHOUT_FILES, NOT_STORED + NOT_SENT + " SUCCESS:200:next", NO_FILES),
                storesHello("a GET with a file is sent").answer(Answer.of(new Echo(""))).store("a")
                        .upload(Method.METHOD_GET, "a").traces(STORED + " SUCCESS:200:hello")
                        .butInBrowser(STORED + NOT_SENT, "browsers send no body with GET")
                        .butIn(WITHOUT_FILES, NOT_STORED + NOT_SENT, NO_FILES));
    }

    private static RequestScenario storesHello(String name) {
        return named(name).answer(Answer.text("hello"));
    }
}
