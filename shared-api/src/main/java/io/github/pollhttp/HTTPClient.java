package io.github.pollhttp;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.spi.BackendProvider;

/**
 * A low-level, poll-driven HTTP client for game loops, modelled on Godot's {@code HTTPClient}. The program connects, sends a request, calls
 * {@link #poll()} once a frame, looks at {@link #getStatus()}, and reads the body in pieces. The same program runs on the desktop JVM, which
 * speaks HTTP/1.1 over sockets, and in the browser, compiled by TeaVM, which uses {@code fetch}.
 *
 * <pre>{@code
 * // play(byte[]) and show(String) are methods of your game.
 * HTTPClient client = HTTPClient.create();
 * ByteArrayOutputStream level = new ByteArrayOutputStream();
 * if (client.connectToHost("https://example.com") != ErrorCode.OK) {
 *     throw new IllegalArgumentException(client.getRejection());
 * }
 *
 * // Once a frame, until play or show is called:
 * client.poll();
 * switch (client.getStatus()) {
 *     case STATUS_RESOLVING, STATUS_CONNECTING, STATUS_REQUESTING -> {
 *         // under way
 *     }
 *     case STATUS_BODY -> {
 *         byte[] chunk = client.readResponseBodyChunk();
 *         level.write(chunk, 0, chunk.length);
 *     }
 *     case STATUS_CONNECTED, STATUS_DISCONNECTED -> {
 *         if (!client.hasResponse()) {
 *             if (client.request(Method.METHOD_GET, "/level.json", List.of()) != ErrorCode.OK) {
 *                 show(client.getRejection());
 *             }
 *         } else if (client.getResponseCode() != 200) {
 *             show("The server answered " + client.getResponseCode());
 *         } else {
 *             play(level.toByteArray());
 *         }
 *     }
 *     default -> show(client.getFailure().message());
 * }
 * }</pre>
 *
 * <p>
 * <b>The statuses of a client.</b>
 * <ul>
 * <li>{@link Status#STATUS_DISCONNECTED}: the client is new, has been closed, or its connection has ended. A connection may also end after a
 * complete response (see {@link #hasResponse()}). Call {@link #connectToHost(String)} to connect.
 * <li>{@link Status#STATUS_RESOLVING}, {@link Status#STATUS_CONNECTING}: call {@link #poll()} until the client is connected.
 * <li>{@link Status#STATUS_CONNECTED}: call {@link #request} to send a request.
 * <li>{@link Status#STATUS_REQUESTING}: call {@link #poll()} until the head of the response has arrived.
 * <li>{@link Status#STATUS_BODY}: call {@link #readResponseBodyChunk()} until the status changes.
 * <li>Four failure statuses, such as {@link Status#STATUS_CONNECTION_ERROR}: {@link #getFailure()} tells the cause. Call
 * {@link #connectToHost(String)} to start again.
 * </ul>
 *
 * <p>
 * <b>Nothing blocks.</b> Every call returns at once, unless the program turns on {@link #setBlockingMode blocking mode}. The work of one call is
 * limited: it sends only bytes that the network accepts without a wait, and it receives only bytes that have arrived. A read returns at most
 * {@link #getReadChunkSize()} bytes.
 *
 * <p>
 * <b>Failures.</b> No failure of the network or the server is thrown. The call returns an {@link ErrorCode}, the status becomes a failure status,
 * and {@link #getFailure()} tells the cause. An HTTP error such as 404 is a response like any other, not a failure.
 *
 * <p>
 * <b>Rejections.</b> {@code connectToHost}, {@code request} and {@code requestRaw} reject a wrong argument and a call in the wrong status: they
 * return {@link ErrorCode#ERR_INVALID_PARAMETER} or {@link ErrorCode#ERR_UNAVAILABLE}, and {@link #getRejection()} tells what is wrong. A
 * rejected request changes nothing. A rejected {@code connectToHost} has already closed the previous connection. Setters throw an
 * {@link IllegalArgumentException} instead and keep the previous setting. Every method throws a {@link NullPointerException} for a null argument,
 * unless its description allows null.
 *
 * <p>
 * <b>Threads.</b> A client is not safe for use by several threads at once, with one exception: {@link #close()} may be called from any thread.
 *
 * <p>
 * <b>Reuse.</b> A client sends any number of requests, one after the other, over a connection that it keeps open. It also opens any number of
 * connections, one after the other. Requests that run at the same time need a client each.
 *
 * @see <a href="https://docs.godotengine.org/en/stable/classes/class_httpclient.html">Godot's HTTPClient</a>
 */
public interface HTTPClient extends AutoCloseable {

    /**
     * Creates a client. The artifact {@code pollhttp-jvm} or {@code pollhttp-web} on the class path or module path is its backend: it does the
     * network I/O. The client finds it, so a program contains no reference to a class of the backend.
     *
     * @return a new client in {@link Status#STATUS_DISCONNECTED}
     * @throws IllegalStateException if there is no backend or more than one; the message names the artifact to add or to remove
     */
    static HTTPClient create() {
        return new PollingClient(BackendProvider.installed().create());
    }

    /**
     * Builds a query such as {@code a=1&b=2} from fields (Godot's {@code query_string_from_dict}). Names and values are percent-encoded as UTF-8,
     * except letters, digits and {@code - . _ ~}. A space becomes {@code %20}.
     *
     * @param fields names and values, written in the order of the map. A null value writes the name without {@code =}. An array or
     *               {@link Iterable} writes one pair for each element. Any other value is written as its {@code toString()}
     * @return the query without a question mark; empty if there are no fields
     * @throws IllegalArgumentException if a value is an array of {@code boolean}, {@code byte}, {@code char} or {@code short}
     */
    static String queryStringFromDict(Map<String, ?> fields) {
        return QueryString.of(fields);
    }

    // Connecting

    /**
     * Starts to connect to a host on the default port of its scheme: 443 with TLS if the host begins with {@code https://}, otherwise 80 without
     * TLS. The same as {@link #connectToHost(String, int, TLSOptions) connectToHost(host, -1, null)}.
     *
     * @param host a host name or an IP address, with {@code http://} or {@code https://} before it or without
     * @return {@code OK} if the client has started to connect; {@code ERR_INVALID_PARAMETER} or {@code ERR_UNAVAILABLE} if the host was rejected
     */
    default ErrorCode connectToHost(String host) {
        return connectToHost(host, -1, null);
    }

