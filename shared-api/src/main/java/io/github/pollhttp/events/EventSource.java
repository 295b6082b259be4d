package io.github.pollhttp.events;

import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.request.HTTPRequest;

/**
 * Reads server-sent events (HTML Standard section 9.2) by polling, over an {@link HTTPClient} of its own: the same on the JVM and in the browser.
 *
 * <pre>{@code
 * EventSource source = EventSource.create();
 * source.open("https://example.com/scores");
 * // once a frame:
 * source.poll();
 * for (EventSource.Event event = source.nextEvent(); event != null; event = source.nextEvent()) {
 *     show(event.type(), event.data());
 * }
 * }</pre>
 *
 * <p>
 * <b>It comes back.</b> When the stream ends or the network fails, it asks again, with {@code Last-Event-ID}: after the time that the server's
 * {@code retry} says, or {@link #setReconnectTime}. Attempts that fail one after the other are half a second, one, two, and so on up to 30 seconds
 * apart, or that time if it is longer.
 *
 * <p>
 * <b>It gives up</b> where asking again would not help: a response other than 200, 204 among them, by which a server ends it; one that is no
 * {@code text/event-stream}; an event larger than {@link #setMaxEventSize}; a redirect that must not be followed. {@link #getFailureMessage()} says which.
 *
 * <p>
 * <b>Never a wait, never a flood.</b> A poll reads one chunk of 64 KiB at most, and none as long as {@link #nextEvent()} has not taken all events of
 * the last one, so that a program that takes none holds the server back.
 *
 * <p>
 * <b>In the browser</b> {@code Last-Event-ID} is a header of the program's, so that another origin's server has to allow it
 * ({@code Access-Control-Allow-Headers}). Proxies and buffering servers hold events back on both platforms.
 *
 * <p>
 * <b>Threads.</b> A source belongs to one thread.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
public interface EventSource extends AutoCloseable {

    /**
     * Makes one on the one backend of the class path.
     *
     * @return a new one, closed
     * @throws IllegalStateException as {@link HTTPClient#create()}
     */
    static EventSource create() {
        return new PollingEventSource(HTTPClient.create(), System::nanoTime);
    }

    /**
     * An event.
     *
     * @param type        what the server calls it, {@code message} if nothing
     * @param data        its lines, joined with line feeds
     * @param lastEventId the last id that the server has given, with this event or before; empty for none
     */
    record Event(String type, String data, String lastEventId) {}

    /** Where a source is, with the names of browsers. */
    enum ReadyState {
        /** On its way, or waiting to ask again. */
        CONNECTING,
        /** The stream is there. */
        OPEN,
        /** Not begun, closed, or given up. */
        CLOSED
    }

    /**
     * Begins, without headers of the program's own.
     *
     * @param url as in {@link #open(String, List)}
     * @return as there
     */
    default ErrorCode open(String url) {
        return open(url, List.of());
    }

    /**
     * Closes what was open and begins to connect; {@link #poll()} goes on with it.
     *
     * @param url     as {@link HTTPRequest#requestRaw} takes it
     * @param headers lines {@code Name: value}, sent with each attempt; {@code Accept} is added unless given
     * @return {@code OK}, or {@code ERR_INVALID_PARAMETER} if the url or a header is none; {@link #getRejection()} says why, and the source is closed
     */
    ErrorCode open(String url, List<String> headers);

    /** Goes on without waiting; call it once a frame, before {@link #nextEvent()}. */
    void poll();

    /**
     * Takes the next event.
     *
     * @return the event, or null if none is there yet. After {@link #close()} there is none
     */
    Event nextEvent();

    /**
     * Where it is.
     *
     * @return the state; it is closed before the first {@code open}
     */
    ReadyState getReadyState();

    /**
     * Why it gave up, or why it has to ask again.
     *
     * @return a sentence for a person; null while the stream is open, before the first failure, and after {@link #close()}
     */
    String getFailureMessage();

    /**
     * Why the last {@code open} was refused.
     *
     * @return a sentence for the developer, or null
     */
    String getRejection();

    /**
     * The last id that the server has given.
     *
     * @return the id, empty for none. A program that keeps it can go on tomorrow: see {@link #setLastEventId}
     */
    String getLastEventId();

    /**
     * Sets the id to go on after, for the next connection.
     *
     * @param id empty for none
     * @throws IllegalArgumentException if it has a line end or a NUL
     */
    void setLastEventId(String id);

    /**
     * Sets the time before asking again; the server's {@code retry} replaces it.
     *
     * @param seconds the default is 3
     * @throws IllegalArgumentException if it is negative or no number
     */
    void setReconnectTime(double seconds);

    /**
     * Limits an event, so that a stream without an end of line takes no more memory. A larger one ends the source.
     *
     * @param bytes counted in the lines of the event, from 1024 on; the default is 1 MiB. Holds from the next connection on
     * @throws IllegalArgumentException if it is less
     */
    void setMaxEventSize(int bytes);

    /**
     * Sets how servers of {@code https://} URLs are checked, from the next {@code open} on. No effect in the browser.
     *
     * @param options the options, null for the defaults
     */
    void setTlsOptions(TLSOptions options);

    /**
     * The client underneath, for its proxies and time limits: {@link HTTPClient#setReadTimeout} longer than the server's heart beat finds a connection
     * that died in silence. The source alone connects, asks and reads with it.
     *
     * @return the client
     */
    HTTPClient getHttpClient();

    /** Ends it at once, the transfer too. It may be opened again. Safe twice. */
    @Override
    void close();
}
