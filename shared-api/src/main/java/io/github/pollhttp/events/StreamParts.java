package io.github.pollhttp.events;

import java.io.IOException;
import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.content.ContentCodings;
import io.github.pollhttp.content.DecoderChain;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.internal.Redirect;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.RequestPlatform;

/**
 * The parts of a stream that browsers have built in: content codings, redirects and cookies. A cookie jar is code of the program, so this class also
 * closes the source if a step throws, and ignores a poll during a step. Not final, and null in a browser, so that TeaVM leaves
 * it out, see {@link RequestPlatform#unlessBuiltIn}.
 */
class StreamParts {
    private final ContentCodings codings;
    /** Null for no jar. */
    private CookieJar cookieJar;
    /** Null if no stream is open, and if it has no content coding. */
    private DecodedStream decoded;
    /** Whether a step of the source is running. */
    private boolean stepping;

    StreamParts(RequestPlatform platform) {
        codings = new ContentCodings(platform, true, DecodedStream.CHUNK);
    }

    void setCookieJar(CookieJar jar) {
        cookieJar = jar;
    }

    CookieJar cookieJar() {
        return cookieJar;
    }

    /**
     * Makes a step of a source. Closes it if code of the program, such as the cookie jar, throws.
     *
     * @return false if the jar calls this during a step
     */
    boolean step(PollingEventSource source) {
        if (stepping) {
            return false;
        }
        boolean thrown = true;
        stepping = true;
        try {
            source.step();
            thrown = false;
        } finally {
            stepping = false;
            if (thrown) {
                source.end(
                        () -> "Code of the program that the source called, such as a cookie jar, threw an exception.");
            }
        }
        return true;
    }

    /**
     * Adds the lines about codings and cookies. Calls the cookie jar.
     *
     * @return all lines; null if the jar has closed the source or opened another stream
     */
    List<String> addTo(List<String> lines, StreamRequest request) {
        int before = request.changes();
        List<String> coded = HeaderLine.joined(lines, codings.headers(lines, true));
        String cookies = cookieJar == null || HeaderLine.has(lines, "Cookie")
                ? ""
                : cookieJar.cookiesFor(request.target().url().toString());
        if (request.changes() != before) {
            return null;
        }
        return cookies.isEmpty() ? coded : HeaderLine.joined(coded, List.of("Cookie: " + cookies));
    }

    /**
     * Stores the cookies of a response. Calls the cookie jar.
     *
     * @return false if the jar has closed the source or opened another stream
     */
    boolean storeCookies(StreamRequest request) {
        int before = request.changes();
        if (cookieJar != null) {
            cookieJar.store(request.target().url().toString(), request.client().getResponseHeader("Set-Cookie"));
        }
        return request.changes() == before;
    }

    /**
     * Leads the target to the next URL if the response is a redirect.
     *
     * @return whether it is one
     * @throws RejectionException if the redirect must not be followed
     */
    boolean follow(HTTPClient response, StreamTarget target) throws RejectionException {
        String location = Redirect.location(response.getResponseCode(), response.getResponseHeader("Location"));
        if (!location.isEmpty()) {
            target.follow(location);
        }
        return !location.isEmpty();
    }

    /**
     * Begins to read a stream.
     *
     * @throws RejectionException if it has a content coding that cannot be decoded
     */
    void open(HTTPClient response, StreamTarget target) throws RejectionException {
        try {
            DecoderChain chain = codings.decoder(response, List.of()); // coded lines are useless, even if the program has asked for the coding
            decoded = chain == null ? null : new DecodedStream(response, chain);
        } catch (IOException e) {
            List<String> coding = response.getResponseHeader("Content-Encoding");
            throw RejectionException.invalid("The server answered " + target.url().quoted()
                    + " with the Content-Encoding " + Quoted.text(coding.toString())
                    + ", which cannot be decoded. Let the server send the stream without one.");
        }
    }

    /**
     * Reads or decodes a chunk.
     *
     * @return the bytes of the stream, perhaps none
     * @throws RejectionException if the body does not have the content coding that its header names
     */
    byte[] read(HTTPClient response) throws RejectionException {
        return decoded == null ? response.readResponseBodyChunk() : decoded.read();
    }

    /** Whether the decoder may have more bytes, although the last read gave none. */
    boolean isDecoding() {
        return decoded != null && decoded.hasProgressed();
    }

    /** Frees the memory of the decoder. */
    void close() {
        if (decoded != null) {
            decoded.close();
            decoded = null;
        }
    }
}
