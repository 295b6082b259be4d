package io.github.pollhttp;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

import io.github.pollhttp.spi.BackendProvider;

/**
 * A low-level, poll-driven HTTP client for game loops, after Godot's {@code HTTPClient}: connect, send a request, call {@link #poll()} once
 * a frame, look at {@link #getStatus()}, read the body in pieces. One program runs on the desktop JVM, over HTTP/1.1 on raw sockets, and
 * compiled by TeaVM in the browser, over {@code fetch}.
 *
 * <pre>{@code
 * HTTPClient client = HTTPClient.create();
 * client.connectToHost("example.com");
 * // once a frame:
 * client.poll();
 * switch (client.getStatus()) {
 *     case STATUS_CONNECTED -> {
 *         if (client.hasResponse()) {
 *             play(level); // the body is whole
 *         } else {
 *             client.request(Method.METHOD_GET, "/level.json", List.of());
 *         }
 *     }
 *     case STATUS_BODY -> level.writeBytes(client.readResponseBodyChunk());
 *     default -> {}
 * }
 * }</pre>
 *
 * <p>
 * <b>Never a wait.</b> Every call returns at once, blocking mode aside. One call does bounded work: what the network takes or gives at
 * once, one read chunk of it at most.
 *
 * <p>
 * <b>Errors.</b> What the network or the server did never throws: a call answers with an {@link ErrorCode}, the status becomes a failure
 * status, and {@link #getFailure()} says why. A wrong argument or a call in the wrong state answers {@link ErrorCode#ERR_INVALID_PARAMETER},
 * does nothing, and {@link #getRejection()} says what is wrong with it. Null is a {@link NullPointerException}.
 *
 * <p>
 * <b>Threads.</b> A client belongs to one thread at a time; {@link #close()} alone may come from another.
 *
 * <p>
 * <b>Reuse.</b> One client serves any number of requests, one after the other, over a connection that it keeps, and any number of
 * connections, one after the other.
 *
 * @see <a href="https://docs.godotengine.org/en/stable/classes/class_httpclient.html">Godot's HTTPClient</a>
 */
public interface HTTPClient extends AutoCloseable {

    /**
     * Makes a client on the one backend of the class path. A program never names a backend.
     *
     * @return a new client in {@link Status#STATUS_DISCONNECTED}
     * @throws IllegalStateException if there is no backend or more than one; the message names the artifact to add or to remove
     */
    static HTTPClient create() {
        return new PollingClient(BackendProvider.installed().create());
    }

    /**
     * Makes a query from fields, {@code a=1&b=2} (Godot's {@code query_string_from_dict}). Names and values are percent-encoded in UTF-8, all
     * but letters, digits and {@code - . _ ~}; a space is {@code %20}.
     *
     * @param fields names and values, in the order of the map; a null value leaves the bare name, an array or {@link Iterable} becomes a pair
     *               for each of its elements, and every other value is its {@code toString()}
     * @return the query without a question mark
     * @throws IllegalArgumentException if a value is an array of {@code boolean}, {@code byte}, {@code char} or {@code short}
     */
    static String queryStringFromDict(Map<String, ?> fields) {
        return QueryString.of(fields);
    }

    // Connecting

    /**
     * Connects to a host on the port of its scheme: 80, or 443 if the host begins with {@code https://}.
     *
     * @param host as in {@link #connectToHost(String, int, TLSOptions)}
     * @return as there
     */
    default ErrorCode connectToHost(String host) {
        return connectToHost(host, -1, null);
    }

    /**
     * Connects to a host, with TLS if it begins with {@code https://}.
     *
     * @param host as in {@link #connectToHost(String, int, TLSOptions)}
     * @param port as there
     * @return as there
     */
    default ErrorCode connectToHost(String host, int port) {
        return connectToHost(host, port, null);
    }

