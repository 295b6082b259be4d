package io.github.pollhttp.contract.httprequest;

import static io.github.pollhttp.contract.httprequest.RequestScenario.named;

import java.util.List;

import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Answer.Close;
import io.github.pollhttp.contract.Answer.Hold;
import io.github.pollhttp.contract.Answer.Pause;
import io.github.pollhttp.contract.Answer.SendPattern;
import io.github.pollhttp.contract.Body;
import io.github.pollhttp.contract.Engine;

/** Downloads to a file, and files that are read back. */
final class DownloadFileScenarios {
    private static final int LARGE = 5_000_000;
    private static final String CANT_OPEN = "DOWNLOAD_FILE_CANT_OPEN:200:";
    private static final List<Engine> WITHOUT_FILES = List.of(Engine.WEBKIT, Engine.NODE);
    private static final String NO_FILES = "WebKitGTK and Node have no origin private file system; Safari has one, and can write to it since version 26";
    private static final String NO_FILE = " FAILED:-1:";

    private DownloadFileScenarios() {}

    static List<RequestScenario> list() {
        return List.of(
                named("a body is written to a file").answer(Answer.text("hello")).downloadTo("a").get().readBack("a")
                        .traces("SUCCESS:200: ENDED:5:hello")
                        .butIn(WITHOUT_FILES, CANT_OPEN + NO_FILE, NO_FILES),
                named("a large body is written to a file unchanged")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n")
                                .then(new SendPattern(LARGE)))
                        .downloadTo("a").get().readBack("a")
                        .traces("SUCCESS:200: ENDED:" + LARGE + ":" + Body.patternToken(LARGE))
                        .butIn(WITHOUT_FILES, CANT_OPEN + NO_FILE, NO_FILES),
                named("a later download replaces an older file").answer(Answer.text("older"))
                        .answer(Answer.text("new")).downloadTo("a").get().get().readBack("a")
                        .traces("SUCCESS:200: SUCCESS:200: ENDED:3:new")
                        .butIn(WITHOUT_FILES, CANT_OPEN + " " + CANT_OPEN + NO_FILE, NO_FILES),
                named("a gzip body is written to a file decoded")
                        .answer(Answer.of(new Answer.SendCoded("gzip", new byte[]{'h', 'i'}))).downloadTo("a").get()
                        .readBack("a").traces("SUCCESS:200: ENDED:2:hi")
                        .butIn(WITHOUT_FILES, CANT_OPEN + NO_FILE, NO_FILES),
                named("the last response of a redirect is written to a file").answer(Answer.redirect(302, "1"))
                        .answer(Answer.text("end"))
                        .downloadTo("a").get().readBack("a").traces("SUCCESS:200: ENDED:3:end")
                        .butIn(WITHOUT_FILES, CANT_OPEN + NO_FILE, NO_FILES),
                named("an empty body makes an empty file").answer(Answer.text("")).downloadTo("a").get().readBack("a")
                        .traces("SUCCESS:200: ENDED:0:")
                        .butIn(WITHOUT_FILES, CANT_OPEN + NO_FILE, NO_FILES),
                named("an error response is not written to a file")
                        .answer("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\ngone").downloadTo("a").get()
                        .readBack("a").traces("SUCCESS:404:gone" + NO_FILE),
                named("a body that is cut short leaves no file")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").then(new Pause(50))
                                .then(new Close()))
                        .downloadTo("a").get().readBack("a").traces("CONNECTION_ERROR:0:" + NO_FILE)
                        .butIn(WITHOUT_FILES, CANT_OPEN + NO_FILE, NO_FILES),
                named("a body that is cut short keeps the older file").answer(Answer.text("older"))
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").then(new Pause(50))
                                .then(new Close()))
                        .downloadTo("a").get().get().readBack("a")
                        .traces("SUCCESS:200: CONNECTION_ERROR:0: ENDED:5:older")
                        .butIn(WITHOUT_FILES, CANT_OPEN + " " + CANT_OPEN + NO_FILE, NO_FILES),
                named("a cancelled download leaves no file")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello").then(new Hold()))
                        .downloadTo("a").startRequest().awaitBytes(5).set(http -> http.cancelRequest()).frame()
                        .readBack("a")
                        .traces("REQUEST_FAILED:0:" + NO_FILE)
                        .butIn(WITHOUT_FILES, CANT_OPEN + NO_FILE, NO_FILES),
                named("a body over the size limit leaves no file").answer(Answer.text("hello!")).downloadTo("a")
                        .set(http -> http.setBodySizeLimit(5)).get().readBack("a")
                        .traces("BODY_SIZE_LIMIT_EXCEEDED:200:" + NO_FILE),
                named("a Content-Range of a 200 is ignored")
                        .answer("HTTP/1.1 200 OK\r\nContent-Range: bytes 0-3/5\r\nContent-Length: 5\r\n\r\nhello")
                        .answer("HTTP/1.1 200 OK\r\nContent-Range: bytes 1-5/6\r\nContent-Length: 5\r\n\r\nworld")
                        .downloadTo("a").get().readBack("a").get().readBack("a")
                        .traces("SUCCESS:200: ENDED:5:hello SUCCESS:200: ENDED:5:world")
                        .butIn(WITHOUT_FILES, CANT_OPEN + NO_FILE + " " + CANT_OPEN + NO_FILE, NO_FILES),
                alwaysSendsAPart("206 Partial Content", "REQUEST_FAILED:206:")
                        .butIn(WITHOUT_FILES, "DOWNLOAD_FILE_CANT_OPEN:206:" + NO_FILE, NO_FILES),
                alwaysSendsAPart("200 OK", "REQUEST_FAILED:200:"),
                named("without a download file a body goes to the listener again").answer(Answer.text("one"))
                        .answer(Answer.text("two")).downloadTo("a").get().set(http -> http.setDownloadFile("")).get()
                        .traces("SUCCESS:200: SUCCESS:200:two")
                        .butIn(WITHOUT_FILES, CANT_OPEN + " SUCCESS:200:two", NO_FILES),
                named("a missing file cannot be read").answer(Answer.text("never")).readBack("none")
                        .traces("FAILED:-1:"));
    }

    /** The first response is no progress for a request that began anew. */
    private static RequestScenario alwaysSendsAPart(String status, String end) {
        return named("a server that always sends the same part with " + status.substring(0, 3) + " is a failure")
                .answer("HTTP/1.1 " + status
                        + "\r\nETag: \"v1\"\r\nContent-Range: bytes 0-4/9\r\nContent-Length: 5\r\n\r\nhello")
                .downloadTo("a").set(http -> http.setDownloadResumed(true)).get().readBack("a").traces(end + NO_FILE);
    }
}