    /**
     * Starts to connect to a host, with TLS if the host begins with {@code https://}. The same as
     * {@link #connectToHost(String, int, TLSOptions) connectToHost(host, port, null)}.
     *
     * @param host a host name or an IP address, with {@code http://} or {@code https://} before it or without
     * @param port port, 1 to 65535, or -1 for the default of the scheme: 443 with TLS, otherwise 80
     * @return {@code OK} if the client has started to connect; {@code ERR_INVALID_PARAMETER} or {@code ERR_UNAVAILABLE} if an argument was rejected
     */
    default ErrorCode connectToHost(String host, int port) {
        return connectToHost(host, port, null);
    }

    /**
     * Closes the current connection, if any, and starts to connect to a host. The old connection is closed and its response dropped even if the
     * arguments are rejected. {@link #poll()} continues the connecting.
     *
     * <p>
     * The status becomes {@link Status#STATUS_RESOLVING} for a host name, and {@link Status#STATUS_CONNECTING} for a literal IP address. In the
     * browser, connecting sends nothing, because a browser opens a connection only when it sends a request. The client passes through the same
     * statuses, one at each poll. If the host cannot be reached, the first request fails.
     *
     * <p>
     * Both platforms convert the host to the spelling of the URL Standard: a name to lower-case ASCII, with labels in other scripts as {@code xn--}
     * (UTS #46), an IPv4 address to four numbers ({@code 127.1} becomes {@code 127.0.0.1}), an IPv6 address to its shortest form. The client uses
     * that spelling everywhere: to look up the address, to find out whether the proxy applies, in the {@code Host} header and in messages.
     *
     * @param host       a host name or a literal IP address, IPv6 with or without brackets. The prefix {@code http://} turns TLS off,
     *                   and {@code https://} turns it on, even if {@code tlsOptions} would do the opposite (as in Godot 4)
     * @param port       port, 1 to 65535, or -1 for the default of the scheme: 443 with TLS, otherwise 80
     * @param tlsOptions how to check the server's certificate. If the host begins with neither scheme, TLS is on unless this is null. Null with
     *                   {@code https://} is the same as {@link TLSOptions#client()}
     * @return {@code OK} if the client has started to connect. {@code ERR_INVALID_PARAMETER} if the port is out of range, or the host is empty or
     *         contains a path, a port, a space, a control character, or a user name, or is not a valid DNS name, for example because a label has more
     *         than 63 characters. {@code ERR_UNAVAILABLE} if {@link #setStrictPortable strict portable mode} is on and a browser cannot connect like
     *         this. If it is not {@code OK}, the status is {@link Status#STATUS_DISCONNECTED} and {@link #getRejection()} tells why
     */
    ErrorCode connectToHost(String host, int port, @Nullable TLSOptions tlsOptions);

    /**
     * Closes the connection and drops the response at once, in every status. A transfer under way stops: the JVM closes the socket, the browser
     * aborts the fetch. The status becomes {@link Status#STATUS_DISCONNECTED}, and the client can connect again. May be called repeatedly and from
     * any thread.
     */
    @Override
    void close();

    /**
     * Returns the byte stream that carries the connection; with TLS, the stream of decrypted bytes. After a 101 (Switching Protocols) response, the
     * program reads and writes this stream. The first byte that the stream delivers is the one after the
     * head of that response, even if the client had already received that byte together with the head.
     *
     * @return the stream in {@link Status#STATUS_CONNECTED}, {@link Status#STATUS_REQUESTING} and {@link Status#STATUS_BODY}; null in any other status
     * @throws UnsupportedOperationException in the browser, in those three statuses
     */
    @Nullable
    StreamPeer getConnection();

    /**
     * Closes the current connection, if any, and uses a stream of the program as the connection. The status becomes {@link Status#STATUS_CONNECTED}.
     * The client adds no TLS, and sends an empty {@code Host} header unless the program gives one. Passing the current stream changes nothing.
     *
     * @param connection a connected stream; the client closes it in {@link #close()}
     * @throws UnsupportedOperationException in the browser
     */
    void setConnection(StreamPeer connection);

    // Requesting

    /**
     * Sends a request without a body. The same as {@link #requestRaw} with an empty body.
     *
     * @param method  the request method; CONNECT and TRACE are not available in the browser
     * @param url     the request target, for example {@code /scores?top=10}; see {@link #requestRaw} for other forms
     * @param headers header lines, each {@code Name: value}, sent in this order
     * @return {@code OK} if the request is being sent; {@code ERR_INVALID_PARAMETER} or {@code ERR_UNAVAILABLE} if it was rejected
     */
    default ErrorCode request(Method method, String url, List<String> headers) {
        return requestRaw(method, url, headers, new byte[0]);
    }

    /**
     * Sends a request with text as its body. The same as {@link #requestRaw} with the text in UTF-8. No {@code Content-Type} header is added.
     *
     * @param method  the request method; CONNECT and TRACE are not available in the browser
     * @param url     the request target, for example {@code /scores}; see {@link #requestRaw} for other forms
     * @param headers header lines, each {@code Name: value}, sent in this order
     * @param body    the text of the body, sent as UTF-8; empty for no body
     * @return {@code OK} if the request is being sent; {@code ERR_INVALID_PARAMETER} or {@code ERR_UNAVAILABLE} if it was rejected
     */
    ErrorCode request(Method method, String url, List<String> headers, String body);

    /**
     * Sends a request with a body that has a media type, sent as {@code Content-Type}. The same as {@link #requestRaw} in all else. The body may be a
     * file, see {@link RequestBody#file}.
     *
     * @param method  the request method; CONNECT and TRACE are not available in the browser
     * @param url     the request target, for example {@code /scores}; see {@link #requestRaw} for other forms
     * @param headers header lines, each {@code Name: value}, sent in this order; a {@code Content-Type} here replaces that of the body
     * @param body    the body; its bytes are not copied, so do not change them before the status leaves {@code STATUS_REQUESTING}
     * @return {@code OK} if the request is being sent; {@code ERR_INVALID_PARAMETER} or {@code ERR_UNAVAILABLE} if it was rejected. A file that cannot
     *         be opened is no reason for a rejection: it is a failure, which a later {@link #poll()} finds
     */
    ErrorCode request(Method method, String url, List<String> headers, RequestBody body);

