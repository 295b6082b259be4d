package io.github.pollhttp.request;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.queue.HTTPRequestQueue;

/**
 * Performs one HTTP request at a time, modelled on Godot's {@code HTTPRequest}: it connects, follows redirects, decodes the body, and calls a
 * listener once with the result. The same program runs on the desktop JVM and, compiled by TeaVM, in the browser.
 *
 * <pre>{@code
 * // play(byte[]) and show(String) are methods of your game.
 * HTTPRequest http = HTTPRequest.create();
 * http.setResponseListener(response -> {
 *     if (response.isOk()) {
 *         play(response.bytes());
 *     } else {
 *         show(response.message());
 *     }
 * });
 * if (http.request("https://example.com/level.json") != ErrorCode.OK) {
 *     show(http.getRejection());
 * }
 *
 * // Once a frame:
 * http.poll();
 * }</pre>
 *
 * <p>
 * <b>A 404 is a success.</b> {@link Result#RESULT_SUCCESS} means that a complete response arrived. Its response code can be any, 404 and 500
 * included. {@link HTTPResponse#isOk} checks the result and that the code is from 200 to 299.
 *
 * <p>
 * <b>Content codings.</b> The JVM decodes gzip and deflate. A {@code Content-Encoding} may list up to five such codings, applied one after another
 * (RFC 9110 section 8.4). In that header, empty elements, {@code identity} and unknown tokens, such as {@code UTF-8}, leave the body as it
 * is. A known coding that the JVM cannot decode ({@code br}, {@code zstd}, {@code compress}, {@code dcb}, {@code dcz}) ends in
 * {@link Result#RESULT_BODY_DECOMPRESS_FAILED}, unless an {@code Accept-Encoding} header of the program asks for it; then the body stays as it is.
 * In the browser, the browser decodes by its own rules.
 *
 * <p>
 * <b>One completion.</b> The listener is called exactly once for each request that was accepted with {@link ErrorCode#OK}. {@link #poll()}
 * calls it, on the thread that calls {@code poll()}, and in the order of the requests. A cancelled request completes too, with
 * {@link Result#RESULT_REQUEST_FAILED}. The listener may start a new request, cancel one, close this object, and throw; {@code poll()} passes
 * on the exception. If other code of the program throws during a request, such as a {@link CookieJar}, the request ends in
 * {@link Result#RESULT_REQUEST_FAILED}, and {@code poll()} first calls the listener and then throws the exception. Later polls do not throw it again.
 * A cookie jar or a {@linkplain #setRedirectHook redirect hook} may also poll, cancel or close the request that is calling it. This is not allowed
 * with {@link #setUseThreads}, because the library's thread then calls the jar and the hook.
 *
 * <p>
 * <b>No call blocks.</b> {@link #poll()} works until there is no more work to do, or until its {@linkplain #setPollBudget time budget} is used up. A
 * download is therefore not limited to one chunk per frame.
 *
 * <p>
 * <b>Redirects.</b> The codes 301, 302, 303, 307 and 308 are followed if the response has a {@code Location} that is not empty (RFC 9110 section 15.4). On 301
 * and 302 a POST becomes a GET; on 303 every method except HEAD becomes a GET. A request that becomes a GET loses its body and the headers that
 * describe the body. When the scheme, host or port changes, {@code Authorization}, {@code Cookie}, {@code Proxy-Authorization} and {@code Host}
 * are removed; they stay removed even if a later redirect leads back. A {@code Location} is read as browsers read it (URL Standard), except that an
 * empty host is an error (RFC 9110 section 4.2.1). A redirect from https to http and one with two different {@code Location} headers are not
 * followed and end in {@link Result#RESULT_REQUEST_FAILED}. In the browser, the browser itself follows redirects by its own rules (Fetch Standard),
 * at most 20, and reveals only the final URL.
 *
 * <p>
 * <b>Connections.</b> After a request the connection stays open for the next request to the same origin. The server may close the idle connection. If
 * a request finds it closed before the first byte of the response, and the method is idempotent (RFC 9110 section 9.2.2), the request is sent once
 * more on a new connection. {@link #close()} closes the connection.
 *
 * <p>
 * <b>Threads.</b> Use each object on one thread only, even with {@link #setUseThreads}. A setting applies from the next request on, unless its
 * method says otherwise.
 *
 * @see <a href="https://docs.godotengine.org/en/stable/classes/class_httprequest.html">Godot's HTTPRequest</a>
 */
