package io.github.pollhttp.request;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.Authorization;
import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.cookies.Cookie;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.spi.BackendProvider;

/**
 * A whole request in one call, after Godot's {@code HTTPRequest}: it connects, follows redirects, decodes, and tells a listener once what has
 * come of it. The same program runs on the desktop JVM and, compiled by TeaVM, in the browser.
 *
 * <pre>{@code
 * HTTPRequest http = HTTPRequest.create();
 * http.setRequestCompletedListener((result, responseCode, headers, body) -> {
 *     if (result == Result.RESULT_SUCCESS && responseCode == 200) {
 *         load(body);
 *     } else {
 *         show(result + " " + responseCode + " " + http.getFailureMessage());
 *     }
 * });
 * http.request("https://example.com/level.json");
 * // once a frame:
 * http.poll();
 * }</pre>
 *
 * <p>
 * <b>One completion.</b> The listener is called exactly once for each request that was accepted with {@link ErrorCode#OK}: from
 * {@link #poll()}, on the thread that calls it, in the order of the requests. That holds for a cancelled one, too: it ends in
 * {@link Result#RESULT_REQUEST_FAILED}. The listener may begin a new request, cancel, close and throw; what it throws comes out of
 * {@code poll()}.
 *
 * <p>
 * <b>Never a wait.</b> No call blocks. {@link #poll()} works for as long as there is something to do, within {@link #setPollBudget its budget},
 * so that the speed of a download does not hang on the frame rate.
 *
 * <p>
 * <b>Redirects.</b> 301, 302, 303, 307 and 308 with a Location are followed. POST becomes GET on 301 and 302, and everything but HEAD on 303; the
 * body and its headers are dropped then (RFC 9110 section 15.4). Where scheme, host or port change, {@code Authorization}, {@code Cookie},
 * {@code Proxy-Authorization} and {@code Host} are dropped, for good. What was asked for over https is not fetched over http. The browser
 * follows redirects itself, by the same rules but for its own limit of 20, and shows only where they ended.
 *
 * <p>
 * <b>Connections.</b> The connection is kept for the next request to the same origin. If the server turns out to have closed it meanwhile,
 * before any byte of an answer, an idempotent request is sent once more. {@link #close()} closes it.
 *
 * <p>
 * <b>Threads.</b> A request object belongs to one thread, also with {@link #setUseThreads}. A setting holds from the next request on.
 *
 * @see <a href="https://docs.godotengine.org/en/stable/classes/class_httprequest.html">Godot's HTTPRequest</a>
 */
public interface HTTPRequest extends AutoCloseable {

    /**
     * Makes one on the one backend of the class path.
     *
     * @return a new one, without a request
     * @throws IllegalStateException if there is no backend or more than one; the message names the artifact to add or to remove
     */
    static HTTPRequest create() {
        return new PollingRequest(HTTPClient.create(), BackendProvider.installed().requestPlatform());
    }

    /**
     * Asks for one thing with a request of its own: poll it once a frame until the listener is called. Its connection is closed before the listener is
     * called; many requests are better off in an {@link HTTPRequestQueue}.
     *
     * @param url      as in {@link #requestRaw}. One that is refused there ends in the listener, as {@link Result#RESULT_REQUEST_FAILED}
     * @param listener who is told of the end
     * @return the request under way
     * @throws IllegalStateException as {@link #create()}
     */
    static HTTPRequest get(String url, Listener listener) {
        return PollingRequest.get(create(), url, listener);
    }

    /** Godot's signal {@code request_completed}. */
    @FunctionalInterface
    interface Listener {
        /**
         * A request has ended.
         *
         * @param result       success, which every response is whatever its code, or what failed
         * @param responseCode the code of the response; 0 where none came, or it broke off
         * @param headers      the response's header lines, as {@link HTTPClient#getResponseHeaders} gives them; empty where the code is 0
         * @param body         the whole body, the listener's to keep; empty after a failure, and where it went into a file
         */
        void requestCompleted(Result result, int responseCode, List<String> headers, byte[] body);
    }

    // Requesting

    /**
     * Begins a GET without headers of its own.
     *
     * @param url as in {@link #requestRaw}
     * @return as there
     */
    default ErrorCode request(String url) {
        return request(url, List.of());
    }

    /**
     * Begins a GET.
     *
     * @param url           as in {@link #requestRaw}
     * @param customHeaders as there
     * @return as there
     */
    default ErrorCode request(String url, List<String> customHeaders) {
        return request(url, customHeaders, Method.METHOD_GET, "");
    }

    /**
     * Begins a request with text.
     *
     * @param url           as in {@link #requestRaw}
     * @param customHeaders as there
     * @param method        as there
     * @param requestData   the body, sent as UTF-8
     * @return as there
     */
    ErrorCode request(String url, List<String> customHeaders, Method method, String requestData);