    /**
     * Closes what was open and begins to connect; {@link #poll()} goes on with it.
     *
     * <p>
     * On the JVM a literal address begins in {@link Status#STATUS_CONNECTING} and a name in {@link Status#STATUS_RESOLVING}. In the browser
     * the same statuses pass, one a poll, without traffic: a browser opens connections only for a request.
     *
     * @param host       a name or a literal address (IPv6 with brackets or without), of any length; {@code http://} before it means no TLS and
     *                   {@code https://} means TLS, whatever the options are
     * @param port       1 to 65535, or -1 for 80 or, with TLS, 443
     * @param tlsOptions how to check the server, and the wish for TLS; null for none unless the host says {@code https://}
     * @return {@code OK}; {@code ERR_INVALID_PARAMETER} for a port out of range, an empty host, or one with a path, port, space, control
     *         character or user-info; {@code ERR_UNAVAILABLE} for what the backend cannot do. After an error the status is
     *         {@link Status#STATUS_DISCONNECTED}
     */
    ErrorCode connectToHost(String host, int port, TLSOptions tlsOptions);

    /**
     * Drops connection and response at once, whatever they are doing: the transfer really ends, and in the browser the fetch is aborted. The
     * status becomes {@link Status#STATUS_DISCONNECTED}; the client may be used again. Safe in every status, twice, and from any thread.
     */
    @Override
    void close();

    /**
     * The stream under the connection. After a 101 response it is the program's, with what has arrived on it since.
     *
     * @return the stream, or null if there is none
     * @throws UnsupportedOperationException in the browser
     */
    StreamPeer getConnection();

    /**
     * Closes what was open and uses a program's own transport: the status becomes {@link Status#STATUS_CONNECTED}. TLS on it, if any, is the
     * program's business, and so is a Host header.
     *
     * @param connection a connected stream; {@link #close()} closes it
     * @throws UnsupportedOperationException in the browser
     */
    void setConnection(StreamPeer connection);

    // Requesting

    /**
     * Sends a request without a body.
     *
     * @param method  as in {@link #requestRaw}
     * @param url     as there
     * @param headers as there
     * @return as there
     */
    default ErrorCode request(Method method, String url, List<String> headers) {
        return requestRaw(method, url, headers, new byte[0]);
    }

    /**
     * Sends a request with text.
     *
     * @param method  as in {@link #requestRaw}
     * @param url     as there
     * @param headers as there
     * @param body    the body, sent as UTF-8
     * @return as there
     */
    ErrorCode request(Method method, String url, List<String> headers, String body);

    /**
     * Sends a request; {@link #poll()} goes on with it. Only in {@link Status#STATUS_CONNECTED}; the status becomes
     * {@link Status#STATUS_REQUESTING}.
     *
     * <p>
     * On the JVM these are added unless given: {@code Host}, {@code Content-Length} (0 too, for a bodiless POST, PUT or PATCH),
     * {@code User-Agent} and {@code Accept}. In the browser, headers that the browser owns (the Fetch Standard's forbidden request-headers, and
     * {@code User-Agent}) are left out, with a warning on the console for each name.
     *
     * @param method  the method
     * @param url     the target: a path beginning with {@code /}; on the JVM also an absolute {@code http://} or {@code https://} URL,
     *                {@code *} with OPTIONS, {@code host:port} with CONNECT. What is outside visible ASCII is percent-encoded as UTF-8, a
     *                fragment is left out
     * @param headers lines {@code Name: value}, sent in this order
     * @param body    the body, empty for none. It is not copied: do not change it until the status leaves {@code STATUS_REQUESTING}
     * @return {@code OK}; {@code ERR_INVALID_PARAMETER} for the wrong status, a url with a space or control character or of another form, a
     *         header that is no token, colon and value without line ends, a {@code Content-Length} that disagrees with the body, any
     *         {@code Transfer-Encoding}, a body with TRACE; {@code ERR_UNAVAILABLE} in the browser for CONNECT and TRACE, for a body with GET or
     *         HEAD, and for a url that is no path. After an error the status is what it was
     */
    ErrorCode requestRaw(Method method, String url, List<String> headers, byte[] body);

    // Polling