@NullMarked
public interface HTTPRequest extends RequestSettings, AutoCloseable {

    /**
     * Creates an HTTPRequest that uses the backend on the class path.
     *
     * @return a new object without a request
     * @throws IllegalStateException if the class path has no backend or more than one; the message names the artifact to add or to remove
     */
    static HTTPRequest create() {
        return PollingRequest.create();
    }

    /**
     * Creates an HTTPRequest and starts a GET on it. Call {@link #poll()} on the returned object once a frame until the listener is called. The
     * connection is closed before the listener is called. For many requests use an {@link HTTPRequestQueue}, which reuses connections.
     *
     * @param url      an absolute {@code http://} or {@code https://} URL without user and password. A URL that {@link #requestRaw} would reject
     *                 is reported to the listener, as {@link Result#RESULT_REQUEST_FAILED}
     * @param listener receives the result
     * @return the request, to be polled
     * @throws IllegalStateException if the class path has no backend or more than one
     */
    static HTTPRequest get(String url, Listener listener) {
        return PollingRequest.create().get(url, listener.forResponse());
    }

    /**
     * Creates an HTTPRequest and starts a GET on it, like {@link #get(String, Listener)}, for a listener that takes the whole response.
     *
     * @param url      an absolute {@code http://} or {@code https://} URL without user and password. A URL that {@link #requestRaw} would reject
     *                 is reported to the listener, as {@link Result#RESULT_REQUEST_FAILED}
     * @param listener receives the response
     * @return the request, to be polled
     * @throws IllegalStateException if the class path has no backend or more than one
     */
    static HTTPRequest get(String url, Consumer<HTTPResponse> listener) {
        return PollingRequest.create().get(url, listener);
    }

    /** Receives the result of a request (Godot's signal {@code request_completed}). */
    @FunctionalInterface
    interface Listener {
        /**
         * Called when a request has ended.
         *
         * @param result       {@link Result#RESULT_SUCCESS} if a complete response arrived, whatever its code; otherwise the kind of failure
         * @param responseCode the response code; 0 if no response arrived or the response broke off
         * @param headers      the header lines of the response, in the form of {@link HTTPClient#getResponseHeaders}; empty if the code is 0
         * @param body         the complete body, which the listener may keep and change; empty after a failure, or if the body was written to a
         *                     file
         */
        void requestCompleted(Result result, int responseCode, List<String> headers, byte[] body);

        /**
         * Converts this listener to one that takes the whole response.
         *
         * @return a listener that passes the four values on
         */
        default Consumer<HTTPResponse> forResponse() {
            return ended -> requestCompleted(ended.result(), ended.code(), ended.headerLines(), ended.bytes());
        }
    }

    // Requesting

    /**
     * Starts a GET without custom headers.
     *
     * @param url an absolute {@code http://} or {@code https://} URL without user and password; a fragment is not sent
     * @return {@code OK}, {@code ERR_BUSY}, {@code ERR_INVALID_PARAMETER} or {@code ERR_UNAVAILABLE}; see {@link #requestRaw}
     */
    default ErrorCode request(String url) {
        return request(url, List.of());
    }

    /**
     * Starts a GET.
     *
     * @param url           an absolute {@code http://} or {@code https://} URL without user and password; a fragment is not sent
     * @param customHeaders header lines {@code Name: value}, sent in this order
     * @return {@code OK}, {@code ERR_BUSY}, {@code ERR_INVALID_PARAMETER} or {@code ERR_UNAVAILABLE}; see {@link #requestRaw}
     */
    default ErrorCode request(String url, List<String> customHeaders) {
        return requestRaw(url, customHeaders, Method.METHOD_GET, new byte[0]);
    }

