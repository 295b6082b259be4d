package io.github.pollhttp.queue;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPResponse;
import io.github.pollhttp.request.RequestSettings;
import io.github.pollhttp.spi.BackendProvider;

/**
 * Executes many requests over a limited number of connections, which it reuses. When all connections are in use, the other requests wait in the order
 * in which they were added.
 *
 * <pre>{@code
 * // tiles is a list of paths; place(String, byte[]) and show(String) are methods of your game.
 * HTTPRequestQueue queue = HTTPRequestQueue.create();
 * for (String tile : tiles) {
 *     queue.get("https://example.com/" + tile, response -> {
 *         if (response.isOk()) {
 *             place(tile, response.bytes());
 *         } else {
 *             show(response.message());
 *         }
 *     });
 * }
 *
 * // Once a frame:
 * queue.poll();
 * }</pre>
 *
 * <p>
 * <b>A 404 is a success.</b> {@link HTTPRequest.Result#RESULT_SUCCESS} means that a complete response arrived. Its response code can be any, 404 and
 * 500 included. {@link HTTPResponse#isOk} checks the result and that the code is from 200 to 299.
 *
 * <p>
 * <b>One completion.</b> The listener of each request is called exactly once, by {@link #poll()} and on the thread that calls {@code poll()}. A request
 * that is cancelled or invalid completes too, with {@link HTTPRequest.Result#RESULT_REQUEST_FAILED}. The listener may add requests, cancel them, close
 * the queue, and throw; {@code poll()} passes on the exception.
 *
 * <p>
 * <b>Fairness.</b> Requests to one origin start in the order in which they were added. When all connections are in use, the origins take turns. Active
 * requests take turns within the time budget of a poll.
 *
 * <p>
 * <b>Connections</b> are counted per origin of the requested URL. A request that is redirected to another origin still counts for the first one. An idle
 * connection is kept for its origin until the server closes it, or until another origin needs a connection. In the browser, the browser manages the actual
 * network connections, and these limits apply to the number of active requests.
 *
 * <p>
 * <b>Threads.</b> Use each queue on one thread only.
 */
public interface HTTPRequestQueue extends AutoCloseable {

    /**
     * Creates an empty queue. It uses the backend on the class path from its first request on; a class path without a backend, or with more than one,
     * makes the {@link #poll()} that starts that request throw an {@link IllegalStateException}.
     *
     * @return the queue
     */
    static HTTPRequestQueue create() {
        return new PollingQueue(HTTPRequest::create,
                (url, base) -> BackendProvider.installed().requestPlatform().resolve(url, base),
                () -> BackendProvider.installed().nanoTime(),
                () -> BackendProvider.installed().requestPlatform().connectionsPerOrigin());
    }

    /** A request in the queue: shows its progress and can cancel it. */
    interface Ticket {
        /**
         * Cancels the request, whether it has started or not. A later {@link HTTPRequestQueue#poll()} calls the listener. Does nothing if the request has
         * completed.
         */
        void cancel();

        /**
         * Returns whether the request has completed.
         *
         * @return true from just before the listener is called
         */
        boolean isDone();

        /**
         * Returns how many bytes of the response body have arrived, see {@link HTTPRequest#getDownloadedBytes()}.
         *
         * @return the number of bytes, 0 before the response
         */
        long getDownloadedBytes();

        /**
         * Returns the size of the response body, see {@link HTTPRequest#getBodySize()}.
         *
         * @return the size in bytes; -1 before the response, or if the server does not announce the size
         */
        long getBodySize();

        /**
         * Returns how many bytes of the request body have been sent, see {@link HTTPRequest#getUploadedBytes()}.
         *
         * @return the number of bytes; in the browser always 0 unless {@link RequestSettings#setUploadProgressEnabled} is on
         */
        long getUploadedBytes();

        /**
         * Returns the URL that the response came from, after redirects.
         *
         * @return an absolute URL, empty before a response
         */
        String getResponseUrl();

        /**
         * Returns why the request did not end in {@link HTTPRequest.Result#RESULT_SUCCESS}.
         *
         * @return a sentence that can be shown to the user; null after a success, and before the request has completed
         */
        @Nullable
        String getFailureMessage();

        /**
         * Returns how the request ended.
         *
         * @return the same object that the listener receives; null before that
         */
        @Nullable
        HTTPResponse getResponse();
    }