    /**
     * Begins a request with a body that knows its type.
     *
     * @param url           as in {@link #requestRaw}
     * @param customHeaders as there; a {@code Content-Type} among them takes the place of the body's
     * @param method        as there
     * @param body          the body
     * @return as there
     */
    default ErrorCode request(String url, List<String> customHeaders, Method method, RequestBody body) {
        List<String> headers = new ArrayList<>(customHeaders);
        boolean hasType = false;
        for (String line : customHeaders) {
            hasType |= HeaderLine.isNamed(line, "Content-Type");
        }
        if (!hasType) {
            headers.add(body.header());
        }
        return requestRaw(url, headers, method, body.bytes());
    }

    /**
     * Begins a request; {@link #poll()} goes on with it. What only the platform can refuse (a body with GET in the browser) ends in the
     * listener, as {@link Result#RESULT_REQUEST_FAILED}.
     *
     * @param url           an absolute {@code http://} or {@code https://} URL without user and password; a fragment is left out
     * @param customHeaders lines {@code Name: value}, sent in this order; see {@link HTTPClient#requestRaw} for those that are added
     * @param method        the method, not CONNECT
     * @param requestData   the body, empty for none. It is not copied: do not change it until the listener is called
     * @return {@code OK}; {@code ERR_BUSY} if a request is under way; {@code ERR_INVALID_PARAMETER} if the url, a header or the method is none.
     *         After an error nothing has changed, the listener is not called, and {@link #getRejection()} says what is wrong
     */
    ErrorCode requestRaw(String url, List<String> customHeaders, Method method, byte[] requestData);

    /**
     * Goes on with the request, and calls the listener if it has ended; call it once a frame. Without a request it looks after the connection
     * that is kept.
     */
    void poll();

    /**
     * Ends the request at once: the transfer really ends, and the file that it was written to is removed. The listener is told by the next
     * {@link #poll()}, with {@link Result#RESULT_REQUEST_FAILED}; Godot tells nothing. A new request may begin right away. Without a request
     * nothing happens.
     */
    void cancelRequest();

    /** Cancels the request, if there is one, and closes the connection that is kept. The object may be used again. */
    @Override
    void close();

    /**
     * Whether a request is under way, so that another one would be refused.
     *
     * @return true from the call that accepted it until the listener is about to be called
     */
    boolean isRequesting();

    /**
     * Sets who is told of each end. It is asked for when a request ends, not when it begins.
     *
     * @param listener the listener, null for none
     */
    void setRequestCompletedListener(Listener listener);

    // Progress, of the request under way, or else of the last one

    /**
     * How many bytes the body has, as they come over the network: before any decoding on the JVM, after it in the browser. With a resumed
     * download, those that were there before are counted.
     *
     * @return the number, -1 while it is not known or if the server does not tell
     */
    long getBodySize();

    /**
     * How many bytes of the body have come, counted as {@link #getBodySize()} counts them.
     *
     * @return the number
     */
    long getDownloadedBytes();

    /**
     * How many bytes of the request's body have been sent, in the last hop or retry.
     *
     * @return the number, as {@link HTTPClient#getUploadedBytes} counts it; always 0 in the browser unless {@link #setUploadProgressEnabled} is on
     */
    long getUploadedBytes();

    /**
     * The status of the client underneath.
     *
     * @return the status
     */
    Status getHttpClientStatus();

    /**
     * The URLs that the request was sent on to.
     *
     * @return absolute URLs in order, without the first one; the last is where the response came from. Empty in the browser, which does not tell;
     *         see {@link #getResponseUrl()}
     */
    List<String> getRedirects();

    /**
     * Where the response came from, redirects followed.
     *
     * @return an absolute URL, empty before a response
     */
    String getResponseUrl();

    // Why not

    /**
     * Why the network or the server failed.
     *
     * @return the client's failure; null without one, also where something else failed
     */
    Failure getFailure();

    /**
     * Why the last request did not end in {@link Result#RESULT_SUCCESS}.
     *
     * @return a sentence for a person, null after a success and while a request is under way
     */
    String getFailureMessage();

    /**
     * Why the last {@code request} or {@code requestRaw} was refused.
     *
     * @return a sentence for the developer, or null if it was accepted
     */
    String getRejection();

    // Settings

    /**
     * Asks for gzip and deflate, unless the request has an {@code Accept-Encoding} of its own, and decodes them. In the browser this has no
     * effect: browsers ask and decode by themselves.
     *
     * @param enabled the default is true; with false a body that comes in a content coding is left in it
     */
    void setAcceptGzip(boolean enabled);

