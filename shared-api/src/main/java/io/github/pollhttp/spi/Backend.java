package io.github.pollhttp.spi;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.ResponseLimits;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.OutgoingRequest;

/**
 * Connects, sends and receives for one client, on one platform. A backend has at most one connection at a time, with at most one exchange (request
 * and response) on it. No method blocks.
 *
 * <p>
 * <b>Order of calls.</b> The client keeps the status and calls a method only where its status allows it:
 * <ol>
 * <li>{@link #connect}, then {@link #pollConnecting} until it returns true;
 * <li>while the connection is idle, {@link #pollIdle}, or {@link #send} for a request;
 * <li>{@link #pollResponse} until it returns a head;
 * <li>if the head has a body, {@link #readBody} until {@link #isBodyEnded} is true;
 * <li>{@link #persists}, which tells whether to continue with step 2 or to {@link #close} the connection.
 * </ol>
 * The client calls {@link #failure} if {@link #pollConnecting} or {@link #pollIdle} returns false, {@link #pollResponse} returns null, or
 * {@link #readBody} returns no bytes and the body has not ended. A backend never throws because of a failure of the network or the server.
 *
 * <p>
 * <b>Threads.</b> All calls come from one thread at a time, except {@link #close}, which may come from any thread at any moment.
 */
public interface Backend {
    /**
     * Starts to connect. The client passes the arguments on unchecked. The backend checks them, by the rules of {@link Endpoint#of}.
     *
     * @param host       a host name or a literal IP address, with {@code http://} or {@code https://} before it or without
     * @param port       port, 1 to 65535, or -1 for the default of the scheme: 443 with TLS, otherwise 80
     * @param tlsOptions how to check the server's certificate; if the host has no scheme, null means no TLS. Null with {@code https://} means the
     *                   checks of {@link TLSOptions#client()}
     * @return null if the backend has started to connect; otherwise the reason why not, and there is no connection
     */
    @Nullable
    Rejection connect(String host, int port, @Nullable TLSOptions tlsOptions);

    /**
     * Starts an exchange on the idle connection. The client passes the arguments on unchecked. The backend checks them, by the rules of
     * {@link OutgoingRequest#of}.
     *
     * @param method  the request method
     * @param url     the request target
     * @param headers header lines, each {@code Name: value}
     * @param body    the body, empty for none. The backend need not copy it and may read the array until the head of the response has arrived, so the caller must
     *                not change it before then
     * @return null if the exchange has started; otherwise the reason why not, and the connection is unchanged
     */
    @Nullable
    Rejection send(Method method, String url, List<String> headers, byte[] body);

    /**
     * Starts an exchange whose body is read from files while it is sent. The backend checks the arguments as {@link #send} does. It opens the files
     * itself, and closes them at the end of the exchange at the latest. If a file cannot be opened or read, or if its length changes before its last
     * byte is sent, the exchange fails with {@link io.github.pollhttp.Failure.Reason#FILE_UNREADABLE}.
     *
     * @param method  the request method
     * @param url     the request target
     * @param headers header lines, each {@code Name: value}
     * @param parts   the files of the body, perhaps with bytes between them, in the order to send; immutable
     * @return null if the exchange has started; otherwise the reason why not, and the connection is unchanged
     */
    @Nullable
    Rejection sendFiles(Method method, String url, List<String> headers, List<BodyPart> parts);

    /**
     * Returns the origin that the backend is connected or connecting to, for messages.
     *
     * @return scheme and authority, for example {@code https://example.com}; the words {@code the connection} if the program gave its own
     *         stream with {@link #setConnection}
     */
    String origin();

    /**
     * Whether the look-up of the host's name is under way. Called after {@link #connect} and after each {@link #pollConnecting}.
     *
     * @return true during the look-up; false as soon as the address is known
     */
    boolean isResolving();