    /**
     * Adds a GET without custom headers.
     *
     * @param url      an absolute {@code http://} or {@code https://} URL without user and password; a fragment is not sent. An invalid URL is reported to
     *                 the listener, as {@link HTTPRequest.Result#RESULT_REQUEST_FAILED}
     * @param listener receives the response
     * @return the ticket of the request, which shows its progress and can cancel it
     */
    default Ticket get(String url, Consumer<HTTPResponse> listener) {
        return request(url, List.of(), Method.METHOD_GET, new byte[0], listener);
    }

    /**
     * Adds a GET without custom headers, for a listener in Godot's form.
     *
     * @param url      an absolute {@code http://} or {@code https://} URL without user and password; a fragment is not sent. An invalid URL is reported to
     *                 the listener, as {@link HTTPRequest.Result#RESULT_REQUEST_FAILED}
     * @param listener receives the result
     * @return the ticket of the request, which shows its progress and can cancel it
     */
    default Ticket get(String url, HTTPRequest.Listener listener) {
        return request(url, List.of(), Method.METHOD_GET, new byte[0], listener.forResponse());
    }

    /**
     * Adds a GET with settings of its own, for example to download a file:
     *
     * <pre>{@code
     * // http is an HTTPRequestQueue; show(String) is a method of your game.
     * http.get("https://example.com/music.ogg", settings -> settings.setDownloadFile("music.ogg"),
     *         response -> show(response.isOk() ? "The music is here." : response.message()));
     * }</pre>
     *
     * @param url         an absolute {@code http://} or {@code https://} URL without user and password; a fragment is not sent. An invalid URL is
     *                    reported to the listener, as {@link HTTPRequest.Result#RESULT_REQUEST_FAILED}
     * @param preparation called once, by this method, with a copy of {@link #settings} that only this request uses
     * @param listener    receives the response
     * @return the ticket of the request, which shows its progress and can cancel it
     */
    default Ticket get(String url, Consumer<RequestSettings> preparation, Consumer<HTTPResponse> listener) {
        return request(url, List.of(), Method.METHOD_GET, new byte[0], preparation, listener);
    }

    /**
     * Adds a request with a body that has a media type, sent as {@code Content-Type}. The body may be a file, see {@link RequestBody#file}.
     *
     * @param url           an absolute {@code http://} or {@code https://} URL without user and password; a fragment is not sent
     * @param customHeaders header lines {@code Name: value}, sent in this order; a {@code Content-Type} here replaces that of the body
     * @param method        any method except CONNECT
     * @param body          the body; its bytes are not copied, so do not change them until the listener is called
     * @param listener      receives the response
     * @return the ticket of the request, which shows its progress and can cancel it
     */
    Ticket request(String url, List<String> customHeaders, Method method, RequestBody body,
            Consumer<HTTPResponse> listener);

    /**
     * Adds a request, for a listener in Godot's form.
     *
     * @param url           an absolute {@code http://} or {@code https://} URL without user and password; a fragment is not sent
     * @param customHeaders header lines {@code Name: value}, sent in this order
     * @param method        any method except CONNECT
     * @param requestData   the body, empty for no body. It is not copied, so do not change it until the listener is called
     * @param listener      receives the result
     * @return the ticket of the request, which shows its progress and can cancel it
     */
    default Ticket request(String url, List<String> customHeaders, Method method, byte[] requestData,
            HTTPRequest.Listener listener) {
        return request(url, customHeaders, method, requestData, listener.forResponse());
    }

    /**
     * Adds a request with a body that has a media type, and with settings of its own. The body may be a file, see {@link RequestBody#file}.
     *
     * @param url           an absolute {@code http://} or {@code https://} URL without user and password; a fragment is not sent
     * @param customHeaders header lines {@code Name: value}, sent in this order; a {@code Content-Type} here replaces that of the body
     * @param method        any method except CONNECT
     * @param body          the body; its bytes are not copied, so do not change them until the listener is called
     * @param preparation   called once, by this method, with a copy of {@link #settings} that only this request uses. If it throws,
     *                      this method throws the same exception and adds no request
     * @param listener      receives the response
     * @return the ticket of the request, which shows its progress and can cancel it
     */
    Ticket request(String url, List<String> customHeaders, Method method, RequestBody body,
            Consumer<RequestSettings> preparation, Consumer<HTTPResponse> listener);