    /**
     * Whether gzip and deflate are asked for and decoded.
     *
     * @return true by default
     */
    boolean isAcceptingGzip();

    /**
     * Limits the body. Decoded bytes count, and one that is larger ends in {@link Result#RESULT_BODY_SIZE_LIMIT_EXCEEDED} without taking more
     * memory than the limit.
     *
     * @param bytes -1, the default, for no limit but the 2 GiB that memory takes; a file takes any size
     * @throws IllegalArgumentException if it is less than -1
     */
    void setBodySizeLimit(long bytes);

    /**
     * The limit of the body.
     *
     * @return bytes, or -1
     */
    long getBodySizeLimit();

    /**
     * Sets how many bytes one step of a {@link #poll()} takes; a poll makes as many steps as its budget allows.
     *
     * @param bytes 256 to 16 777 216; the default is 65536
     * @throws IllegalArgumentException if it is out of range
     */
    void setDownloadChunkSize(int bytes);

    /**
     * How many bytes one step takes.
     *
     * @return the number of bytes
     */
    int getDownloadChunkSize();

    /**
     * Has the body written to a file instead of given to the listener, if the response's code is 2xx; any other response's body goes to the
     * listener as ever, so that no error page takes a file's place.
     *
     * <p>
     * The file appears under its name once it is whole, and takes the place of an older one then. Until then the bytes are in a neighbour,
     * {@code path} with {@code .part} behind it, which is removed if the request fails or is cancelled. If the process is killed, the neighbour
     * stays, and the next download of the same name replaces it. In the browser the file is one of the origin private file system, its folders
     * are made, and {@link StoredFile} reads it back.
     *
     * @param path a file in a folder that exists; empty, the default, for none
     */
    void setDownloadFile(String path);

    /**
     * The file to download to.
     *
     * @return its path, or empty
     */
    String getDownloadFile();

    /**
     * Keeps what a failed or cancelled download has left, or one whose process was killed, and has the next GET of the same URL to the same file
     * ask for the rest alone, with {@code Range} and {@code If-Range} (RFC 9110 section 14). If the server has another version meanwhile, it
     * sends the whole. Needs a strong {@code ETag}, or a {@code Last-Modified} that is older than the response, and no content coding, which is
     * why none is asked for then. In the browser this has no effect: each download begins anew.
     *
     * @param enabled the default is false
     */
    void setDownloadResumed(boolean enabled);

    /**
     * Whether downloads are resumed.
     *
     * @return false by default
     */
    boolean isDownloadResumed();

    /**
     * Limits the redirects. One more ends in {@link Result#RESULT_REDIRECT_LIMIT_REACHED}. No effect in the browser, whose own limit is 20.
     *
     * @param redirects -1 for any number; the default is 8
     * @throws IllegalArgumentException if it is less than -1
     */
    void setMaxRedirects(int redirects);

    /**
     * How many redirects are followed.
     *
     * @return the number, or -1
     */
    int getMaxRedirects();

    /**
     * Limits the time from the call that accepted a request to its end, redirects, retries and their pauses included. Past it the request ends in
     * {@link Result#RESULT_TIMEOUT}, with the next {@link #poll()}. Real time of a monotonic clock.
     *
     * @param seconds 0, the default, for no limit
     * @throws IllegalArgumentException if it is negative or no number
     */
    void setTimeout(double seconds);

    /**
     * The limit of time.
     *
     * @return seconds, or 0
     */
    double getTimeout();

    /**
     * Limits the time in which nothing moves in either direction: see {@link HTTPClient#setReadTimeout}, by which it is measured. Past it the
     * request ends in {@link Result#RESULT_TIMEOUT}. Connecting may take no longer either; without this limit it may take 30 seconds.
     *
     * @param seconds 0, the default, for no limit
     * @throws IllegalArgumentException if it is negative or no number
     */
    void setStallTimeout(double seconds);

    /**
     * The limit of silence.
     *
     * @return seconds, or 0
     */
    double getStallTimeout();

    /**
     * Sets for how long one {@link #poll()} goes on while there is something to do. It makes one step at least, and looks at the clock after
     * each. On the JVM it stays up to 0.1 ms for more, within the budget, once 512 KiB of a body have come in the same poll; in the browser nothing
     * arrives while a program is at work.
     *
     * @param seconds the default is 0.002; 0 for one step a poll
     * @throws IllegalArgumentException if it is negative or no number
     */
    void setPollBudget(double seconds);

    /**
     * For how long a poll goes on.
     *
     * @return seconds
     */
    double getPollBudget();

    /**
     * Has a thread of the library's do the work, so that not even the decoding takes time of a frame; {@link #poll()} only looks, and calls the
     * listener, on the caller's thread. In the browser this has no effect.
     *
     * @param enabled the default is false
     */
    void setUseThreads(boolean enabled);