    /**
     * Returns the failure of the connection or the exchange. Called in the cases that the description of this interface
     * lists.
     *
     * @return the failure, or null if there is none
     */
    @Nullable
    BackendFailure failure();

    /**
     * Continues to connect, by one step at most.
     *
     * @return true if the connection is open, and a request can be sent
     */
    boolean pollConnecting();

    /**
     * Checks whether the idle connection is still usable.
     *
     * @return false if the peer has closed it or sent bytes that belong to no response, or if it was idle for too long. After false, the client
     *         calls {@link #failure}. If that returns null, the connection has ended as usual, and the client closes it. Otherwise the connection
     *         has failed, for example because the server has rejected the client certificate
     */
    boolean pollIdle();

    /**
     * Continues to send the request and to receive the head of the response.
     *
     * @return the head, or null while it is incomplete
     */
    @Nullable
    ResponseHead pollResponse();

    /**
     * Reads bytes of the body. If the exchange has failed, the bytes that arrived before are returned first.
     *
     * @param limit the most bytes to return, 1 or more
     * @return a new array with the bytes; empty if none are available now
     */
    byte[] readBody(int limit);

    /**
     * Reads bytes of the body into a buffer. If the exchange has failed, the bytes that arrived before are returned first.
     *
     * @param target the buffer, filled from its position up to its limit at most; the position moves past the bytes read
     * @return the number of bytes read; 0 if none are available now
     */
    int readBody(ByteBuffer target);

    /**
     * Collects the body of the current exchange, for a caller that needs only the complete body. Called after {@link #send} and before the first
     * byte of the body is read. From then on, the platform receives the body without waiting for the caller, and keeps it. The caller then calls
     * {@link #countBody} instead of {@link #readBody(int)}.
     *
     * @param limit the largest body that the caller accepts, in bytes. The platform stops receiving soon after it has received so many, and the rest
     *              of a longer body never arrives
     * @return the body. Null, which is the default, if the platform does not collect bodies, so that the caller has to read and store the bytes
     */
    default @Nullable CollectedBody collectBody(long limit) {
        return null;
    }

    /**
     * Takes the place of {@link #readBody(int)} if the platform collects the body: returns how many bytes have arrived, without the bytes. If the
     * exchange has failed, calls first count the bytes that arrived before the failure, and then return 0.
     *
     * @param limit the most bytes to count, 1 or more
     * @return the number of bytes that have arrived and that no earlier call has counted, at most {@code limit}; 0 if there are none. There is one
     *         exception: if the Content-Length is greater than 2147483639, no array can store the body. Then the first call after bytes of the body have
     *         arrived returns 2147483640 or more, whatever the {@code limit}, and however few bytes have arrived. This is more than the longest
     *         array, so the caller's check of the size fails the request. Always 0, which is the default, if the platform does not collect bodies
     */
    default int countBody(int limit) {
        return 0;
    }

    /**
     * Whether the body is complete and the program has read its last byte.
     *
     * @return true at the end of the exchange
     */
    boolean isBodyEnded();

    /**
     * Whether the connection stays open after the exchange: for the next request or, after a 101 response, for the program, which then uses
     * {@link #getConnection}.
     *
     * @return false if the client must close the connection and connect again
     */
    boolean persists();

    /**
     * Returns a number that changes whenever a byte has been sent or received. The read timeout compares it with the previous one.
     *
     * @return any number; only changes matter
     */
    long activity();

    /**
     * Sets the largest sizes of a response's status line, header fields, chunk-size lines and trailers.
     *
     * @param limits the limits, used from the next request on
     */
    void setLimits(ResponseLimits limits);

    /**
     * Returns a monotonic clock, for the timeouts.
     *
     * @return a clock in nanoseconds with an arbitrary origin, as {@link System#nanoTime()}
     */
    LongSupplier clock();

    /**
     * Returns the connect timeout. The client sets its length, restarts it and asks whether it has passed.
     *
     * @return the same instance at each call; null if connecting makes no traffic, as in the browser
     */
    @Nullable
    Timeout connectTimeout();