    /**
     * Starts a request with a text body.
     *
     * @param url           an absolute {@code http://} or {@code https://} URL without user and password; a fragment is not sent
     * @param customHeaders header lines {@code Name: value}, sent in this order
     * @param method        any method except CONNECT
     * @param requestData   the body, sent as UTF-8; empty for no body
     * @return {@code OK}, {@code ERR_BUSY}, {@code ERR_INVALID_PARAMETER} or {@code ERR_UNAVAILABLE}; see {@link #requestRaw}
     */
    ErrorCode request(String url, List<String> customHeaders, Method method, String requestData);

    /**
     * Starts a request with a body that has a media type, sent as {@code Content-Type}. The body may be a file, see {@link RequestBody#file}.
     *
     * @param url           an absolute {@code http://} or {@code https://} URL without user and password; a fragment is not sent
     * @param customHeaders header lines {@code Name: value}, sent in this order; a {@code Content-Type} here replaces that of the body
     * @param method        any method except CONNECT
     * @param body          the body; its bytes are not copied, so do not change them until the listener is called
     * @return {@code OK}, {@code ERR_BUSY}, {@code ERR_INVALID_PARAMETER} or {@code ERR_UNAVAILABLE}; see {@link #requestRaw}. A file that cannot be opened is not noticed here:
     *         the request ends in {@link Result#RESULT_REQUEST_FAILED}
     */
    ErrorCode request(String url, List<String> customHeaders, Method method, RequestBody body);

    /**
     * Starts a request; {@link #poll()} continues it. Some requests are valid but impossible on one platform, such as a GET with a body in the
     * browser. They are accepted here and end in {@link Result#RESULT_REQUEST_FAILED}.
     *
     * @param url           an absolute {@code http://} or {@code https://} URL without user and password; a fragment is not sent
     * @param customHeaders header lines {@code Name: value}, sent in this order; {@link HTTPClient#requestRaw} lists the headers that are added
     * @param method        any method except CONNECT
     * @param requestData   the body, empty for no body. It is not copied, so do not change it until the listener is called
     * @return {@code OK} if the request was accepted; {@code ERR_BUSY} if another request is active; {@code ERR_INVALID_PARAMETER} if the URL, a
     *         header or the method is invalid; {@code ERR_UNAVAILABLE} in {@linkplain #setStrictPortable strict portable mode} if a redirect
     *         hook is set. After an error nothing has changed, the listener is not called, and {@link #getRejection()} returns the reason
     */
    ErrorCode requestRaw(String url, List<String> customHeaders, Method method, byte[] requestData);

    /**
     * Continues the request, and calls the listener if the request has ended. Call it once a frame. Without an active request it checks whether
     * the server has closed the idle connection.
     */
    void poll();

    /**
     * Cancels the active request: the transfer stops at once, and its partial file is deleted unless {@link #setDownloadResumed} keeps it. The
     * next {@link #poll()} calls the listener with {@link Result#RESULT_REQUEST_FAILED}; Godot does not report a cancelled request. A new
     * request can be started immediately. Does nothing if no request is active.
     *
     * <p>
     * If the complete file is being renamed to its final path at this moment, it is too late to cancel: a following {@link #poll()} calls the
     * listener with the result, as if the request had not been cancelled. So the result tells whether there is a new file at the final path: none
     * after {@code RESULT_REQUEST_FAILED}.
     */
    void cancelRequest();

    /** Cancels the active request, if any, and closes the idle connection. The object can be used again. */
    @Override
    void close();

    /**
     * Returns whether a request is active. If so, another request would be rejected with {@code ERR_BUSY}.
     *
     * @return true from the call that accepted the request until just before its listener is called, or until it is cancelled
     */
    boolean isRequesting();