    /**
     * Moves the client on as far as that is possible without waiting; call it once a frame. In {@link Status#STATUS_BODY} it does nothing: the
     * program moves the body by reading it.
     *
     * @return {@code OK}; {@code ERR_UNCONFIGURED} when disconnected; in a failure status {@code ERR_CANT_RESOLVE}, {@code ERR_CANT_CONNECT} or
     *         {@code ERR_CONNECTION_ERROR}. {@link Status#STATUS_TLS_HANDSHAKE_ERROR} answers {@code ERR_CONNECTION_ERROR}, and
     *         {@code ERR_CANT_CONNECT} in the poll in which the handshake fails
     */
    ErrorCode poll();

    /**
     * Where the client is.
     *
     * @return the status
     */
    Status getStatus();

    // The response

    /**
     * Whether there is a response: from the end of its head until the next request, connect or close. A connection that ends takes nothing of
     * it away.
     *
     * @return true if so
     */
    boolean hasResponse();

    /**
     * The status code of the response.
     *
     * @return three digits, see {@link ResponseCode}; 0 without a response
     */
    int getResponseCode();

    /**
     * The header fields as they came. Reading them does not clear them.
     *
     * <p>
     * On the JVM each line is as the server wrote it, without the white space at its end. In the browser names are in lower case, duplicates are
     * joined by the browser, and of another origin's fields only those are there that CORS exposes.
     *
     * @return lines {@code Name: value}, in order, duplicates kept; unmodifiable; empty without a response
     */
    List<String> getResponseHeaders();

    /**
     * The header fields by name.
     *
     * @return an unmodifiable map in the order of first appearance, looked up without regard to case; the values of a repeated name are joined
     *         with {@code "; "}, those of {@code Set-Cookie} with a line feed
     */
    Map<String, String> getResponseHeadersAsDictionary();

    /**
     * Every value of one header field.
     *
     * @param name the name, in any case
     * @return the values in order, without white space around them; empty if there is none, or CORS hides it
     */
    List<String> getResponseHeader(String name);

    /**
     * The trailer fields of a chunked response (RFC 9112 section 7.1.2), once its body has ended.
     *
     * @return lines like those of {@link #getResponseHeaders()}; always empty in the browser
     */
    List<String> getResponseTrailers();

    /**
     * How many bytes the body has, as far as that is known: what the program will read, after any decoding by a browser.
     *
     * @return the number, 0 for HEAD, or -1: without a response, for 204, 205 and 304, which have none, for a chunked body or one that ends with
     *         the connection, and in the browser where a content coding is at work or CORS hides whether one is
     */
    long getResponseBodyLength();

    /**
     * Whether the body comes with the chunked transfer coding.
     *
     * @return true if so; always false in the browser, which hides it
     */
    boolean isResponseChunked();

    /**
     * The URL of the response. The browser follows redirects unseen, and this tells where they ended.
     *
     * @return an absolute URL, empty without a response
     */
    String getResponseUrl();

    /**
     * Takes the next bytes of the body, at most {@link #getReadChunkSize()}. The status leaves {@link Status#STATUS_BODY} with the call that
     * returns the last byte, or with an empty one right after it: to {@link Status#STATUS_CONNECTED} where the connection persists, to
     * {@link Status#STATUS_DISCONNECTED} where it does not, to {@link Status#STATUS_CONNECTION_ERROR} if the body is short or broken. Bytes that came
     * before are handed out first, and success is never reported for a short body.
     *
     * @return the bytes, the caller's to keep; empty when none are there yet, and in any other status
     */
    byte[] readResponseBodyChunk();

    /**
     * The same, and allocates nothing on the JVM.
     *
     * @param target takes at most its remaining bytes and {@link #getReadChunkSize()}; its position moves past them. A direct buffer saves a copy
     * @return the number of bytes, 0 when none are there yet, and in any other status
     */
    int readResponseBodyChunk(ByteBuffer target);

    // Why not