    /**
     * Adds a request; a later {@link #poll()} starts it. An invalid request is reported to the listener, as
     * {@link HTTPRequest.Result#RESULT_REQUEST_FAILED}.
     *
     * @param url           an absolute {@code http://} or {@code https://} URL without user and password; a fragment is not sent
     * @param customHeaders header lines {@code Name: value}, sent in this order
     * @param method        any method except CONNECT
     * @param requestData   the body, empty for no body. It is not copied, so do not change it until the listener is called
     * @param listener      receives the response
     * @return the ticket of the request, which shows its progress and can cancel it
     */
    Ticket request(String url, List<String> customHeaders, Method method, byte[] requestData,
            Consumer<HTTPResponse> listener);

    /**
     * Adds a request with settings of its own; a later {@link #poll()} starts it. An invalid request is reported to the listener, as
     * {@link HTTPRequest.Result#RESULT_REQUEST_FAILED}.
     *
     * @param url           an absolute {@code http://} or {@code https://} URL without user and password; a fragment is not sent
     * @param customHeaders header lines {@code Name: value}, sent in this order
     * @param method        any method except CONNECT
     * @param requestData   the body, empty for no body. It is not copied, so do not change it until the listener is called
     * @param preparation   called once, by this method, with a copy of {@link #settings} that only this request uses. If it throws,
     *                      this method throws the same exception and adds no request
     * @param listener      receives the response
     * @return the ticket of the request, which shows its progress and can cancel it
     */
    Ticket request(String url, List<String> customHeaders, Method method, byte[] requestData,
            Consumer<RequestSettings> preparation, Consumer<HTTPResponse> listener);

    /**
     * Returns the settings of the requests of this queue, for example to give all of them a timeout. A change applies to requests that are added
     * later. {@link #get(String, Consumer, Consumer)} changes the settings of one request only.
     *
     * <pre>{@code
     * HTTPRequestQueue http = HTTPRequestQueue.create();
     * http.settings().setTimeout(20);
     * http.settings().setCookieJar(CookieJar.create());
     * }</pre>
     *
     * @return the settings, always the same object; at first with the defaults of {@link HTTPRequest}
     * @throws IllegalStateException if the class path has no backend or more than one
     */
    RequestSettings settings();

    /**
     * Sets the URL that relative URLs are resolved against (URL Standard), for the requests that are added from now on. In the browser the default is
     * the base URL of the document, or of the worker's script. On the JVM there is no default, so that a relative URL is rejected.
     *
     * @param url an absolute {@code http://} or {@code https://} URL without user and password; empty for the default
     * @throws IllegalArgumentException if it is not such a URL; the previous base stays
     */
    void setBaseUrl(String url);

    /**
     * Continues the active requests within the time budget, calls the listeners of completed requests, and starts waiting requests. Call it once a frame. A
     * call from a listener does nothing.
     */
    void poll();

    /**
     * Returns how many requests are waiting for a connection.
     *
     * @return the number of requests that have not started
     */
    int getWaitingCount();

    /**
     * Returns how many requests are active.
     *
     * @return the number of requests that have started and not completed
     */
    int getActiveCount();

    /**
     * Limits the number of connections to one origin. Active requests continue even if there are more.
     *
     * <p>
     * Over HTTP/1.1, browsers open at most 6 connections to one origin, for all pages together. A further request waits inside the browser, which the
     * page does not see, so that its timeout passes. Therefore the default leaves one for an {@code EventSource}. If the program has more streams to the
     * origin, or other requests, set a smaller number. While a request waits in the queue, its timeout has not started.
     *
     * @param connections 1 or more; the default is 6 on the JVM, and 5 in the browser
     * @throws IllegalArgumentException if connections is less than 1
     */
    void setConnectionsPerOrigin(int connections);

    /**
     * Limits the total number of connections, idle ones included. Active requests continue even if there are more.
     *
     * @param connections 1 or more; the default is 64
     * @throws IllegalArgumentException if connections is less than 1
     */
    void setConnections(int connections);

    /**
     * Sets how long one {@link #poll()} works while there is work to do. At least one request makes a step in each poll.
     *
     * @param seconds the time in seconds, 0 or more; the default is 0.002
     * @throws IllegalArgumentException if seconds is negative or NaN
     */
    void setPollBudget(double seconds);

    /** Cancels all requests and closes all connections. Later calls of {@link #poll()} call the listeners. The queue can be used again. */
    @Override
    void close();
}
