package io.github.pollhttp.request;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import io.github.pollhttp.Failure;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.spi.ResponseHead;

/**
 * How a request ended: the complete response, or the reason why there is none. A listener receives it and may keep it.
 *
 * <pre>{@code
 * // play(byte[]) and show(String) are methods of your game.
 * HTTPRequestQueue http = HTTPRequestQueue.create();
 * http.get("https://example.com/level.json", response -> {
 *     if (response.isOk()) {
 *         play(response.bytes());
 *     } else {
 *         show(response.message());
 *     }
 * });
 *
 * // Once a frame:
 * http.poll();
 * }</pre>
 *
 * <p>
 * The object does not change, and any thread may use it. Only the array of {@link #bytes()} can be changed by the program. Godot has no such class; its
 * listener gets the four values that {@link HTTPRequest.Listener} has.
 */
@NullMarked
public final class HTTPResponse {
    private final RequestResult ended;
    /** A {@link RequestUrl}, or a String that is perhaps no URL. */
    private final Object requestedUrl;
    private final List<String> redirects;

    /**
     * @param requestedUrl the last URL that was requested: a {@link RequestUrl}, or a String that is perhaps no URL
     * @param redirects    the URLs that the request was redirected to
     */
    HTTPResponse(RequestResult ended, Object requestedUrl, List<String> redirects) {
        this.ended = ended;
        this.requestedUrl = requestedUrl;
        this.redirects = redirects;
    }

    /**
     * Creates the response to a request that was cancelled before it was sent. For queues and tests.
     *
     * @param url the URL that was requested
     * @return a response that {@link #isCancelled}
     */
    public static HTTPResponse cancelled(String url) {
        return new HTTPResponse(RequestResult.CANCELLED, url, List.of());
    }

    /**
     * Creates the response to a request that was rejected, so that it was not sent. For queues and tests.
     *
     * @param url     the URL that was requested, perhaps invalid
     * @param message builds what {@link #message} returns
     * @return a response with {@link Result#RESULT_REQUEST_FAILED}
     */
    public static HTTPResponse rejected(String url, Supplier<String> message) {
        // a function for the result, so that TeaVM leaves out the names of all results
        Why why = new StatedWhy(false, () -> Result.RESULT_REQUEST_FAILED, message);
        return new HTTPResponse(RequestResult.failed(why, null), url, List.of());
    }

    /**
     * Creates a response without code, headers and body, for example to a stream that has ended. For event sources and tests.
     *
     * @param result  how the request ended
     * @param url     the URL that was requested, perhaps invalid
     * @param message builds what {@link #message} returns if the response is not {@linkplain #isOk ok}
     * @return the response
     */
    public static HTTPResponse of(Result result, String url, Supplier<String> message) {
        return new HTTPResponse(RequestResult.of(result, message), url, List.of());
    }

    /**
     * Adds the head of a response.
     *
     * @param head the head, which must stay as it is
     * @return a copy of this response with the code, the headers and the URL of the head
     */
    public HTTPResponse withHead(ResponseHead head) {
        return new HTTPResponse(ended.withHead(head), requestedUrl, redirects);
    }

    /**
     * Adds redirects.
     *
     * @param urls the URLs that the request was redirected to, in order
     * @return a copy of this response with these redirects
     */
    public HTTPResponse withRedirects(List<String> urls) {
        return new HTTPResponse(ended, requestedUrl, urls);
    }

    /**
     * Returns whether a complete response with a success code arrived.
     *
     * @return true for {@link Result#RESULT_SUCCESS} and a code from 200 to 299
     */
    public boolean isOk() {
        return ended.why() == null && ended.code() / 100 == 2;
    }

    /**
     * Returns whether the program has cancelled the request, with {@link HTTPRequest#cancelRequest}, {@link HTTPRequest#close} or a method of a queue or
     * an event source.
     *
     * @return true after a cancellation; then the result is {@link Result#RESULT_REQUEST_FAILED}
     */
    public boolean isCancelled() {
        return ended == RequestResult.CANCELLED;
    }

    /**
     * Returns the result with Godot's name. Most programs need only {@link #isOk} and {@link #message}.
     *
     * @return {@link Result#RESULT_SUCCESS} if a complete response arrived, whatever its code; otherwise the kind of failure
     */
    public Result result() {
        return ended.result();
    }

    /**
     * Returns the response code.
     *
     * @return the code; 0 if no response arrived or the response broke off
     */
    public int code() {
        return ended.code();
    }

    /**
     * Returns a sentence that says why the request is not {@linkplain #isOk ok}, for a person. It contains no query of a URL and no password.
     *
     * @return for example {@code "https://example.com/level.json" answered 404 Not Found.}, or the reason of the failure; null if the request is ok
     */
    public @Nullable String message() {
        if (isOk()) {
            return null;
        }
        if (ended.why() != null) {
            return ended.why().message();
        }
        String reason = HTTPClient.ResponseCode.reason(code());
        return Quoted.url(url()) + " answered " + code() + (reason.isEmpty() ? "" : " " + reason) + ".";
    }

    /**
     * Returns why the network or the server failed.
     *
     * @return the failure, with its phase and reason; null if a complete response arrived, and after a failure that did not come from the network or
     *         the server, such as a file error or a cancellation
     */
    public @Nullable Failure failure() {
        return ended.why() == null ? null : ended.why().failure();
    }

    /**
     * Returns the URL that the response came from, after redirects.
     *
     * @return an absolute URL without its fragment. Without a response, it is the URL that was requested last
     */
    public String url() {
        String responded = ended.head() == null ? "" : ended.head().url();
        return responded.isEmpty() ? requestedUrl.toString() : responded; // a script of the page may have replaced fetch
    }

    /**
     * Returns the URLs that the request was redirected to.
     *
     * @return absolute URLs in order, without the requested one. Always empty in the browser, which does not reveal them
     */
    public List<String> redirects() {
        return redirects;
    }

    /**
     * Returns the value of a header. Ignores the case of the name.
     *
     * @param name the name, for example {@code Content-Type}
     * @return the value of the first header of this name, or null if there is none. In the browser, null too for a header that CORS hides
     */
    public @Nullable String header(String name) {
        List<String> values = headers(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /**
     * Returns all values of a header that a response may have more than once. Ignores the case of the name.
     *
     * @param name the name, for example {@code Link}
     * @return the values in order, empty if there is none
     */
    public List<String> headers(String name) {
        return ended.header(name);
    }

    /**
     * Returns the headers.
     *
     * @return lines in the form of {@link HTTPClient#getResponseHeaders}, in order; empty if the code is 0
     */
    public List<String> headerLines() {
        return ended.headers();
    }

    /**
     * Returns the body. In WasmGC, the browser keeps the body, and the first call makes the array. That takes about 1.5 ms for each MiB. {@link #text} is
     * faster there. Elsewhere the array exists already.
     *
     * @return the array, the same one at each call; empty after a failure, or if the body was written to a file
     */
    public byte[] bytes() {
        return ended.body().bytes();
    }

    /**
     * Returns the body as text in UTF-8 (Encoding Standard, "UTF-8 decode"). A byte order mark is left out, and a malformed sequence becomes U+FFFD.
     *
     * @return the text; empty after a failure, or if the body was written to a file. Each call decodes the body again
     */
    public String text() {
        return ended.body().text();
    }

    /**
     * Describes the response for a log, without headers, query and body.
     *
     * @return for example {@code RESULT_SUCCESS 200 "https://example.com/level.json"}
     */
    @Override
    public String toString() {
        return ended.result() + " " + code() + " " + Quoted.url(url());
    }
}