    /**
     * Why the client came into its failure status. Cleared by the next request, connect or close.
     *
     * @return the failure, or null if there was none
     */
    Failure getFailure();

    /**
     * Why the last {@code connectToHost}, {@code request} or {@code requestRaw} answered {@code ERR_INVALID_PARAMETER} or
     * {@code ERR_UNAVAILABLE}: a sentence for the developer.
     *
     * @return the sentence, or null if that call was accepted
     */
    String getRejection();

    /**
     * The earlier name of {@link #getRejection()}, for programs written before the first release.
     *
     * @return the sentence, or null if that call was accepted
     */
    default String getRefusal() {
        return getRejection();
    }

    /**
     * Lets the browser backend look for the cause of a failed cross-origin GET or HEAD: it asks once more with {@code mode: "no-cors"}, without
     * credentials and for 3 seconds at most; the failure status comes when that is over. An answer means that the server is there and CORS is
     * what refused, so that the failure becomes {@link Failure.Reason#CORS_REFUSED}. No effect on the JVM, which knows the cause.
     *
     * @param enabled true to ask; false by default, for it is one more request
     */
    void setDiagnosticsEnabled(boolean enabled);

    // Settings

    /**
     * Sends {@code http://} requests through a proxy, from the next {@code connectToHost} on: to an HTTP proxy in absolute form, through a SOCKS
     * proxy as they are. In the browser this has no effect but a warning: the browser's own proxy holds.
     *
     * <p>
     * {@code user:password@} before the host is shown to the proxy alone: as {@code Proxy-Authorization: Basic}, unless the request has a header
     * of that name, or as SOCKS wants it. Characters such as {@code @} and {@code :} in them are percent-encoded. {@code socks5://} before all
     * that chooses SOCKS 5 (RFC 1928), where the proxy looks up the target's name.
     *
     * <p>
     * If the proxy's own name cannot be looked up, the status becomes {@link Status#STATUS_CANT_RESOLVE}; if it cannot be reached or refuses
     * the tunnel, {@link Status#STATUS_CANT_CONNECT}, with {@link Failure.Phase#PROXY} where the proxy has spoken.
     *
     * @param host the proxy's name or address, perhaps {@code socks5://user:password@host}; empty for none
     * @param port 1 to 65535, or -1 for none
     * @throws IllegalArgumentException if the host is none, or the port is out of range
     */
    void setHttpProxy(String host, int port);

    /**
     * Sends {@code https://} requests through a proxy's tunnel, from the next {@code connectToHost} on: made by {@code CONNECT}, or by SOCKS.
     * Otherwise as {@link #setHttpProxy}.
     *
     * @param host as there
     * @param port as there
     * @throws IllegalArgumentException as there
     */
    void setHttpsProxy(String host, int port);

    /**
     * Names the hosts that are reached without a proxy, from the next {@code connectToHost} on. Loopback is as any other host. In the browser this
     * has no effect.
     *
     * @param hosts names ({@code example.com} is that host alone), whole domains ({@code .example.com} or {@code *.example.com} is every host below
     *              it, but not itself), and literal addresses, in any spelling; empty, as it is at first, for none
     * @throws IllegalArgumentException if one of them is none of these; the list stays what it was
     */
    void setProxyExclusions(List<String> hosts);

    /**
     * Makes calls wait for the network, as a program without frames wants it: {@link #poll()} returns when the status has left
     * {@link Status#STATUS_RESOLVING}, {@link Status#STATUS_CONNECTING} or {@link Status#STATUS_REQUESTING}, and a read returns with its first
     * byte or the end of the body. The thread sleeps in the kernel meanwhile; on a stream of the program's own, which cannot say when it is
     * ready, it looks every millisecond. The timeouts hold. {@link #close()} on another thread ends a wait at once, and so does an interrupt, which
     * stays set and changes nothing else: call again to go on waiting.
     *
     * <p>
     * In the browser this works in a Java thread of TeaVM's ({@code new Thread(game).start()}), which is suspended while the page goes on; it
     * looks every 4 ms. A program that never calls this carries nothing of it; one that does is compiled as coroutines where it waits, which
     * makes it larger and slower.
     *
     * @param enabled true to wait; false, the default, never to wait
     * @throws UnsupportedOperationException in the browser outside of a Java thread: nothing may block the browser's one thread. (WasmGC of
     *         TeaVM before 0.16 traps instead.) The mode stays off
     */
    void setBlockingMode(boolean enabled);