    /**
     * Sets the listener in Godot's form; {@link #setResponseListener} sets one that takes the whole response. There is one listener, and each of
     * the two methods replaces it. A request calls the listener that is set when the request ends, not the one that was set when it started.
     *
     * @param listener the listener, or null for none
     */
    void setRequestCompletedListener(@Nullable Listener listener);

    /**
     * Sets a listener that takes the whole response. Replaces the listener that this method or {@link #setRequestCompletedListener} has set. A
     * request calls the listener that is set when the request ends, not the one that was set when it started.
     *
     * @param listener the listener, or null for none
     */
    void setResponseListener(@Nullable Consumer<HTTPResponse> listener);

    // Progress of the active request, or of the last one if no request is active

    /**
     * Returns the size of the response body. On the JVM this is the size before decoding. The browser knows it only for a body without a content
     * coding. The size of a resumed
     * download includes the bytes that were already in the file.
     *
     * @return the size in bytes; -1 before the response, or if the server does not announce the size. In the browser also -1 if the body has a
     *         content coding, or if this is not known because CORS or a service worker hides {@code Content-Encoding}
     */
    long getBodySize();

    /**
     * Returns how many bytes of the response body this object has read. The JVM counts them before decoding, the browser after decoding. In the
     * browser, more may have arrived since the last poll.
     *
     * @return the number of bytes, 0 before the response. If {@link #getBodySize} is known, never more than that
     */
    long getDownloadedBytes();

    /**
     * Returns how many bytes of the request body have been sent. The count starts at 0 again for each redirect and each retry.
     *
     * @return the number of bytes, see {@link HTTPClient#getUploadedBytes}; in the browser always 0 unless {@link #setUploadProgressEnabled} is
     *         on
     */
    long getUploadedBytes();

    /**
     * Returns the status of the underlying client.
     *
     * @return the status, {@link Status#STATUS_DISCONNECTED} if there is no connection
     */
    Status getHttpClientStatus();

    /**
     * Returns the URLs that the request was redirected to.
     *
     * @return absolute URLs in order, without the requested one; the last one is the final URL. Always empty in the browser, which does not
     *         reveal them; see {@link #getResponseUrl()}
     */
    List<String> getRedirects();

    /**
     * Returns the URL that the response came from, after redirects.
     *
     * @return an absolute URL, empty before a response
     */
    String getResponseUrl();

    // Errors

    /**
     * Returns why the network or the server failed.
     *
     * @return the failure of the underlying client; null while a request is active, after a success, and after a failure that did not come from
     *         the network or the server, such as a file error
     */
    @Nullable
    Failure getFailure();

    /**
     * Returns why the last request did not end in {@link Result#RESULT_SUCCESS}.
     *
     * @return a sentence that can be shown to the user; null after a success, while a request is active, and before the first request
     */
    @Nullable
    String getFailureMessage();

    /**
     * Returns why the last call of {@code request}, {@code requestRaw} or {@code setRedirectHook} was rejected.
     *
     * @return a sentence for the developer, or null if that call was accepted
     */
    @Override
    @Nullable
    String getRejection();

    // Settings of this object

    /**
     * Sets the URL that relative URLs are resolved against (URL Standard), for example {@code https://example.com/game/} for
     * {@code levels/1.json} and {@code /scores}. In the browser the default is the base URL of the document, or of the worker's script. On the JVM
     * there is no default, so that a relative URL is rejected.
     *
     * @param url an absolute {@code http://} or {@code https://} URL without user and password; empty for the default
     * @throws IllegalArgumentException if it is not such a URL; the previous base stays
     */
    void setBaseUrl(String url);