    /**
     * Starts to send a request. Allowed only in {@link Status#STATUS_CONNECTED}. The status becomes {@link Status#STATUS_REQUESTING}, the previous
     * response is dropped, and {@link #poll()} continues the sending.
     *
     * <p>
     * The JVM adds these headers unless the program gives them: {@code Host}, {@code Content-Length} (for POST, PUT and PATCH also without a
     * body), {@code User-Agent} and {@code Accept}. The browser sets some headers itself: {@code User-Agent} and the forbidden request-headers of
     * the Fetch Standard. If the program gives one of them, it is left out, and the library prints one warning for each name on the browser's
     * console.
     *
     * @param method  the request method
     * @param url     the request target: a path that begins with {@code /}, perhaps with a query. The JVM also takes an absolute {@code http://} or
     *                {@code https://} URL, {@code *} with OPTIONS, and {@code host:port} with CONNECT. Characters outside ASCII are percent-encoded
     *                as UTF-8, dot segments of the path are removed as in browsers (URL Standard), and a fragment is left out. An absolute URL is
     *                checked and then sent in normalized form: the host as in {@code connectToHost}, without the default port, the path
     *                percent-encoded and without dot segments. Its host is sent in the {@code Host} header (RFC 9112 section 3.2.2)
     * @param headers header lines, each {@code Name: value}, sent in this order; empty for none
     * @param body    the body; empty for no body. The JVM does not copy it: do not change it before the status leaves {@code STATUS_REQUESTING}
     * @return {@code OK} if the request is being sent. {@code ERR_INVALID_PARAMETER} in each of these cases: the status is not {@code STATUS_CONNECTED}; the url
     *         contains a space or a control character, has none of the forms listed at {@code url}, or is absolute with an invalid host, a user or a password; a header is not of
     *         the form {@code Name: value}, its name is not a token (RFC 9110 section 5.6.2), or its value contains a control character other than the tab;
     *         {@code Host} is given twice; a {@code Content-Length} differs from the length of the body; there is a {@code Transfer-Encoding}; or TRACE has
     *         a body. In the browser, and in {@link #setStrictPortable strict portable mode}, {@code ERR_UNAVAILABLE} if the method is CONNECT or
     *         TRACE, if GET or HEAD has a body, or if the url does not begin with {@code /}. If it is not {@code OK}, nothing changes and
     *         {@link #getRejection()} tells why
     */
    ErrorCode requestRaw(Method method, String url, List<String> headers, byte[] body);

    // Polling

    /**
     * Does the work that is possible now, without waiting: continues to connect, to send the request, or to receive the head of the response. In
     * {@link Status#STATUS_CONNECTED} it finds out whether the server has closed the connection. In {@link Status#STATUS_BODY} it does nothing,
     * because the program receives the body by reading it. Call it once a frame.
     *
     * @return {@code OK} while all is well; {@code ERR_UNCONFIGURED} in {@code STATUS_DISCONNECTED}; in a failure status {@code ERR_CANT_RESOLVE},
     *         {@code ERR_CANT_CONNECT} or {@code ERR_CONNECTION_ERROR}. As in Godot, the poll that detects a failed TLS handshake returns
     *         {@code ERR_CANT_CONNECT}, and later polls return {@code ERR_CONNECTION_ERROR}
     */
    ErrorCode poll();

    /**
     * Returns the status of the client.
     *
     * @return the status, never null
     */
    Status getStatus();

    // The response

    /**
     * Whether there is a response. It is available from the moment its head has arrived until the next accepted request, the next
     * {@code connectToHost}, or {@link #close()}. It stays available when the connection ends or fails.
     *
     * @return true if there is a response
     */
    boolean hasResponse();

    /**
     * Returns the status code of the response.
     *
     * @return the code, 100 to 999, see {@link ResponseCode}; 0 if there is no response
     */
    int getResponseCode();

    /**
     * Returns the header fields of the response. Unlike in Godot, reading them does not clear them.
     *
     * <p>
     * On the JVM each line is as the server wrote it, without white space at its end. The browser gives names in lower case, joins fields of the same
     * name, and hides {@code Set-Cookie}. Of a cross-origin response it shows only the fields that CORS exposes.
     *
     * <p>
     * A line is decoded as UTF-8, or as ISO-8859-1 if it is not valid UTF-8. {@code Set-Cookie} and {@code Location} are never decoded as ISO-8859-1,
     * because their values are later sent back to the server and must have the same bytes then. Instead, each byte of these two fields that is not
     * part of valid UTF-8 becomes a lone low surrogate, U+DC80 to U+DCFF. If a header line of a request contains such a character, the client sends
     * the original byte. It sends all other characters as UTF-8 (RFC 6265bis section 5.6).
     *
     * @return lines {@code Name: value} in the order received, duplicates included; unmodifiable; empty if there is no response
     */
    List<String> getResponseHeaders();

    /**
     * Returns the header fields of the response by name (Godot's {@code get_response_headers_as_dictionary}).
     *
     * @return an unmodifiable map in the order in which the names first appear. Look-ups ignore the case of a name. Several values of a name are
     *         joined with {@code "; "}, those of {@code Set-Cookie} with a line feed. Empty if there is no response
     */
    Map<String, String> getResponseHeadersAsDictionary();

    /**
     * Returns all values of one header field of the response.
     *
     * @param name the name, in any case
     * @return the values in the order received, without white space around them; empty if there is no such field, no response, or if CORS hides the
     *         field
     */
    List<String> getResponseHeader(String name);

    /**
     * Returns the trailer fields of a chunked response (RFC 9112 section 7.1.2). They are complete when the body has ended.
     *
     * @return lines {@code Name: value} in the order received; empty before the end of the body, without a response, and always in the browser
     */
    List<String> getResponseTrailers();

    /**
     * Returns the length of the body: the number of bytes that the program can read in total. On the JVM the program reads the body in its content
     * coding, for example gzip, so this is the encoded length. The browser decodes the body, and does not know the decoded length in advance.
     *
     * @return the number of bytes, 0 for a response to HEAD; -1 if there is no response, if its code allows no body (such as 204, 205
     *         or 304), or if the length is not known because the body is chunked or lasts until the connection closes. In the browser also -1 if the
     *         body has a content coding, or if the client cannot know this because CORS or a service worker hides {@code Content-Encoding}
     */
    long getResponseBodyLength();