    /**
     * Whether calls wait.
     *
     * @return false by default
     */
    boolean isBlockingModeEnabled();

    /**
     * Sets how many bytes one read returns at most. More a read means fewer frames a download: at 60 frames a second and one read a frame, the
     * default allows 3.9 MB/s. Read until a read is empty, rather than once a frame.
     *
     * @param bytes 256 to 16 777 216; the default is 65536
     * @throws IllegalArgumentException if it is out of range; the size stays what it was
     */
    void setReadChunkSize(int bytes);

    /**
     * How many bytes one read returns at most.
     *
     * @return the number of bytes
     */
    int getReadChunkSize();

    /**
     * Limits the way from {@code connectToHost} to {@link Status#STATUS_CONNECTED}: name look-up, connection, tunnel and handshake together.
     * Past it the status becomes {@link Status#STATUS_CANT_CONNECT} with {@link Failure.Reason#TIMEOUT}. Measured by a monotonic clock at each
     * poll; a pause between two polls counts as one second at most, so that a long frame ends in no timeout that the network did not earn.
     *
     * @param seconds 0 for no limit; the default is 30
     * @throws IllegalArgumentException if it is negative or no number
     */
    void setConnectTimeout(double seconds);

    /**
     * Limits silence while the response's head or body is awaited: time in which no byte moves in either direction. Past it the status becomes
     * {@link Status#STATUS_CONNECTION_ERROR} with {@link Failure.Reason#TIMEOUT}. Measured as {@link #setConnectTimeout} is.
     *
     * @param seconds 0, the default, for no limit
     * @throws IllegalArgumentException if it is negative or no number
     */
    void setReadTimeout(double seconds);

    /**
     * Limits the size of a response's parts, from the next request on. No effect in the browser.
     *
     * @param limits the limits; {@link ResponseLimits#DEFAULT} until set
     */
    void setResponseLimits(ResponseLimits limits);

    /**
     * Sets how the browser sends requests, from the next one on: cookies, cache, keepalive, priority, referrer. No effect on the JVM. Of those
     * that go out with upload progress, see {@link #setUploadProgressEnabled}, only {@link WebOptions.Credentials#INCLUDE} is true.
     *
     * @param options {@link WebOptions#DEFAULT} until set
     */
    void setWebOptions(WebOptions options);

    /**
     * Makes the browser tell how much of a body it has sent, see {@link #getUploadedBytes()}. It does not for {@code fetch}; so, from the next
     * request on, one with a body goes out by {@code XMLHttpRequest}: to another origin this always takes a preflight (Fetch Standard, CORS
     * protocol), the response's body appears when it is whole and is held in memory until it has been read, and of a body that breaks
     * nothing appears. On the JVM the count is always there, and this has no effect.
     *
     * @param enabled true to count; false by default
     */
    void setUploadProgressEnabled(boolean enabled);

    /**
     * How much of the last request's body has been sent. It begins at 0 with each request and ends at the body's length; what has been sent has
     * not yet arrived.
     *
     * @return bytes; on the JVM those that the socket took, in the browser those that it reports, every 50 ms or so, and 0 unless
     *         {@link #setUploadProgressEnabled} is on
     */
    long getUploadedBytes();

