package io.github.pollhttp.events;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.request.HTTPResponse;
import io.github.pollhttp.request.HTTPSettings;
import io.github.pollhttp.spi.BackendProvider;

/**
 * Receives server-sent events (HTML Standard section 9.2) by polling. It uses an {@link HTTPClient} of its own and behaves the same on the JVM and in
 * the browser.
 *
 * <pre>{@code
 * // show(String) is a method of your game.
 * EventSource source = EventSource.create();
 * source.setClosedListener(response -> show(response.isOk() ? "The stream is over." : response.message()));
 * if (source.open("https://example.com/scores") != ErrorCode.OK) {
 *     throw new IllegalArgumentException(source.getRejection());
 * }
 *
 * // Once a frame:
 * source.poll();
 * for (EventSource.Event event = source.nextEvent(); event != null; event = source.nextEvent()) {
 *     show(event.type() + ": " + event.data());
 * }
 * }</pre>
 *
 * <p>
 * <b>Reconnecting.</b> When the stream ends or the network fails, the source connects again after the reconnection time, at least half a second, and
 * sends {@code Last-Event-ID}. The server sets the reconnection time with a {@code retry} field in the stream, the program with
 * {@link #setReconnectTime}. Besides the reconnection time there is a delay, which doubles with each attempt that fails and with each stream that
 * ends without an event: 0.5, 1, 2 seconds and so on, up to 30 seconds. The source waits for the longer of the two. An event, or a stream that was
 * open for 30 seconds, resets the delay, so that the source waits only for the reconnection time.
 *
 * <p>
 * <b>The last event ID</b> belongs to the URL of {@link #open(String, List) open}. Opening the same URL again, for example with a new token after a
 * 401, continues after the last event. Opening another URL begins without an id, as a new {@code EventSource} of a browser does (HTML Standard
 * section 9.2.2). An id that the program has set with {@link #setLastEventId} is kept by the next {@code open}, even if that opens another URL. An id
 * with a control character, which a header cannot have, appears in the events but is not sent.
 *
 * <p>
 * <b>Compression.</b> On the JVM the source asks for a stream without a content coding ({@code Accept-Encoding: identity}), because a server that
 * compresses a stream often holds events back until it has enough of them for a block. If the server compresses the stream anyway, the source
 * decodes gzip and deflate. The browser requests and decodes codings itself.
 *
 * <p>
 * <b>Closing.</b> The source closes itself, and does not reconnect, after a response with a code other than 200, a response that is not a
 * {@code text/event-stream} or has a content coding that cannot be decoded, an event larger than {@link #setMaxEventSize}, a redirect that must not
 * be followed (for example from https to http), or, on the JVM, more than 20 redirects. With 204 a server tells clients not to reconnect.
 * {@link #setClosedListener} sets a listener for the closing. If code of the program, such as a {@link io.github.pollhttp.cookies.CookieJar}, throws,
 * {@link #poll()} closes the source and passes on the exception.
 *
 * <p>
 * <b>Cookies.</b> On the JVM, the source sends the cookies of {@link #setCookieJar} with each request, redirects included, and stores those of each
 * response. In the browser, the browser manages cookies; {@link io.github.pollhttp.WebOptions} decide whether it sends them to another origin.
 *
 * <p>
 * <b>Backpressure.</b> No call blocks. A poll reads at most 64 KiB. The next read starts only after {@link #nextEvent()} has returned all events in
 * these bytes. If the program does not call {@code nextEvent()}, the source reads nothing more. On the JVM and in Chromium, the server then has
 * to wait; Firefox and WebKit receive the rest of the stream into their memory.
 *
 * <p>
 * <b>In the browser</b> {@code Last-Event-ID} counts as a custom header. To another origin, the browser sends it only if the server allows it with
 * {@code Access-Control-Allow-Headers: Last-Event-ID}. If the server does not, the source reconnects without the header, so that events from between
 * the two connections may be missing. Requests use the cache mode {@code no-store}, whatever the {@link io.github.pollhttp.WebOptions} of the client
 * say. On both platforms, proxies and servers that buffer responses can delay events.
 *
 * <p>
 * <b>Threads.</b> Use each source on one thread only.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
@NullMarked
public interface EventSource extends HTTPSettings, AutoCloseable {

    /**
     * Creates a source that uses the backend on the class path.
     *
     * @return a new source, in {@link ReadyState#CLOSED}
     * @throws IllegalStateException if the class path has no backend or more than one; the message names the artifact to add or to remove
     */
    static EventSource create() {
        BackendProvider installed = BackendProvider.installed();
        return new PollingEventSource(HTTPClient.create(), installed.requestPlatform(), () -> installed.nanoTime());
    }

    /**
     * An event of the stream.
     *
     * @param type        the type that the server gave, or {@code message} if it gave none
     * @param data        the data lines, joined with line feeds
     * @param lastEventId the id of this event, or of an earlier event if this one has none; empty if the server has given no id
     */
    record Event(String type, String data, String lastEventId) {}

    /** The state of a source, with the names of the HTML Standard. */
    enum ReadyState {
        /** The source is connecting, or waiting before it reconnects. */
        CONNECTING,
        /** The source receives the stream. */
        OPEN,
        /** The source was not opened, was closed, or has closed itself. */
        CLOSED
    }

    /**
     * Opens a stream without custom headers.
     *
     * @param url an absolute {@code http://} or {@code https://} URL without user and password, or one relative to {@link #setBaseUrl}; a fragment is
     *            not sent
     * @return {@code OK}, or {@code ERR_INVALID_PARAMETER} if the URL is invalid; see {@link #open(String, List)}
     */
    default ErrorCode open(String url) {
        return open(url, List.of());
    }

    /**
     * Closes the current stream, if any, and starts to connect to another one; {@link #poll()} continues.
     *
     * @param url     an absolute {@code http://} or {@code https://} URL without user and password, or one relative to {@link #setBaseUrl}; a
     *                fragment is not sent
     * @param headers header lines {@code Name: value}, sent with each attempt until {@link #setHeaders} replaces them;
     *                {@code Accept: text/event-stream} is added unless they have an {@code Accept}
     * @return {@code OK}, or {@code ERR_INVALID_PARAMETER} if the URL or a header is invalid. After an error the source is closed, and
     *         {@link #getRejection()} returns the reason
     */
    ErrorCode open(String url, List<String> headers);

    /**
     * Replaces the header lines that were given to {@link #open(String, List) open}, for example after a token was renewed. The next request to the
     * URL of {@code open} sends them. If the source is following redirects at this moment, the rest of that chain still sends the earlier lines. A
     * stream that is open continues. The id of the last event stays as it is. If the source sends this id, a {@code Last-Event-ID} among
     * {@code headers} is left out. The next {@code open} replaces these lines. Call this on the thread that polls the source.
     *
     * @param headers header lines {@code Name: value}; {@code Accept: text/event-stream} is added unless they have an {@code Accept}
     * @return {@code OK}, or {@code ERR_INVALID_PARAMETER} if a header is invalid. After an error the source keeps its header lines, and
     *         {@link #getRejection()} returns the reason
     */
    ErrorCode setHeaders(List<String> headers);

    /**
     * Sets the URL against which the next {@code open} resolves relative URLs (URL Standard). In the browser the default is the base URL of the
     * document, or of the worker's script. On the JVM there is no default, so that a relative URL is rejected.
     *
     * @param url an absolute {@code http://} or {@code https://} URL without user and password; empty for the default
     * @throws IllegalArgumentException if it is not such a URL; the previous base stays
     */
    void setBaseUrl(String url);

    /** Connects, reads or reconnects, without blocking. Call it once a frame, before {@link #nextEvent()}. */
    void poll();

    /**
     * Returns the next event and removes it from the source.
     *
     * @return the event; null if no event is available yet, and always after {@link #close()}
     */
    @Nullable
    Event nextEvent();

    /**
     * Returns the state of the source.
     *
     * @return the state, {@link ReadyState#CLOSED} before the first {@code open}
     */
    ReadyState getReadyState();

    /**
     * Returns the status code of the last response. If a response made the source close itself, this is the code of that
     * response, for example 401 after a token has expired. A redirect that is followed does not count.
     *
     * @return the code; 0 before the first response since {@code open}. It stays readable after {@link #close()}
     */
    int getResponseCode();

    /**
     * Returns the header fields of the response that {@link #getResponseCode()} describes.
     *
     * @return lines {@code Name: value} in the order received, unmodifiable; in the browser with names in lower case, and from another origin only the
     *         fields that CORS shows. Empty before the first response since {@code open}. They stay readable after {@link #close()}
     */
    List<String> getResponseHeaders();

    /**
     * Returns why the source has closed itself, or why it is reconnecting.
     *
     * @return a sentence that can be shown to the user; null while the stream is open, before the first failure, and after {@link #close()}
     */
    @Nullable
    String getFailureMessage();

    /**
     * Returns why the network or the server failed, while the source is reconnecting for that reason.
     *
     * @return the failure, with its phase and reason; null if {@link #getFailureMessage()} is null, if the server has ended the stream or sent one that
     *         cannot be decoded, and if the source has closed itself
     */
    @Nullable
    Failure getFailure();

    /**
     * Returns why the last call of {@code open} or {@code setHeaders} was rejected.
     *
     * @return a sentence for the developer, or null if that call was accepted
     */
    @Nullable
    String getRejection();

    /**
     * Returns the last id that the server has sent, or the one that the program has set since. A program can save it, and continue the stream after a
     * restart with {@link #setLastEventId}.
     *
     * @return the id, empty if there is none for the URL of the last {@code open}
     */
    String getLastEventId();

    /**
     * Sets the id of the last event that the program has received. The next connection sends it as {@code Last-Event-ID}, so that the server
     * continues after that event. The id applies to the URL that is open and to the URL that is opened next, until
     * the server sends another id.
     *
     * @param id the id, empty for none
     * @throws IllegalArgumentException if the id contains a control character other than the tab
     */
    void setLastEventId(String id);

    /**
     * Sets the reconnection time. A later {@code retry} field of the stream replaces it until the next {@code open}.
     *
     * @param seconds the time in seconds, 0 or more; the default is 3. Less than 0.5 means 0.5
     * @throws IllegalArgumentException if seconds is negative or NaN
     */
    void setReconnectTime(double seconds);

    /**
     * Limits the size of an event, so that an endless line cannot use up the memory. A larger event closes the source. Applies from the next
     * connection on.
     *
     * @param bytes the largest size of an event, all its lines together, in bytes, 1024 or more; the default is 1 MiB
     * @throws IllegalArgumentException if bytes is less than 1024
     */
    void setMaxEventSize(int bytes);

    /**
     * Sets a listener that is told how each stream ended. {@link #poll()} calls it once for each {@code open} that returned {@code OK}, after the
     * source has closed itself or was closed by the program. It does not call it when the source reconnects. The listener may open another stream,
     * for example with a new token after a 401, or close the source. If it throws an exception, {@link #poll()} throws that exception to its caller.
     *
     * <p>
     * The {@link HTTPResponse} that the listener receives has no body. Its code and headers are those of the response to the last request, for
     * example 200 if an event of the stream was too large. If that request has no response, or if the program has called {@link #close()} or opened
     * another stream, the code is 0 and the headers are empty. The {@code HTTPResponse} is {@linkplain HTTPResponse#isOk ok} only if the server has
     * answered an attempt to connect with 204, which tells clients that there are no more events. {@link HTTPResponse#isCancelled} is true if the
     * program has called {@link #close()} or opened another stream. In every other case {@link HTTPResponse#message} says why the source has closed
     * itself; the result is {@code RESULT_BODY_SIZE_LIMIT_EXCEEDED} for an event that is too large, {@code RESULT_REDIRECT_LIMIT_REACHED} for too
     * many redirects, and {@code RESULT_REQUEST_FAILED} otherwise. {@link HTTPResponse#failure} is always null, because the source reconnects after a
     * failure of the network, and {@link #getFailure} tells its reason. A browser reports too many redirects as a failure of the network, so in the
     * browser the source reconnects after them.
     *
     * @param listener called for streams that end from now on; null, the default, for none
     */
    void setClosedListener(@Nullable Consumer<HTTPResponse> listener);

    /**
     * Returns the underlying client, to set its timeouts. A {@link HTTPClient#setReadTimeout} detects a lost connection. Set it longer
     * than the longest pause between two events or comments of the server. Do not connect, send requests or read with this client, and use the methods
     * of the source for all other settings.
     *
     * @return the client
     */
    HTTPClient getHttpClient();

    /** Closes the source and its connection. The source can be opened again. Closing a closed source has no effect. */
    @Override
    void close();
}
