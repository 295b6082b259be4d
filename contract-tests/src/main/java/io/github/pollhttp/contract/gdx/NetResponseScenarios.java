package io.github.pollhttp.contract.gdx;

import static io.github.pollhttp.contract.gdx.NetScenario.code;
import static io.github.pollhttp.contract.gdx.NetScenario.named;
import static io.github.pollhttp.contract.gdx.NetScenario.token;

import java.io.IOException;
import java.util.List;

import com.badlogic.gdx.Net.HttpMethods;
import com.badlogic.gdx.Net.HttpResponse;

import io.github.pollhttp.contract.Answer;
import io.github.pollhttp.contract.Answer.SendCoded;
import io.github.pollhttp.contract.Answer.SendPattern;
import io.github.pollhttp.contract.Body;

/** What a listener can read of a response. */
final class NetResponseScenarios {
    private static final int LARGE = 300_000;
    private static final String HELLO = "Content-Length: 5\r\n\r\nhello";

    private NetResponseScenarios() {}

    static List<NetScenario> list() {
        return List.of(
                named("a binary body is exact")
                        .answer(Answer.of("HTTP/1.1 200 OK\r\nContent-Length: " + LARGE + "\r\n\r\n")
                                .then(new SendPattern(LARGE)))
                        .get().traces("200:" + Body.patternToken(LARGE)),
                named("a 404 is a response with its body")
                        .answer("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nnone").get().traces("404:none"),
                named("the body of a 404 can be read as a stream")
                        .answer("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nnone")
                        .reading(response -> token(readStream(response))).get().traces("none"),
                named("a 204 has an empty body").answer("HTTP/1.1 204 No Content\r\n\r\n").get().traces("204:"),
                named("a body can be read repeatedly").answer(Answer.text("hello"))
                        .reading(response -> token(response.getResult()) + "," + response.getResultAsString() + ","
                                + token(readStream(response)) + "," + token(response.getResult()))
                        .get().traces("hello,hello,hello,hello")
                        .butLibGdx("hello,,,", "the first reading closes the stream"),
                named("a body can be read after the callback").answer(Answer.text("hello"))
                        .reading(NetScenario::code).get()
                        .later(0, response -> token(response.getResult()))
                        .traces("200 hello")
                        .butLibGdxVaries("the connection is closed when the callback returns"),
                named("a string is read as UTF-8 without a byte order mark")
                        .answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n\u00ef\u00bb\u00bf\u00c3\u00a4")
                        .reading(response -> codes(response.getResultAsString())).get().traces("e4")
                        .butLibGdx("feff,e4", "the byte order mark is part of the text"),
                named("a compressed body is decompressed")
                        .answer(Answer.of(new SendCoded("gzip", new byte[]{'h', 'i'}))).get().traces("200:hi")
                        .butLibGdxVaries("the compressed bytes are the result"),
                named("a body is not decompressed if the request asks for a coding itself")
                        .answer(Answer.of(new SendCoded("gzip", new byte[]{'h', 'i'})))
                        .reading(response -> isGzip(response.getResult()) ? "compressed" : token(response.getResult()))
                        .get(request -> request.setHeader("Accept-Encoding", "gzip")).traces("compressed")
                        .butInBrowser("hi", "the browser always decompresses"),
                named("the name of a header has no case")
                        .answer("HTTP/1.1 200 OK\r\nContent-type: text/x-test\r\n" + HELLO)
                        .reading(response -> response.getHeader("CONTENT-TYPE") + "," + response.getHeader("X-None"))
                        .get().traces("text/x-test,null"),
                named("the keys of getHeaders have no case")
                        .answer("HTTP/1.1 200 OK\r\nContent-type: text/x-test\r\n" + HELLO)
                        .reading(response -> String.valueOf(response.getHeaders().get("CONTENT-TYPE")))
                        .get().traces("[text/x-test]").butLibGdx("null", "the server writes \"Content-type\""),
                named("no header has the name null").answer(Answer.text("hello"))
                        .reading(response -> String.valueOf(response.getHeaders().get(null))).get().traces("null")
                        .butLibGdx("[HTTP/1.1 200 OK]", "the JDK has the status line there"),
                named("of two headers with one name the last one counts")
                        .answer("HTTP/1.1 200 OK\r\nX-Two: one\r\nX-Two: two\r\n" + HELLO)
                        .reading(response -> response.getHeader("X-Two") + "," + response.getHeaders().get("X-Two"))
                        .get().traces("two,[one, two]")
                        .butInBrowser("one, two,[one, two]", "the browser joins them")
                        .butLibGdx("two,[two, one]", "JDK 17 lists them backwards").onNewerJdk("two,[one, two]"),
                named("a redirect is followed").answer(Answer.redirect(302, "1"))
                        .answer(Answer.text("there")).get().traces("200:there"),
                named("a redirect of POST with 307 keeps its content")
                        .answer(Answer.redirect(307, "1"))
                        .answer(Answer.reveal()).send(HttpMethods.POST, request -> request.setContent("data"))
                        .traces("200:POST_/.../1_data"),
                named("a redirect with 308 is followed").answer(Answer.redirect(308, "1"))
                        .answer(Answer.text("there")).get().traces("200:there")
                        .butLibGdx("308:moved", "the JDK does not know 308"),
                named("a redirect is the response if redirects are not followed")
                        .answer(Answer.redirect(302, "/somewhere"))
                        .reading(response -> code(response) + ":" + response.getHeader("Location"))
                        .get(request -> request.setFollowRedirects(false))
                        .traces("302:/somewhere")
                        .butInBrowser("rejected", "libGDX's setFollowRedirects throws an exception there")
                        .butLibGdx("404:null", "the setting takes effect for the next request"));
    }

    private static byte[] readStream(HttpResponse response) {
        try {
            return response.getResultAsStream().readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
    }

    /** Returns the UTF-16 code units in hexadecimal. */
    private static String codes(String text) {
        StringBuilder codes = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            codes.append(i > 0 ? "," : "").append(Integer.toHexString(text.charAt(i)));
        }
        return codes.toString();
    }
}