    /**
     * Whether a thread does the work.
     *
     * @return false by default
     */
    boolean isUsingThreads();

    /**
     * Sets how often a request is sent again by itself.
     *
     * @param policy {@link RetryPolicy#NONE} by default
     */
    void setRetryPolicy(RetryPolicy policy);

    /**
     * How often a request is sent again by itself.
     *
     * @return the policy
     */
    RetryPolicy getRetryPolicy();

    /**
     * Sets where cookies are kept. They are sent and taken with each hop of a redirect, by the rules of the hop's own host. A request that has a
     * {@code Cookie} line of its own sends that one instead. In the browser this has no effect: the browser keeps cookies by itself.
     *
     * @param jar the jar, perhaps shared with other requests; null, the default, for none
     */
    void setCookieJar(CookieJar jar);

    /**
     * Where cookies are kept.
     *
     * @return the jar; null for none, and in the browser
     */
    CookieJar getCookieJar();

    /**
     * Sends {@code http://} requests through a proxy, see {@link HTTPClient#setHttpProxy}.
     *
     * @param host as there
     * @param port as there
     * @throws IllegalArgumentException as there
     */
    void setHttpProxy(String host, int port);

    /**
     * Sends {@code https://} requests through a proxy, see {@link HTTPClient#setHttpsProxy}.
     *
     * @param host as there
     * @param port as there
     * @throws IllegalArgumentException as there
     */
    void setHttpsProxy(String host, int port);

    /**
     * Sets how servers of {@code https://} URLs are checked. No effect in the browser.
     *
     * @param options the options, null for the defaults
     */
    void setTlsOptions(TLSOptions options);

    /**
     * Names the hosts that are reached without a proxy, see {@link HTTPClient#setProxyExclusions}.
     *
     * @param hosts as there
     * @throws IllegalArgumentException as there
     */
    void setProxyExclusions(List<String> hosts);

    /**
     * Sets how the browser sends requests, see {@link HTTPClient#setWebOptions}. No effect on the JVM.
     *
     * @param options as there
     */
    void setWebOptions(WebOptions options);

    /**
     * Makes the browser tell how much of a body it has sent, see {@link HTTPClient#setUploadProgressEnabled}. No effect on the JVM, which always
     * does.
     *
     * @param enabled as there
     */
    void setUploadProgressEnabled(boolean enabled);

    /** What a request has come to, with Godot's names and numbers. */
    enum Result {
        /** A response came whole; its code may be any. */
        RESULT_SUCCESS(0),
        /** The body has not as many bytes as were announced, though the connection ended in good order. */
        RESULT_CHUNKED_BODY_SIZE_MISMATCH(1),
        /** No connection was made: refused, unreachable, too slow, or the proxy did not want to. Not in the browser, which does not tell. */
        RESULT_CANT_CONNECT(2),
        /** The host's name could not be resolved. Not in the browser, which does not tell. */
        RESULT_CANT_RESOLVE(3),
        /** The connection broke, or what came over it was no HTTP; in the browser any failure of the network, and a CORS refusal. */
        RESULT_CONNECTION_ERROR(4),
        /** The TLS handshake failed, or the server's certificate is not trusted. Not in the browser, which does not tell. */
        RESULT_TLS_HANDSHAKE_ERROR(5),
        /** The connection ended without a response, and without an error. */
        RESULT_NO_RESPONSE(6),
        /** The body is larger than {@link HTTPRequest#setBodySizeLimit} allows. */
        RESULT_BODY_SIZE_LIMIT_EXCEEDED(7),
        /** The body is not what its {@code Content-Encoding} says, or breaks off in the middle of it. In the browser a connection error. */
        RESULT_BODY_DECOMPRESS_FAILED(8),
        /** The request was cancelled, the platform cannot send it, or a redirect leads where it must not be followed. Unused in Godot. */
        RESULT_REQUEST_FAILED(9),
        /** The file to download to could not be opened. */
        RESULT_DOWNLOAD_FILE_CANT_OPEN(10),
        /** The file to download to could not be written. */
        RESULT_DOWNLOAD_FILE_WRITE_ERROR(11),
        /** More redirects than {@link HTTPRequest#setMaxRedirects} allows. In the browser a connection error. */
        RESULT_REDIRECT_LIMIT_REACHED(12),
        /** {@link HTTPRequest#setTimeout} or {@link HTTPRequest#setStallTimeout} has passed. */
        RESULT_TIMEOUT(13);

        private final int value;

        Result(int value) {
            this.value = value;
        }

        /**
         * Godot's number.
         *
         * @return the value of the constant of the same name in Godot
         */
        public int value() {
            return value;
        }
    }
}