    /**
     * Whether the body has the chunked transfer coding (RFC 9112 section 7.1).
     *
     * @return true if it is chunked; always false in the browser, which hides the transfer coding
     */
    boolean isResponseChunked();

    /**
     * Returns the URL of the response. The JVM follows no redirects, so this is the URL of the request. The browser follows redirects without telling
     * the program, so this is the URL to which the last redirect led.
     *
     * @return an absolute URL; empty if there is no response
     */
    String getResponseUrl();

    /**
     * Reads the next bytes of the body, at most {@link #getReadChunkSize()} of them. Outside of {@link Status#STATUS_BODY} it returns an empty array.
     *
     * <p>
     * At the end of the body the status becomes {@link Status#STATUS_CONNECTED} if the connection stays open, otherwise
     * {@link Status#STATUS_DISCONNECTED}. It changes in the read that returns the last byte, or in a later read, which then returns no bytes. If the
     * body is incomplete or malformed, reads first return the bytes before the error, and then the status becomes
     * {@link Status#STATUS_CONNECTION_ERROR}. The client never reports an incomplete body as a success.
     *
     * @return a new array with the bytes; empty if no bytes are available now
     */
    byte[] readResponseBodyChunk();

    /**
     * Reads the next bytes of the body into a buffer, at most {@link #getReadChunkSize()} of them. It changes the status as
     * {@link #readResponseBodyChunk()} does. On the JVM it allocates no memory.
     *
     * @param target the buffer, filled from its position up to its limit at most; the position moves past the bytes read. A direct buffer saves a
     *               copy
     * @return the number of bytes read; 0 if no bytes are available now, if the buffer is full, or outside of {@link Status#STATUS_BODY}
     */
    int readResponseBodyChunk(ByteBuffer target);

    // Failures and rejections

    /**
     * Returns why the status became a failure status. The next {@code connectToHost},
     * {@link #setConnection} and {@link #close()} clear it.
     *
     * @return the failure, or null if there was none
     */
    @Nullable
    Failure getFailure();

    /**
     * Returns why the last {@code connectToHost}, {@code request} or {@code requestRaw} was rejected with {@code ERR_INVALID_PARAMETER} or
     * {@code ERR_UNAVAILABLE}.
     *
     * @return a sentence for the developer, or null if the last of these calls was accepted
     */
    @Nullable
    String getRejection();

    /**
     * The earlier name of {@link #getRejection()}, kept for programs written before the first release.
     *
     * @return a sentence for the developer, or null if the last call was accepted
     */
    default @Nullable String getRefusal() {
        return getRejection();
    }

    /**
     * Lets the browser backend look for the cause of a failed cross-origin GET or HEAD. A browser does not tell whether the network failed or CORS
     * denied the response. With diagnostics on, the backend sends the request once more with {@code mode: "no-cors"} and without credentials. If
     * the server answers within 3 seconds, CORS is almost certainly the cause, and the failure has the reason {@link Failure.Reason#CORS_REFUSED}.
     * The status becomes a failure status only when the second request has been answered or has failed, after 3 seconds at most. No effect on the
     * JVM, which knows the cause.
     *
     * @param enabled true to look for the cause; the default is false, because it costs one more request
     */
    void setDiagnosticsEnabled(boolean enabled);

    // Settings

    /**
     * Sets the proxy for {@code http://} requests, used from the next {@code connectToHost} on. An HTTP proxy receives the requests in absolute
     * form (RFC 9112 section 3.2.2). A SOCKS 5 proxy (RFC 1928), chosen by {@code socks5://} before the host, forwards the connection, and looks
     * up the name of the target itself. In the browser this only prints a warning, because the browser uses its own proxy settings.
     *
     * <p>
     * Credentials are {@code user:password@} before the host. Only the proxy receives them. An HTTP proxy receives them as
     * {@code Proxy-Authorization: Basic}, unless the request has a {@code Proxy-Authorization} of its own. A SOCKS proxy receives them as in RFC
     * 1929. Percent-encode characters such as {@code @} and {@code :} in the user name and the password.
     *
     * <p>
     * If the name of the proxy cannot be resolved, the status becomes {@link Status#STATUS_CANT_RESOLVE}. If the proxy cannot be reached or denies
     * the connection, the status becomes {@link Status#STATUS_CANT_CONNECT}. A failure that the proxy itself reported has
     * {@link Failure.Phase#PROXY}.
     *
     * @param host the proxy's name or IP address, for example {@code proxy.example} or {@code socks5://user:password@proxy.example}; empty for no
     *             proxy
     * @param port the proxy's port, 1 to 65535, or -1 for no proxy
     * @throws IllegalArgumentException if the host is not a valid host, or the port is out of range; not thrown in the browser
     */
    void setHttpProxy(String host, int port);

    /**
     * Sets the proxy for {@code https://} requests, used from the next {@code connectToHost} on. TLS runs through a tunnel, which an HTTP proxy
     * opens by {@code CONNECT} (RFC 9110 section 9.3.6) and a SOCKS 5 proxy by its own protocol. Credentials, failures and the browser's behaviour
     * are described at {@link #setHttpProxy}.
     *
     * @param host the proxy's name or IP address, for example {@code proxy.example} or {@code socks5://user:password@proxy.example}; empty for no
     *             proxy
     * @param port the proxy's port, 1 to 65535, or -1 for no proxy
     * @throws IllegalArgumentException if the host is not a valid host, or the port is out of range; not thrown in the browser
     */
    void setHttpsProxy(String host, int port);

    /**
     * Sets the hosts that are reached without a proxy, from the next {@code connectToHost} on. By default, connections to loopback addresses go
     * through the proxy, too. No effect in the browser.
     *
     * @param hosts any of: a name ({@code example.com} is that host only), a domain ({@code .example.com} or {@code *.example.com} is every host
     *              below it, but not {@code example.com}), or a literal IP address in any spelling. Empty, the default, for no exclusions
     * @throws IllegalArgumentException if an entry is not one of these; the previous list stays. Not thrown in the browser
     */
    void setProxyExclusions(List<String> hosts);

