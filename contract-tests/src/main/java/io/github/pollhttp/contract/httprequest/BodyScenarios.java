package io.github.pollhttp.contract.httprequest;

import static io.github.pollhttp.contract.httprequest.RequestScenario.named;

import java.util.List;

import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Answer.AwaitSignal;
import io.github.pollhttp.contract.Answer.Send;
import io.github.pollhttp.contract.Answer.SendCoded;
import io.github.pollhttp.contract.Body;
import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.contract.Pattern;
import io.github.pollhttp.request.HTTPRequest;

/** Content codings and size limits of response bodies. */
final class BodyScenarios {
    private static final byte[] HELLO = {'h', 'e', 'l', 'l', 'o'};
    private static final int LARGE = 300_000;
    private static final String BROWSER_DECODES = "a browser decodes bodies itself and reports a decoding failure as a network error";

    /** The gzip coding of ten times "hello-" and ten times "world-". A decoder can decode the first half as soon as it has the first part. */
    private static final String GZIP_START = "\037\213\010\000\000\000\000\000\002\003\312H\315\311\311\327\315 \213\004\000\000\000\377\377";
    private static final String GZIP_REST = "+\317/\312I!\223\004\000u\004\314[x\000\000\000";

    private BodyScenarios() {}

    static List<RequestScenario> list() {
        return List.of(
                coded("gzip"), coded("deflate"), coded("raw-deflate"),
                named("the headers of a gzip body are kept, and its progress ends at its size")
                        .answer(Answer.of(new SendCoded("gzip", Pattern.bytes(LARGE)))).get()
                        .thenHeader("Content-Encoding").thenHeader("Content-Length")
                        .then("size", HTTPRequest::getBodySize).then("came", HTTPRequest::getDownloadedBytes)
                        .traces("SUCCESS:200:" + Body.patternToken(LARGE)
                                + " Content-Encoding:gzip Content-Length:1548 size:1548 came:1548")
                        .butInBrowser("SUCCESS:200:" + Body.patternToken(LARGE)
                                + " Content-Encoding:gzip Content-Length:1548 size:-1 came:300000",
                                "a browser counts the bytes after decoding, and does not know their number in advance"),
                named("the progress of a gzip body that arrives in two parts never exceeds its size")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 42\r\n\r\n"
                                + GZIP_START).then(new AwaitSignal("rest")).then(new Send(GZIP_REST)))
                        .answer(Answer.signal("rest")).startRequest().awaitBytes(GZIP_START.length())
                        .then("size", HTTPRequest::getBodySize).then("came", HTTPRequest::getDownloadedBytes)
                        .otherGets().awaitCompletion().thenHeader("content-encoding").thenHeader("content-length")
                        .then("size", HTTPRequest::getBodySize).then("came", HTTPRequest::getDownloadedBytes)
                        .traces("size:42 came:25 SUCCESS:200:" + "hello-".repeat(10) + "world-".repeat(10)
                                + " content-encoding:gzip content-length:42 size:42 came:42")
                        .butInBrowser("size:-1 came:60 SUCCESS:200:" + "hello-".repeat(10) + "world-".repeat(10)
                                + " content-encoding:gzip content-length:42 size:-1 came:120",
                                "a browser counts the bytes after decoding, and does not know their number in advance"),
                named("a large gzip body is decoded")
                        .answer(Answer.of(new SendCoded("gzip", Pattern.bytes(LARGE)))).get()
                        .traces("SUCCESS:200:" + Body.patternToken(LARGE)),
                named("a gzip body of another origin is decoded, although CORS hides its Content-Encoding")
                        .answer(Answer.of(new SendCoded("gzip", HELLO))).getUrl("{there}/0")
                        .thenHeader("Content-Encoding").traces("SUCCESS:200:hello Content-Encoding:gzip")
                        .butInBrowser("SUCCESS:200:hello Content-Encoding:none",
                                "CORS hides headers that the server does not expose")
                        .butAsOnJvmIn(Engine.NODE),
                named("a body with Content-Encoding: identity is unchanged").answer(
                        "HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\nContent-Length: 5\r\n\r\nhello").get()
                        .traces("SUCCESS:200:hello"),
                named("empty list elements and identity mean no coding").answer(
                        "HTTP/1.1 200 OK\r\nContent-Encoding: , identity ,\r\nContent-Length: 5\r\n\r\nhello").get()
                        .traces("SUCCESS:200:hello"),
                named("a Content-Encoding that is no known coding leaves the body unchanged").answer(
                        "HTTP/1.1 200 OK\r\nContent-Encoding: UTF-8\r\nContent-Length: 5\r\n\r\nhello").get()
                        .traces("SUCCESS:200:hello"),
                named("a body that is not valid gzip is a failure").answer(
                        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello").get()
                        .traces("BODY_DECOMPRESS_FAILED:200:").butInBrowser("CONNECTION_ERROR:0:", BROWSER_DECODES)
                        .butIn(Engine.WEBKIT, "SUCCESS:200:hello",
                                "WebKitGTK's libsoup delivers a body that it cannot decode unchanged and reports no error"),
                named("an empty body with Content-Encoding: gzip is a success").answer(
                        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n").get()
                        .traces("SUCCESS:200:"),
                named("after setAcceptGzip(false) a gzip body is not decoded")
                        .answer(Answer.of(new SendCoded("gzip", HELLO)))
                        .set(http -> http.setAcceptGzip(false)).get()
                        .traces("SUCCESS:200:%1f%8b%08%00%00%00%00%00%00%ff%cbH%cd%c9%c9%07%00%86%a6%106%05%00%00%00")
                        .butInBrowser("SUCCESS:200:hello", "a browser always decodes"),
                limited("a body of exactly the size limit is a success",
                        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
                        .traces("SUCCESS:200:hello"),
                limited("a body over the size limit is a failure", "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nhello!")
                        .traces("BODY_SIZE_LIMIT_EXCEEDED:200:"),
                limited("a body of unknown length over the size limit is a failure",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nhello!\r\n0\r\n\r\n")
                        .traces("BODY_SIZE_LIMIT_EXCEEDED:200:"),
                named("the size limit counts decoded bytes").answer(Answer.of(new SendCoded("gzip", new byte[LARGE])))
                        .set(http -> http.setBodySizeLimit(10_000)).get().traces("BODY_SIZE_LIMIT_EXCEEDED:200:"),
                named("a size limit of 0 allows an empty body").answer(Answer.text(""))
                        .set(http -> http.setBodySizeLimit(0)).get().traces("SUCCESS:200:"),
                named("a body is read to its end with the smallest chunk size")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: "
                                + LARGE + "\r\n\r\n").then(new Answer.SendPattern(LARGE)))
                        .set(http -> http.setDownloadChunkSize(256)).get()
                        .then("chunk", HTTPRequest::getDownloadChunkSize)
                        .traces("SUCCESS:200:" + Body.patternToken(LARGE) + " chunk:256"),
                part("a 206 with the bytes of its Content-Range is a success", "bytes 10-14/30")
                        .traces("SUCCESS:206:hello"),
                part("a 206 with fewer bytes than its Content-Range is a failure", "bytes 10-15/30")
                        .traces("CHUNKED_BODY_SIZE_MISMATCH:0:"),
                part("a 206 with more bytes than its Content-Range is a failure", "bytes 10-13/30")
                        .traces("CHUNKED_BODY_SIZE_MISMATCH:0:"),
                named("a body that arrives byte by byte is read to its end")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n")
                                .then(new Answer.Drip("hello-hello-hello-20")))
                        .get()
                        .traces("SUCCESS:200:hello-hello-hello-20"));
    }

    private static RequestScenario coded(String coding) {
        return named("a " + coding + " body is decoded").answer(Answer.of(new SendCoded(coding, HELLO))).get()
                .traces("SUCCESS:200:hello");
    }

    private static RequestScenario limited(String name, String answer) {
        return named(name).answer(answer).set(http -> http.setBodySizeLimit(5)).get();
    }

    private static RequestScenario part(String name, String range) {
        return named(name).answer("HTTP/1.1 206 Partial Content\r\nContent-Range: " + range
                + "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n").get("Range: bytes=10-19");
    }
}
