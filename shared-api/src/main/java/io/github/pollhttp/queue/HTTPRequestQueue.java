package io.github.pollhttp.queue;

import java.util.List;
import java.util.function.Consumer;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.request.HTTPRequest;

/**
 * Runs many requests over few connections, which it keeps: as many at once as there are connections allowed, the others in the order in which they
 * came.
 *
 * <pre>{@code
 * HTTPRequestQueue queue = HTTPRequestQueue.create();
 * for (String tile : tiles) {
 *     queue.get("https://example.com/" + tile, (result, code, headers, body) -> place(tile, result, code, body));
 * }
 * // once a frame:
 * queue.poll();
 * }</pre>
 *
 * <p>
 * <b>One completion.</b> Each request ends in its listener exactly once: from {@link #poll()}, on the thread that calls it. That holds for what is
 * cancelled and for what cannot be asked for, too: both end in {@link HTTPRequest.Result#RESULT_REQUEST_FAILED}. The listener may add requests, cancel,
 * close and throw; what it throws comes out of {@code poll()}.
 *
 * <p>
 * <b>Fair.</b> Requests to one origin begin in their order; origins take turns where all connections are in use, and requests under way take turns
 * within the poll budget.
 *
 * <p>
 * <b>Connections</b> count by the origin that was asked for; where a redirect leads elsewhere, it is followed by the same one. An idle connection is
 * kept for its origin until the server closes it, or another origin needs its place. In the browser the browser has its own connections below these.
 *
 * <p>
 * <b>Threads.</b> A queue belongs to one thread.
 */
public interface HTTPRequestQueue extends AutoCloseable {

    /**
     * Makes an empty queue on the one backend of the class path.
     *
     * @return the queue
     */
    static HTTPRequestQueue create() {
        return create(http -> {});
    }

    /**
     * Makes an empty queue on the one backend of the class path.
     *
     * @param preparation is called with each {@link HTTPRequest} that the queue makes, to set its limits, its proxies, its cookie jar: what holds for
     *                    all of the queue's requests. Listener and poll budget are the queue's
     * @return the queue
     */
    static HTTPRequestQueue create(Consumer<HTTPRequest> preparation) {
        return new PollingQueue(HTTPRequest::create, preparation, System::nanoTime);
    }

    /** A request in the queue. */
    interface Ticket {
        /** Ends the request at once, whether it has begun or not; the listener is told by a later {@link HTTPRequestQueue#poll()}. */
        void cancel();

        /**
         * Whether it has ended.
         *
         * @return true from when the listener is about to be called
         */
        boolean isDone();

        /**
         * How many bytes of the body have come, see {@link HTTPRequest#getDownloadedBytes()}.
         *
         * @return the number, 0 before it has begun
         */
        long getDownloadedBytes();

        /**
         * How many bytes the body has, see {@link HTTPRequest#getBodySize()}.
         *
         * @return the number, -1 while it is not known
         */
        long getBodySize();

        /**
         * Where the response came from, redirects followed.
         *
         * @return an absolute URL, empty before a response
         */
        String getResponseUrl();

        /**
         * Why it did not end in {@link HTTPRequest.Result#RESULT_SUCCESS}.
         *
         * @return a sentence for a person, null after a success and before the end
         */
        String getFailureMessage();
    }

    /**
     * Adds a GET without headers of its own.
     *
     * @param url      as in {@link HTTPRequest#requestRaw}
     * @param listener who is told of its end
     * @return the request in the queue
     */
    default Ticket get(String url, HTTPRequest.Listener listener) {
        return request(url, List.of(), Method.METHOD_GET, new byte[0], listener);
    }

    /**
     * Adds a request. It begins in a {@link #poll()}.
     *
     * @param url           as in {@link HTTPRequest#requestRaw}
     * @param customHeaders as there
     * @param method        as there
     * @param requestData   as there
     * @param listener      who is told of its end
     * @return the request in the queue
     */
    Ticket request(String url, List<String> customHeaders, Method method, byte[] requestData,
            HTTPRequest.Listener listener);

    /** Goes on with all of it, within the poll budget, and calls the listeners of what has ended; call it once a frame. */
    void poll();

    /**
     * How many requests have not begun.
     *
     * @return the number
     */
    int getWaitingCount();

    /**
     * How many requests are under way.
     *
     * @return the number
     */
    int getActiveCount();

    /**
     * Limits the connections to one origin; what is under way goes on.
     *
     * @param connections 1 or more; the default is 6, as in browsers
     * @throws IllegalArgumentException if it is less
     */
    void setConnectionsPerOrigin(int connections);

    /**
     * Limits the connections in all; what is under way goes on.
     *
     * @param connections 1 or more; the default is 64
     * @throws IllegalArgumentException if it is less
     */
    void setConnections(int connections);

    /**
     * Sets for how long one {@link #poll()} goes on while there is something to do. At least one request makes a step.
     *
     * @param seconds the default is 0.002
     * @throws IllegalArgumentException if it is negative or no number
     */
    void setPollBudget(double seconds);

    /** Cancels every request, and closes the connections. The listeners are told by later {@link #poll()}s. The queue may be used again. */
    @Override
    void close();
}