    /**
     * Sets the {@code Proxy-Authorization} that HTTP proxies get, for authentication schemes other than Basic. Godot has no such setting. The value
     * takes the place of {@code user:password@} in the proxy's host, from the next {@code connectToHost} on. For {@code https://} the client sends
     * it with {@code CONNECT}, which happens before any request; for {@code http://} with each request that has no such header. This setting has no
     * effect without an HTTP proxy, and none in the browser.
     *
     * <p>
     * The origin gets neither this value nor a {@code Proxy-Authorization} header that the program gives with a request: the client removes such a
     * header if the request goes through a tunnel or directly to the origin (RFC 9110 section 11.7.2). There is one exception. If no proxy is set,
     * a request with an absolute URL or with CONNECT keeps the header: the client then assumes that the host given to {@code connectToHost} is
     * itself a proxy. If a program uses the class {@code HTTPRequest} and passes a {@code Proxy-Authorization} header to it, {@code HTTPRequest}
     * calls this method with the value of that header.
     *
     * @param value the value, for example {@code Bearer abc}; null, the default, for none
     * @throws IllegalArgumentException if it contains a control character; the previous value stays
     */
    void setProxyAuthorization(@Nullable String value);

    /**
     * Turns blocking mode on or off, for programs without a frame loop. In blocking mode, a {@link #poll()} in
     * {@link Status#STATUS_RESOLVING}, {@link Status#STATUS_CONNECTING} or {@link Status#STATUS_REQUESTING} returns when the status changes, for
     * example from resolving to connecting; call it in a loop. A read returns when it has at
     * least one byte or the body has ended. Timeouts apply as usual. {@link #close()} from another thread ends a waiting call at once. So does an
     * interrupt: the call returns, the status does not change, and the interrupt flag of the thread stays set. Calls wait again after the program has
     * cleared the flag with {@code Thread.interrupted()}.
     *
     * <p>
     * On the JVM the waiting thread sleeps until the network is ready. A stream set by {@link #setConnection} cannot report that it is ready, so the
     * client checks it every millisecond.
     *
     * <p>
     * In the browser blocking mode works only in a Java thread of TeaVM ({@code new Thread(game).start()}). TeaVM suspends the thread while the page
     * continues, and the client checks for new bytes every 4 ms. TeaVM compiles the methods that can wait as coroutines, which makes a program that
     * calls this method larger and slower. A program that never calls it pays nothing.
     *
     * @param enabled true for calls that wait; the default is false
     * @throws UnsupportedOperationException in the browser outside of a Java thread, because the browser's only thread must not block; the mode stays
     *         off. In WasmGC of TeaVM before 0.16, a WebAssembly trap stops the program instead
     */
    void setBlockingMode(boolean enabled);

    /**
     * Whether blocking mode is on.
     *
     * @return true if calls wait; false by default
     */
    boolean isBlockingModeEnabled();

    /**
     * Sets the most bytes that one read returns. A larger chunk makes downloads faster for a program that reads once a frame: at 60 frames a second
     * the default allows 3.9 MB/s. To receive faster than that, a program can read several times a frame, until a read returns no bytes.
     *
     * @param bytes 256 to 16 777 216; the default is 65 536
     * @throws IllegalArgumentException if it is out of range; the previous size stays
     */
    void setReadChunkSize(int bytes);

    /**
     * Returns the most bytes that one read returns.
     *
     * @return the number of bytes, 65 536 by default
     */
    int getReadChunkSize();

    /**
     * Sets the connect timeout: the longest time from {@code connectToHost} to {@link Status#STATUS_CONNECTED}, with name look-up, connection, proxy
     * tunnel and TLS handshake. After it the status becomes {@link Status#STATUS_CANT_CONNECT}, and the failure has
     * {@link Failure.Reason#TIMEOUT}. No effect in the browser, where connecting makes no traffic.
     *
     * <p>
     * Time is measured with a monotonic clock at each poll. A pause between two polls counts as one second at most, or as half of the timeout if
     * that is shorter, so that a long frame, such as the loading of a level, does not cause a timeout.
     *
     * @param seconds the timeout in seconds; 0 for none; the default is 30
     * @throws IllegalArgumentException if it is negative or NaN; the previous timeout stays
     */
    void setConnectTimeout(double seconds);

    /**
     * Sets the read timeout: the longest time in which no byte moves in either direction while a request is sent or a response is received. After it
     * the status becomes {@link Status#STATUS_CONNECTION_ERROR}, and the failure has {@link Failure.Reason#TIMEOUT}. A pause between two polls
     * or reads counts as one second at most, or as half of the timeout if that is shorter.
     *
     * @param seconds the timeout in seconds; 0, the default, for none
     * @throws IllegalArgumentException if it is negative or NaN; the previous timeout stays
     */
    void setReadTimeout(double seconds);

    /**
     * Sets the longest time that a connection stays open without a request. Godot has no such limit. Routers drop an idle connection silently, so
     * that a request on it would wait for minutes. After this time a poll closes the connection, and the status becomes
     * {@link Status#STATUS_DISCONNECTED}. If the time has passed and the program sends a request
     * before it polls, the request is accepted but not sent, and fails with {@link Failure.Reason#CONNECTION_CLOSED_IDLE}. If the server announces
     * a shorter time ({@code Keep-Alive: timeout=5}), the client closes the connection one second before the announced time has passed. If the
     * announced time is shorter than two seconds, the client closes the connection after half of it. The time is measured with a monotonic clock.
     * Unlike with the timeouts, a long pause between two polls counts in full.
     *
     * <p>
     * This setting has no effect on a stream of the program ({@link #setConnection}): only the time that the server announces applies to it. It has
     * no effect in the browser, which keeps connections by itself.
     *
     * @param seconds the time in seconds; 0 to apply only the server's limit; the default is 60
     * @throws IllegalArgumentException if it is negative or NaN; the previous time stays
     */
    void setMaxIdleTime(double seconds);

    /**
     * Sets the largest sizes of a response's status line, header fields, chunk-size lines and trailers, from the next request on. No effect in the
     * browser, which has its own limits.
     *
     * @param limits the limits; {@link ResponseLimits#DEFAULT} by default
     */
    void setResponseLimits(ResponseLimits limits);

