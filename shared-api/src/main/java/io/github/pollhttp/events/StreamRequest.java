package io.github.pollhttp.events;

import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.content.StrictMode;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.spi.ClientFacts;
import io.github.pollhttp.spi.RequestPlatform;
import io.github.pollhttp.spi.ResponseHead;

/** Connects, sends the request for a stream, and follows redirects, until there is a final response. Then it reads the bytes of the stream. */
final class StreamRequest {
    private final HTTPClient client;
    private final RequestPlatform platform;
    /** Null if the platform has these parts built in, as browsers do. */
    private final StreamParts parts;
    private final LastEventId lastEventId;
    /** Null unless strict portable mode is on. */
    private StrictMode strictMode;
    private TLSOptions tlsOptions;
    private StreamTarget target;

    /** The number of connections and closings so far. */
    private int changes;

    /** Whether the last request has a final response. */
    private boolean answered;
    /** The last final response; null before the first. */
    private ResponseHead response;

    StreamRequest(HTTPClient client, RequestPlatform platform, LastEventId lastEventId) {
        this.client = client;
        this.platform = platform;
        this.parts = platform.unlessBuiltIn(() -> new StreamParts(platform));
        this.lastEventId = lastEventId;
    }

    HTTPClient client() {
        return client;
    }

    /** @return null if the platform has these parts built in */
    StreamParts parts() {
        return parts;
    }

    /** @return the number of connections and closings so far */
    int changes() {
        return changes;
    }

    void setCookieJar(CookieJar jar) {
        if (parts != null) {
            parts.setCookieJar(jar);
        }
    }

    CookieJar cookieJar() {
        return parts == null ? null : parts.cookieJar();
    }

    void setStrictMode(StrictMode mode) {
        strictMode = mode;
    }

    void setTlsOptions(TLSOptions options) {
        tlsOptions = options;
    }

    /** Sets what to request, and forgets the last response. */
    void open(RequestUrl url, List<String> headers) throws RejectionException {
        target = new StreamTarget(url, StreamTarget.completed(platform, headers));
        lastEventId.open(url);
        forgetResponse();
    }

    void forgetResponse() {
        response = null;
    }

    /** Replaces the header lines of the program; before the first open it only checks them. */
    void setHeaders(List<String> headers) throws RejectionException {
        List<String> lines = StreamTarget.completed(platform, headers);
        if (target != null) {
            target.setHeaders(lines);
        }
    }

    StreamTarget target() {
        return target;
    }

    /** @return the URL of the response to the last request, or of the last request if it has no response */
    String lastUrl() {
        return answered && !responseUrl().isEmpty() ? responseUrl() : target.url().toString();
    }

    boolean isAnswered() {
        return answered;
    }

    /** @return the last final response; null if there was none */
    ResponseHead responseHead() {
        return response;
    }

    /** @return 0 if there was no response */
    int responseCode() {
        return response == null ? 0 : response.code();
    }

    private String responseUrl() {
        return response == null ? "" : response.url();
    }

    List<String> responseHeaders() {
        return response == null ? List.of() : response.headers();
    }

    /**
     * Begins to read the event stream of the final response.
     *
     * @throws RejectionException if it has none, or one with a content coding that cannot be decoded
     */
    void openStream() throws RejectionException {
        if (responseCode() != 200 || !response.hasType(StreamTarget.EVENT_STREAM)) {
            throw RejectionException.invalid(EndReason.noEventStream(response, target.url()));
        }
        if (parts != null) {
            parts.open(client, target);
        }
    }

    /**
     * Reads a chunk of the stream.
     *
     * @return the bytes, perhaps none; null if the stream has ended
     * @throws RejectionException if the body does not have the content coding that its header names
     */
    byte[] read() throws RejectionException {
        byte[] chunk = parts == null ? client.readResponseBodyChunk() : parts.read(client);
        boolean open = chunk.length > 0 || client.getStatus() == Status.STATUS_BODY
                || parts != null && parts.isDecoding();
        return open ? chunk : null;
    }

    /** Closes the connection. */
    void close() {
        changes++;
        if (parts != null) {
            parts.close();
        }
        client.close();
    }

    /** Starts an attempt at the URL of the program. */
    void start() throws RejectionException {
        lastEventId.beginAttempt();
        target.restart(tlsOptions);
        connect();
    }

    private void connect() throws RejectionException {
        changes++;
        answered = false;
        if (strictMode != null) {
            strictMode.beforeConnect(client);
        }
        Endpoint origin = target.url().origin();
        String host = (origin.tls() ? "https://" : "http://") + origin.host();
        check(client.connectToHost(host, origin.port(), target.tlsOptions()));
    }

    private void check(ErrorCode code) throws RejectionException {
        if (code != ErrorCode.OK) {
            throw RejectionException.invalid(EndReason.clientRejected(((ClientFacts) client).rejection()));
        }
    }

    /**
     * @return true if there is a final response, see {@link #isAnswered()}, or if the client has failed; false if the next poll continues
     * @throws RejectionException if the request must not be sent, or a redirect must not be followed
     */
    boolean poll() throws RejectionException {
        client.poll();
        Status status = client.getStatus();
        if (status == Status.STATUS_CONNECTED && !client.hasResponse()) {
            send();
            return false;
        }
        if (status == Status.STATUS_RESOLVING || status == Status.STATUS_CONNECTING
                || status == Status.STATUS_REQUESTING) {
            return false;
        }
        if (client.hasResponse()) {
            lastEventId.noteResponse();
            return (parts == null || parts.storeCookies(this)) && !follow();
        }
        if (!lastEventId.withhold(((ClientFacts) client).backendFailure(), isCrossOrigin())) {
            return true;
        }
        connect();
        return false;
    }

    private void send() throws RejectionException {
        String idLine = lastEventId.header();
        List<String> lines = target.headers();
        if (idLine != null) {
            lines = HeaderLine.replaced(lines, "Last-Event-ID", idLine); // that of the program is older
        }
        ((ClientFacts) client).bypassCache(); // HTML Standard section 9.2.2
        String path = target.url().target();
        if (strictMode != null) {
            strictMode.beforeSend(client, Method.METHOD_GET, path, lines, 0);
        }
        if (parts != null) {
            lines = parts.addTo(lines, this);
        }
        if (lines != null) {
            check(client.request(Method.METHOD_GET, path, lines));
        }
    }

    private boolean isCrossOrigin() {
        return platform.isCrossOrigin(target.streamUrl().toString())
                || !responseUrl().isEmpty() && platform.isCrossOrigin(responseUrl());
    }

    /** @return false if the response is no redirect */
    private boolean follow() throws RejectionException {
        ResponseHead before = response;
        answered = true; // also if the redirect is rejected
        response = ((ClientFacts) client).head().kept();
        if (parts == null || !parts.follow(client, target)) {
            return false;
        }
        response = before;
        connect();
        return true;
    }
}