    /**
     * Returns the part of the backend that waits in blocking mode. Called when the program turns on blocking mode.
     *
     * @return an object whose {@code await} blocks until this backend may make progress
     * @throws UnsupportedOperationException if the current thread must not block
     */
    BlockingWait blockingWait();

    /**
     * Sets the proxy for {@code http://}, see {@link HTTPClient#setHttpProxy}.
     *
     * @param host the proxy's name or IP address, perhaps with {@code socks5://} and {@code user:password@} before it; empty for no proxy
     * @param port the proxy's port, 1 to 65535, or -1 for no proxy
     * @throws IllegalArgumentException if the host is not a valid host, or the port is out of range
     */
    void setHttpProxy(String host, int port);

    /**
     * Sets the proxy for {@code https://}, see {@link HTTPClient#setHttpsProxy}.
     *
     * @param host the proxy's name or IP address, perhaps with {@code socks5://} and {@code user:password@} before it; empty for no proxy
     * @param port the proxy's port, 1 to 65535, or -1 for no proxy
     * @throws IllegalArgumentException if the host is not a valid host, or the port is out of range
     */
    void setHttpsProxy(String host, int port);

    /**
     * Sets the hosts that are reached without a proxy, see {@link HTTPClient#setProxyExclusions}.
     *
     * @param hosts names, domains such as {@code .example.com}, and literal IP addresses; empty for none
     * @throws IllegalArgumentException if an entry is not one of these
     */
    void setProxyExclusions(List<String> hosts);

    /**
     * Sets the {@code Proxy-Authorization} for HTTP proxies, see {@link HTTPClient#setProxyAuthorization}. A platform on which the client does not
     * control the proxies, such as the browser, ignores it.
     *
     * @param value the value, without control characters; null for none
     */
    default void setProxyAuthorization(@Nullable String value) {}

    /**
     * Sets the longest idle time of a connection, see {@link HTTPClient#setMaxIdleTime}. A platform on which the client does not control the
     * connections, such as the browser, ignores it.
     *
     * @param seconds the time in seconds, not negative; 0 for no limit but the one that the server announces
     */
    default void setMaxIdleTime(double seconds) {}

    /**
     * Turns diagnostics on or off, see {@link HTTPClient#setDiagnosticsEnabled}. With diagnostics, a backend that does not know the cause of a
     * failure may send one more request to find it.
     *
     * @param enabled true to allow that request
     */
    void setDiagnostics(boolean enabled);

    /**
     * Sets how the browser sends requests. Other platforms ignore it.
     *
     * @param options the options, used from the next request on
     */
    void setWebOptions(WebOptions options);

    /**
     * From now until the next {@link #setWebOptions}, requests bypass the browser's HTTP cache: their responses neither come from the cache nor are
     * stored there. Other platforms ignore this call.
     */
    default void bypassCache() {}

    /**
     * Turns the counting for {@link #uploaded()} on or off. A backend that counts at no cost may count always.
     *
     * @param enabled true to count from the next request on
     */
    void setUploadProgress(boolean enabled);

    /**
     * Returns how much of the last request's body has been sent.
     *
     * @return the number of bytes
     */
    long uploaded();

    /**
     * Returns the byte stream that carries the connection; with TLS, the stream of decrypted bytes.
     *
     * @return the stream, or null if there is none
     * @throws UnsupportedOperationException if the platform has no streams, as the browser
     */
    @Nullable
    StreamPeer getConnection();

    /**
     * Uses a stream of the program as the connection.
     *
     * @param connection a connected stream; {@link #close} closes it
     * @throws UnsupportedOperationException if the platform cannot use streams, as the browser
     */
    void setConnection(StreamPeer connection);

    /** Closes the connection and stops the exchange at once, in every state. May be called repeatedly and from any thread. */
    void close();
}