    /**
     * Sets how the browser sends requests, from the next request on: cookies, cache, keepalive, priority and referrer. No effect on the JVM. If
     * {@link #setUploadProgressEnabled upload progress} is on and a request has a body, all these options are ignored, except that
     * {@link WebOptions.Credentials#INCLUDE} still sends credentials to another origin.
     *
     * @param options the options; {@link WebOptions#DEFAULT} by default
     */
    void setWebOptions(WebOptions options);

    /**
     * Returns the options of the last {@link #setWebOptions}.
     *
     * @return the options; {@link WebOptions#DEFAULT} by default, on both platforms
     */
    WebOptions getWebOptions();

    /**
     * Makes the browser report how much of a body it has sent, see {@link #getUploadedBytes()}, from the next request on. {@code fetch} cannot report
     * this, so a request with a body is sent with {@code XMLHttpRequest} instead. That has three costs: a cross-origin request always takes a CORS
     * preflight (Fetch Standard, CORS protocol); the body of the response becomes available only when all of it has arrived, and is held in memory
     * until it has been read; and if the connection breaks, no part of the body is available. No effect on the JVM, which always counts.
     *
     * @param enabled true to count; the default is false
     */
    void setUploadProgressEnabled(boolean enabled);

    /**
     * Returns how much of the last request's body has been sent. It starts at 0 with each request and ends at the length of the body. Bytes that were
     * sent have not necessarily reached the server.
     *
     * @return the number of bytes: on the JVM those that the socket has taken; in the browser those that the browser has reported, about every
     *         50 ms, and always 0 unless {@link #setUploadProgressEnabled} is on
     */
    long getUploadedBytes();

    /**
     * Turns strict portable mode on or off. It rejects calls that a browser cannot carry out, so that a developer finds them on the desktop. They
     * return {@code ERR_UNAVAILABLE}, and {@link #getRejection()} names the browser's rule:
     * <ul>
     * <li>{@code connectToHost} rejects the bad ports of the Fetch Standard, and {@link TLSOptions} that differ from {@link TLSOptions#client()};
     * <li>a request is rejected for TRACE or CONNECT, for a body with GET or HEAD, for a url that does not begin with {@code /}, for a header that the
     * browser sets itself, and for a header that asks for a forbidden method ({@code X-HTTP-Method-Override: TRACE}).
     * </ul>
     *
     * <p>
     * The mode works the same on both platforms. Without it the browser ignores TLS options, and leaves out the headers that it sets itself, with a
     * warning. The mode does not check rules that depend on the page: CORS, mixed content, and the content security policy.
     *
     * @param enabled true to reject such calls from the next call on; the default is false
     */
    void setStrictPortable(boolean enabled);

    // Names

    /** The request methods, with Godot's names and numbers. */
    enum Method {
        /** GET, RFC 9110 section 9.3.1. */
        METHOD_GET,
        /** HEAD, RFC 9110 section 9.3.2. */
        METHOD_HEAD,
        /** POST, RFC 9110 section 9.3.3. */
        METHOD_POST,
        /** PUT, RFC 9110 section 9.3.4. */
        METHOD_PUT,
        /** DELETE, RFC 9110 section 9.3.5. */
        METHOD_DELETE,
        /** OPTIONS, RFC 9110 section 9.3.7. */
        METHOD_OPTIONS,
        /** TRACE, RFC 9110 section 9.3.8. Not available in the browser. */
        METHOD_TRACE,
        /** CONNECT, RFC 9110 section 9.3.6. Not available in the browser. */
        METHOD_CONNECT,
        /** PATCH, RFC 5789. */
        METHOD_PATCH;

        /** Computed in {@link #token}, not in the constructor, so that a browser program that never calls {@link #token} does not contain the code
         * for it. */
        private @Nullable String token;

        /**
         * Returns the method as a request line contains it (RFC 9110 section 9.1).
         *
         * @return for example {@code GET}
         */
        public String token() {
            if (token == null) {
                token = name().substring("METHOD_".length());
            }
            return token;
        }

        /**
         * Returns Godot's number of the method.
         *
         * @return the value of the constant of the same name in Godot, 0 to 8
         */
        public int value() {
            return ordinal(); // the constants are in Godot's order
        }
    }

    /** The statuses of a client, with Godot's names and numbers. */
    enum Status {
        /** There is no connection. */
        STATUS_DISCONNECTED(ErrorCode.ERR_UNCONFIGURED),
        /** The client looks up the host's name. */
        STATUS_RESOLVING(ErrorCode.OK),
        /** Failure: the host's name could not be resolved. Does not occur in the browser, which reports {@link #STATUS_CONNECTION_ERROR} instead. */
        STATUS_CANT_RESOLVE(ErrorCode.ERR_CANT_RESOLVE),
        /** The client opens the connection, with proxy tunnel and TLS handshake if needed. */
        STATUS_CONNECTING(ErrorCode.OK),
        /**
         * Failure: the connection could not be opened, or the connect timeout has passed. Does not occur in the browser, which reports
         * {@link #STATUS_CONNECTION_ERROR} instead.
         */
        STATUS_CANT_CONNECT(ErrorCode.ERR_CANT_CONNECT),
        /** The client is connected and can send a request. */
        STATUS_CONNECTED(ErrorCode.OK),
        /** A request is being sent, or the head of its response has not arrived yet. */
        STATUS_REQUESTING(ErrorCode.OK),
        /** The head of the response has arrived, and the program can read the body. */
        STATUS_BODY(ErrorCode.OK),
        /**
         * Failure after connecting: the connection was reset or closed early, the response was malformed or too large, or the read timeout has
         * passed. In the browser any network error, and a response that CORS denies.
         */
        STATUS_CONNECTION_ERROR(ErrorCode.ERR_CONNECTION_ERROR),
        /**
         * Failure: the TLS handshake failed. In TLS 1.3 a server can reject the client certificate only when the client is already connected, so this
         * status may follow {@link #STATUS_CONNECTED} and {@link #STATUS_REQUESTING}. Does not occur in the browser, which reports
         * {@link #STATUS_CONNECTION_ERROR} instead.
         */
        STATUS_TLS_HANDSHAKE_ERROR(ErrorCode.ERR_CONNECTION_ERROR);

        /** The code that a poll returns in this status. */
        final ErrorCode polled;

