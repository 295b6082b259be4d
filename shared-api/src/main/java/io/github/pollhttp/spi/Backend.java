package io.github.pollhttp.spi;

import java.nio.ByteBuffer;

import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;

/**
 * What a platform does for one client: one connection at a time, and one exchange at a time on it. No call waits. A backend knows nothing
 * of {@code Status}; the client calls what fits its status and draws the next one from the answers.
 *
 * <p>
 * All calls come from the thread that has the client, but {@link #close()}, which may come from any.
 */
public interface Backend {
    /** How far a connection has come. */
    enum Connecting {
        /** The name is being looked up. */
        RESOLVING,
        /** The address is known, the connection is being opened. */
        CONNECTING,
        /** A request may be sent. */
        DONE
    }

    /**
     * Begins to connect.
     *
     * @param endpoint   where to
     * @param tlsOptions how to check an https endpoint; null for the defaults
     * @param proxy      where to go through, or null
     * @throws Refusal if this backend cannot connect so
     */
    void connect(Endpoint endpoint, TLSOptions tlsOptions, Proxy proxy) throws Refusal;

    /**
     * Moves the connecting on, by one step at most.
     *
     * @return how far it has come
     * @throws BackendException if it has failed
     */
    Connecting pollConnecting() throws BackendException;

    /**
     * Looks after a connection on which nothing is asked for.
     *
     * @return false if it cannot be used any more
     */
    boolean pollIdle();

    /**
     * Begins an exchange.
     *
     * @param request what to send
     * @throws Refusal if this backend cannot send such a request; the connection stays as it is
     */
    void send(OutgoingRequest request) throws Refusal;

    /**
     * Moves the exchange on, up to the end of the response head.
     *
     * @return the head, or null while it is not complete
     * @throws BackendException if the exchange has failed
     */
    ResponseHead pollResponse() throws BackendException;

    /**
     * Takes bytes of the body.
     *
     * @param limit how many at most
     * @return the bytes, empty if none are there now
     * @throws BackendException if the exchange has failed; bytes that came before are handed out first
     */
    byte[] readBody(int limit) throws BackendException;

    /**
     * The same without an allocation.
     *
     * @param target takes as many bytes as it has room for
     * @return how many bytes it took
     * @throws BackendException if the exchange has failed; bytes that came before are handed out first
     */
    int readBody(ByteBuffer target) throws BackendException;

    /**
     * Whether the program has taken the last byte of a body that is whole.
     *
     * @return true at the end of the exchange
     */
    boolean isBodyEnded();

    /**
     * Whether the connection goes on once the exchange has ended: for another request, or, after a 101, as the program's own stream.
     *
     * @return false if it has to be opened anew
     */
    boolean persists();

    /**
     * A number that grows whenever a byte has moved in either direction: silence is when it does not.
     *
     * @return the count
     */
    long activity();

    /**
     * Sets how much of a response to accept.
     *
     * @param limits the limits, from the next request on
     */
    void setLimits(ResponseLimits limits);

    /**
     * Turns waiting inside of calls on or off.
     *
     * @param enabled true to wait
     * @throws UnsupportedOperationException if this backend cannot wait
     */
    void setBlocking(boolean enabled);

    /**
     * Waits until a poll or a read may get further; called in blocking mode alone. It may end earlier, and no harm is done.
     *
     * @param nanos how long at most
     * @return false if this thread has been interrupted, so that the call which waits shall end
     */
    boolean await(long nanos);

    /**
     * Turns the search for the cause of a failure on or off, where it costs a request of its own.
     *
     * @param enabled true to search
     */
    void setDiagnostics(boolean enabled);

    /**
     * The stream under the connection.
     *
     * @return the stream, or null if there is none
     */
    StreamPeer getConnection();

    /**
     * Takes a program's own stream for the connection.
     *
     * @param connection the stream
     */
    void setConnection(StreamPeer connection);

    /** Drops connection and exchange at once, whatever they are doing. Safe from any thread and twice. */
    void close();
}