    /**
     * Sets how long one {@link #poll()} works while there is work to do. A poll makes at least one step, such as one read of the body, and checks
     * the clock after each step. This setting applies immediately. On the JVM, once a single poll has received 512 KiB of a body
     * and no more bytes are ready, it waits up to 0.1 ms for more before it ends, because on a fast network they often arrive within that time. The
     * wait is part of the budget. In the browser a poll does not wait, because bytes arrive only between polls. In a hidden tab, a game often gets
     * only one frame per second, and so polls only once per second. This does not delay a body in memory, which the browser receives without polls.
     * It delays a download to a file, because polls write its bytes to the file.
     *
     * @param seconds the time in seconds, 0 for one step per poll; the default is 0.002
     * @throws IllegalArgumentException if seconds is negative or NaN
     */
    void setPollBudget(double seconds);

    /**
     * Returns how long one {@link #poll()} works while there is work to do.
     *
     * @return the time in seconds
     */
    double getPollBudget();

    /** How a request has ended, with the names and numbers of Godot. */
    enum Result {
        /** A complete response arrived. Its response code can be any, 404 and 500 included. */
        RESULT_SUCCESS(0),
        /**
         * The body is complete, but its length is not that of the Content-Range of a 206. A download to a file also ends so if the server sends only
         * the bytes of a Content-Range with another code than 206. A body that ends before its Content-Length gives {@link #RESULT_CONNECTION_ERROR}
         * instead.
         */
        RESULT_CHUNKED_BODY_SIZE_MISMATCH(1),
        /**
         * The connection could not be established: the server refused it, did not answer or could not be reached, or the proxy did not open
         * the tunnel. In the browser {@link #RESULT_CONNECTION_ERROR} instead.
         */
        RESULT_CANT_CONNECT(2),
        /** The name of the host could not be resolved. In the browser {@link #RESULT_CONNECTION_ERROR} instead. */
        RESULT_CANT_RESOLVE(3),
        /**
         * The connection broke, or the server violated HTTP. In the browser every failure of the network, and a response that CORS does not
         * allow the page to read.
         */
        RESULT_CONNECTION_ERROR(4),
        /**
         * The TLS handshake failed, or the certificate of the server is not trusted. In the browser {@link #RESULT_CONNECTION_ERROR} instead.
         */
        RESULT_TLS_HANDSHAKE_ERROR(5),
        /** The backend ended the connection before a response arrived, and reported no failure: {@link HTTPRequest#getFailure} is null. Only a faulty
         * backend does this. If the server or the network ends the connection, the result is {@link #RESULT_CONNECTION_ERROR}. */
        RESULT_NO_RESPONSE(6),
        /** The body is larger than {@link HTTPRequest#setBodySizeLimit} allows. */
        RESULT_BODY_SIZE_LIMIT_EXCEEDED(7),
        /**
         * The body cannot be decoded: it is damaged or incomplete, has more than five content codings, or has a coding that the JVM cannot decode
         * (such as {@code br}) and that no header of the program asks for. In the browser {@link #RESULT_CONNECTION_ERROR} instead.
         */
        RESULT_BODY_DECOMPRESS_FAILED(8),
        /** The request was cancelled, the platform cannot send it, or a redirect must not be followed. Godot does not use this result. */
        RESULT_REQUEST_FAILED(9),
        /** The file to download to could not be opened. */
        RESULT_DOWNLOAD_FILE_CANT_OPEN(10),
        /** The file to download to could not be written. */
        RESULT_DOWNLOAD_FILE_WRITE_ERROR(11),
        /** More redirects than {@link HTTPRequest#setMaxRedirects} allows. In the browser {@link #RESULT_CONNECTION_ERROR} instead. */
        RESULT_REDIRECT_LIMIT_REACHED(12),
        /** The time limit of {@link HTTPRequest#setTimeout} or {@link HTTPRequest#setStallTimeout} is over. */
        RESULT_TIMEOUT(13);

        private final int value;

        Result(int value) {
            this.value = value;
        }

        /**
         * Returns the number of this result in Godot.
         *
         * @return the value of Godot's constant of the same name
         */
        public int value() {
            return value;
        }
    }
}