        Status(ErrorCode polled) {
            this.polled = polled;
        }

        /**
         * Returns Godot's number of the status.
         *
         * @return the value of the constant of the same name in Godot, 0 to 9
         */
        public int value() {
            return ordinal(); // the constants are in Godot's order
        }
    }

    /** The status codes of HTTP, with Godot's names (its {@code ResponseCode}). A server may send any other code of three digits, too. */
    final class ResponseCode {
        /** 100 Continue. */
        public static final int RESPONSE_CONTINUE = 100;
        /** 101 Switching Protocols. */
        public static final int RESPONSE_SWITCHING_PROTOCOLS = 101;
        /** 102 Processing. */
        public static final int RESPONSE_PROCESSING = 102;
        /** 200 OK. */
        public static final int RESPONSE_OK = 200;
        /** 201 Created. */
        public static final int RESPONSE_CREATED = 201;
        /** 202 Accepted. */
        public static final int RESPONSE_ACCEPTED = 202;
        /** 203 Non-Authoritative Information. */
        public static final int RESPONSE_NON_AUTHORITATIVE_INFORMATION = 203;
        /** 204 No Content. */
        public static final int RESPONSE_NO_CONTENT = 204;
        /** 205 Reset Content. */
        public static final int RESPONSE_RESET_CONTENT = 205;
        /** 206 Partial Content. */
        public static final int RESPONSE_PARTIAL_CONTENT = 206;
        /** 207 Multi-Status. */
        public static final int RESPONSE_MULTI_STATUS = 207;
        /** 208 Already Reported. */
        public static final int RESPONSE_ALREADY_REPORTED = 208;
        /** 226 IM Used. */
        public static final int RESPONSE_IM_USED = 226;
        /** 300 Multiple Choices. */
        public static final int RESPONSE_MULTIPLE_CHOICES = 300;
        /** 301 Moved Permanently. */
        public static final int RESPONSE_MOVED_PERMANENTLY = 301;
        /** 302 Found. */
        public static final int RESPONSE_FOUND = 302;
        /** 303 See Other. */
        public static final int RESPONSE_SEE_OTHER = 303;
        /** 304 Not Modified. */
        public static final int RESPONSE_NOT_MODIFIED = 304;
        /** 305 Use Proxy. */
        public static final int RESPONSE_USE_PROXY = 305;
        /** 306 Switch Proxy. */
        public static final int RESPONSE_SWITCH_PROXY = 306;
        /** 307 Temporary Redirect. */
        public static final int RESPONSE_TEMPORARY_REDIRECT = 307;
        /** 308 Permanent Redirect. */
        public static final int RESPONSE_PERMANENT_REDIRECT = 308;
        /** 400 Bad Request. */
        public static final int RESPONSE_BAD_REQUEST = 400;
        /** 401 Unauthorized. */
        public static final int RESPONSE_UNAUTHORIZED = 401;
        /** 402 Payment Required. */
        public static final int RESPONSE_PAYMENT_REQUIRED = 402;
        /** 403 Forbidden. */
        public static final int RESPONSE_FORBIDDEN = 403;
        /** 404 Not Found. */
        public static final int RESPONSE_NOT_FOUND = 404;
        /** 405 Method Not Allowed. */
        public static final int RESPONSE_METHOD_NOT_ALLOWED = 405;
        /** 406 Not Acceptable. */
        public static final int RESPONSE_NOT_ACCEPTABLE = 406;
        /** 407 Proxy Authentication Required. */
        public static final int RESPONSE_PROXY_AUTHENTICATION_REQUIRED = 407;
        /** 408 Request Timeout. */
        public static final int RESPONSE_REQUEST_TIMEOUT = 408;
        /** 409 Conflict. */
        public static final int RESPONSE_CONFLICT = 409;
        /** 410 Gone. */
        public static final int RESPONSE_GONE = 410;
        /** 411 Length Required. */
        public static final int RESPONSE_LENGTH_REQUIRED = 411;
        /** 412 Precondition Failed. */
        public static final int RESPONSE_PRECONDITION_FAILED = 412;
        /** 413 Content Too Large. */
        public static final int RESPONSE_REQUEST_ENTITY_TOO_LARGE = 413;
        /** 414 URI Too Long. */
        public static final int RESPONSE_REQUEST_URI_TOO_LONG = 414;
        /** 415 Unsupported Media Type. */
        public static final int RESPONSE_UNSUPPORTED_MEDIA_TYPE = 415;
        /** 416 Range Not Satisfiable. */
        public static final int RESPONSE_REQUESTED_RANGE_NOT_SATISFIABLE = 416;
        /** 417 Expectation Failed. */
        public static final int RESPONSE_EXPECTATION_FAILED = 417;
        /** 418 I'm A Teapot. */
        public static final int RESPONSE_IM_A_TEAPOT = 418;
        /** 421 Misdirected Request. */
        public static final int RESPONSE_MISDIRECTED_REQUEST = 421;
        /** 422 Unprocessable Content. */
        public static final int RESPONSE_UNPROCESSABLE_ENTITY = 422;
        /** 423 Locked. */
        public static final int RESPONSE_LOCKED = 423;
        /** 424 Failed Dependency. */
        public static final int RESPONSE_FAILED_DEPENDENCY = 424;
        /** 426 Upgrade Required. */
        public static final int RESPONSE_UPGRADE_REQUIRED = 426;
        /** 428 Precondition Required. */
        public static final int RESPONSE_PRECONDITION_REQUIRED = 428;
        /** 429 Too Many Requests. */
        public static final int RESPONSE_TOO_MANY_REQUESTS = 429;
        /** 431 Request Header Fields Too Large. */
        public static final int RESPONSE_REQUEST_HEADER_FIELDS_TOO_LARGE = 431;
        /** 451 Unavailable For Legal Reasons. */
        public static final int RESPONSE_UNAVAILABLE_FOR_LEGAL_REASONS = 451;
        /** 500 Internal Server Error. */
        public static final int RESPONSE_INTERNAL_SERVER_ERROR = 500;
        /** 501 Not Implemented. */
        public static final int RESPONSE_NOT_IMPLEMENTED = 501;
        /** 502 Bad Gateway. */
        public static final int RESPONSE_BAD_GATEWAY = 502;
        /** 503 Service Unavailable. */
        public static final int RESPONSE_SERVICE_UNAVAILABLE = 503;
        /** 504 Gateway Timeout. */
        public static final int RESPONSE_GATEWAY_TIMEOUT = 504;
        /** 505 HTTP Version Not Supported. */
        public static final int RESPONSE_HTTP_VERSION_NOT_SUPPORTED = 505;
        /** 506 Variant Also Negotiates. */
        public static final int RESPONSE_VARIANT_ALSO_NEGOTIATES = 506;
        /** 507 Insufficient Storage. */
        public static final int RESPONSE_INSUFFICIENT_STORAGE = 507;
        /** 508 Loop Detected. */
        public static final int RESPONSE_LOOP_DETECTED = 508;
        /** 510 Not Extended. */
        public static final int RESPONSE_NOT_EXTENDED = 510;
        /** 511 Network Authentication Required. */
        public static final int RESPONSE_NETWORK_AUTH_REQUIRED = 511;