    /**
     * Strict portable mode: refuses what a browser would refuse, so that a developer meets it on the desktop. {@link #connectToHost} refuses the
     * Fetch Standard's bad ports and {@link TLSOptions} other than {@link TLSOptions#client()}; a request is refused with TRACE, CONNECT, a
     * body with GET or HEAD, a target that is no path, a header that the browser owns, or one that asks for a forbidden method
     * ({@code X-HTTP-Method-Override: TRACE}); each with {@code ERR_UNAVAILABLE}, and {@link #getRejection()} names the browser's rule. What is wrong
     * anyway stays {@code ERR_INVALID_PARAMETER}. What depends on the page (CORS, mixed content, its policy) cannot be known here.
     *
     * <p>
     * The same in the browser, where such headers are otherwise left out with a warning, and TLS options have no effect.
     *
     * @param enabled true to refuse, from the next call on; false by default
     */
    void setStrictPortable(boolean enabled);

    // Names

    /** The request methods, with Godot's names and numbers. */
    enum Method {
        /** RFC 9110 section 9.3.1. */
        METHOD_GET,
        /** RFC 9110 section 9.3.2. */
        METHOD_HEAD,
        /** RFC 9110 section 9.3.3. */
        METHOD_POST,
        /** RFC 9110 section 9.3.4. */
        METHOD_PUT,
        /** RFC 9110 section 9.3.5. */
        METHOD_DELETE,
        /** RFC 9110 section 9.3.7. */
        METHOD_OPTIONS,
        /** RFC 9110 section 9.3.8; not in the browser. */
        METHOD_TRACE,
        /** RFC 9110 section 9.3.6; not in the browser. */
        METHOD_CONNECT,
        /** RFC 5789. */
        METHOD_PATCH;

        private final String token = name().substring("METHOD_".length());

        /**
         * The method as it stands in a request line (RFC 9110 section 9.1).
         *
         * @return for example {@code GET}
         */
        public String token() {
            return token;
        }

        /**
         * Godot's number.
         *
         * @return the value of the constant of the same name in Godot
         */
        public int value() {
            return ordinal(); // declared in Godot's order
        }
    }

    /** Where a client is, with Godot's names and numbers. */
    enum Status {
        /** There is no connection. */
        STATUS_DISCONNECTED(ErrorCode.ERR_UNCONFIGURED),
        /** The name of the host is being looked up. */
        STATUS_RESOLVING(ErrorCode.OK),
        /** The name could not be resolved. Not in the browser, which reports {@link #STATUS_CONNECTION_ERROR} instead. */
        STATUS_CANT_RESOLVE(ErrorCode.ERR_CANT_RESOLVE),
        /** The connection is being opened, with proxy tunnel and TLS handshake. */
        STATUS_CONNECTING(ErrorCode.OK),
        /** No connection was made. Not in the browser, which reports {@link #STATUS_CONNECTION_ERROR} instead. */
        STATUS_CANT_CONNECT(ErrorCode.ERR_CANT_CONNECT),
        /** A request may be sent. */
        STATUS_CONNECTED(ErrorCode.OK),
        /** A request is on its way, the response head has not come yet. */
        STATUS_REQUESTING(ErrorCode.OK),
        /** The response head is there; the body waits to be read. */
        STATUS_BODY(ErrorCode.OK),
        /** The exchange failed: reset, closed early, malformed, too large, too slow; in the browser any network error, a CORS refusal among them. */
        STATUS_CONNECTION_ERROR(ErrorCode.ERR_CONNECTION_ERROR),
        /** The TLS handshake failed. Not in the browser, which reports {@link #STATUS_CONNECTION_ERROR} instead. */
        STATUS_TLS_HANDSHAKE_ERROR(ErrorCode.ERR_CONNECTION_ERROR);

        /** What a poll answers that leaves a client in this status. */
        final ErrorCode polled;

        Status(ErrorCode polled) {
            this.polled = polled;
        }

        /**
         * Godot's number.
         *
         * @return the value of the constant of the same name in Godot
         */
        public int value() {
            return ordinal(); // declared in Godot's order
        }
    }

    /** Godot's names for the status codes (its {@code ResponseCode}); any other code of three digits can come, too. */
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
         * What a code means (IANA's HTTP status code registry).
         *
         * @param code any number
         * @return the reason phrase, or an empty text if Godot has no constant for the code
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
