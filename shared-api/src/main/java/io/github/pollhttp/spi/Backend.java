package io.github.pollhttp.spi;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.LongSupplier;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.OutgoingRequest;

/**
 * What a platform does for one client: one connection at a time, and one exchange at a time on it. No call waits. A backend knows nothing
 * of {@code Status}; the client calls what fits its status and draws the next one from the answers.
 *
 * <p>
 * All calls come from the thread that has the client, but {@link #close()}, which may come from any.
 */
public interface Backend {
    /**
     * Begins to connect. The arguments are the program's own; {@link Endpoint#of} says which are right.
     *
     * @param host       where to
     * @param port       1 to 65535, or -1 for the scheme's own
     * @param tlsOptions the wish for TLS, and how to check the server; null for no such wish
     * @return null; or, if they are wrong or this backend cannot connect so, why
     */
    Rejection connect(String host, int port, TLSOptions tlsOptions);

    /**
     * Begins an exchange. The arguments are the program's own; {@link OutgoingRequest#of} says which are right.
     *
     * @param method  the method
     * @param url     the request target
     * @param headers lines, {@code Name: value}
     * @param body    the bytes of the body, empty for none
     * @return null; or, if they are wrong or this backend cannot send such a request, why; the connection stays as it is then
     */
    Rejection send(Method method, String url, List<String> headers, byte[] body);

    /**
     * What messages call the other end.
     *
     * @return scheme and authority, such as {@code https://example.com}
     */
    String origin();

    /**
     * Whether the host's name is still being looked up.
     *
     * @return false from when the address is known
     */
    boolean isResolving();

    /**
     * Whether what was called last has failed; asked after each {@link #pollConnecting}, {@link #pollResponse} and read that came to nothing.
     *
     * @return what failed, or null
     */
    BackendFailure failure();

    /**
     * Moves the connecting on, by one step at most.
     *
     * @return whether a request may be sent
     */
    boolean pollConnecting();

    /**
     * Looks after a connection on which nothing is asked for.
     *
     * @return false if it cannot be used any more
     */
    boolean pollIdle();

    /**
     * Moves the exchange on, up to the end of the response head.
     *
     * @return the head, or null while it is not complete
     */
    ResponseHead pollResponse();

    /**
     * Takes bytes of the body.
     *
     * @param limit how many at most
     * @return the bytes, empty if none are there now; if the exchange has failed, those that came before are handed out first
     */
    byte[] readBody(int limit);

    /**
     * The same without an allocation.
     *
     * @param target takes as many bytes as it has room for
     * @return how many bytes it took, as above
     */
    int readBody(ByteBuffer target);

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
     * A monotonic clock, for time limits.
     *
     * @return nanoseconds from an arbitrary moment
     */
    LongSupplier clock();

    /**
     * How long connecting may take.
     *
     * @return the limit, which the client sets and asks; null where connecting makes no traffic
     */
    Timeout connectTimeout();

    /**
     * What waits in blocking mode; asked for when that is turned on.
     *
     * @return the one that waits for this backend
     * @throws UnsupportedOperationException if nothing can wait here
     */
    BlockingWait blockingWait();

    /**
     * Sets or unsets the proxy for http.
     *
     * @param host as in {@link HTTPClient#setHttpProxy}
     * @param port as there
     */
    void setHttpProxy(String host, int port);

    /**
     * Sets or unsets the proxy for https.
     *
     * @param host as in {@link HTTPClient#setHttpsProxy}
     * @param port as there
     */
    void setHttpsProxy(String host, int port);

    /**
     * Sets which hosts are reached without the proxy.
     *
     * @param hosts as in {@link HTTPClient#setProxyExclusions}
     */
    void setProxyExclusions(List<String> hosts);

    /**
     * Turns the search for the cause of a failure on or off, where it costs a request of its own.
     *
     * @param enabled true to search
     */
    void setDiagnostics(boolean enabled);

    /**
     * Sets how the browser sends requests.
     *
     * @param options the options, from the next request on
     */
    void setWebOptions(WebOptions options);

    /**
     * Turns the counting of {@link #uploaded()} on or off, where it does not come by itself.
     *
     * @param enabled true to count
     */
    void setUploadProgress(boolean enabled);

    /**
     * How much of the last request's body has been sent.
     *
     * @return bytes
     */
    long uploaded();

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