        private ResponseCode() {}

        /**
         * Returns the reason phrase of a status code (IANA's HTTP status code registry).
         *
         * @param code any number
         * @return the reason phrase, for example {@code Not Found}; empty if this class has no constant for the code
         */
        public static String reason(int code) {
            return switch (code) {
                case RESPONSE_CONTINUE -> "Continue";
                case RESPONSE_SWITCHING_PROTOCOLS -> "Switching Protocols";
                case RESPONSE_PROCESSING -> "Processing";
                case RESPONSE_OK -> "OK";
                case RESPONSE_CREATED -> "Created";
                case RESPONSE_ACCEPTED -> "Accepted";
                case RESPONSE_NON_AUTHORITATIVE_INFORMATION -> "Non-Authoritative Information";
                case RESPONSE_NO_CONTENT -> "No Content";
                case RESPONSE_RESET_CONTENT -> "Reset Content";
                case RESPONSE_PARTIAL_CONTENT -> "Partial Content";
                case RESPONSE_MULTI_STATUS -> "Multi-Status";
                case RESPONSE_ALREADY_REPORTED -> "Already Reported";
                case RESPONSE_IM_USED -> "IM Used";
                case RESPONSE_MULTIPLE_CHOICES -> "Multiple Choices";
                case RESPONSE_MOVED_PERMANENTLY -> "Moved Permanently";
                case RESPONSE_FOUND -> "Found";
                case RESPONSE_SEE_OTHER -> "See Other";
                case RESPONSE_NOT_MODIFIED -> "Not Modified";
                case RESPONSE_USE_PROXY -> "Use Proxy";
                case RESPONSE_SWITCH_PROXY -> "Switch Proxy";
                case RESPONSE_TEMPORARY_REDIRECT -> "Temporary Redirect";
                case RESPONSE_PERMANENT_REDIRECT -> "Permanent Redirect";
                case RESPONSE_BAD_REQUEST -> "Bad Request";
                case RESPONSE_UNAUTHORIZED -> "Unauthorized";
                case RESPONSE_PAYMENT_REQUIRED -> "Payment Required";
                case RESPONSE_FORBIDDEN -> "Forbidden";
                case RESPONSE_NOT_FOUND -> "Not Found";
                case RESPONSE_METHOD_NOT_ALLOWED -> "Method Not Allowed";
                case RESPONSE_NOT_ACCEPTABLE -> "Not Acceptable";
                case RESPONSE_PROXY_AUTHENTICATION_REQUIRED -> "Proxy Authentication Required";
                case RESPONSE_REQUEST_TIMEOUT -> "Request Timeout";
                case RESPONSE_CONFLICT -> "Conflict";
                case RESPONSE_GONE -> "Gone";
                case RESPONSE_LENGTH_REQUIRED -> "Length Required";
                case RESPONSE_PRECONDITION_FAILED -> "Precondition Failed";
                case RESPONSE_REQUEST_ENTITY_TOO_LARGE -> "Content Too Large";
                case RESPONSE_REQUEST_URI_TOO_LONG -> "URI Too Long";
                case RESPONSE_UNSUPPORTED_MEDIA_TYPE -> "Unsupported Media Type";
                case RESPONSE_REQUESTED_RANGE_NOT_SATISFIABLE -> "Range Not Satisfiable";
                case RESPONSE_EXPECTATION_FAILED -> "Expectation Failed";
                case RESPONSE_IM_A_TEAPOT -> "I'm A Teapot";
                case RESPONSE_MISDIRECTED_REQUEST -> "Misdirected Request";
                case RESPONSE_UNPROCESSABLE_ENTITY -> "Unprocessable Content";
                case RESPONSE_LOCKED -> "Locked";
                case RESPONSE_FAILED_DEPENDENCY -> "Failed Dependency";
                case RESPONSE_UPGRADE_REQUIRED -> "Upgrade Required";
                case RESPONSE_PRECONDITION_REQUIRED -> "Precondition Required";
                case RESPONSE_TOO_MANY_REQUESTS -> "Too Many Requests";
                case RESPONSE_REQUEST_HEADER_FIELDS_TOO_LARGE -> "Request Header Fields Too Large";
                case RESPONSE_UNAVAILABLE_FOR_LEGAL_REASONS -> "Unavailable For Legal Reasons";
                case RESPONSE_INTERNAL_SERVER_ERROR -> "Internal Server Error";
                case RESPONSE_NOT_IMPLEMENTED -> "Not Implemented";
                case RESPONSE_BAD_GATEWAY -> "Bad Gateway";
                case RESPONSE_SERVICE_UNAVAILABLE -> "Service Unavailable";
                case RESPONSE_GATEWAY_TIMEOUT -> "Gateway Timeout";
                case RESPONSE_HTTP_VERSION_NOT_SUPPORTED -> "HTTP Version Not Supported";
                case RESPONSE_VARIANT_ALSO_NEGOTIATES -> "Variant Also Negotiates";
                case RESPONSE_INSUFFICIENT_STORAGE -> "Insufficient Storage";
                case RESPONSE_LOOP_DETECTED -> "Loop Detected";
                case RESPONSE_NOT_EXTENDED -> "Not Extended";
                case RESPONSE_NETWORK_AUTH_REQUIRED -> "Network Authentication Required";
                default -> "";
            };
        }
    }
}
