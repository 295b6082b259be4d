package io.github.pollhttp.events;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.WebOptions.Cache;
import io.github.pollhttp.content.ContentCodings;
import io.github.pollhttp.content.DecoderChain;
import io.github.pollhttp.content.StrictMode;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.spi.ClientFacts;
import io.github.pollhttp.spi.RequestPlatform;
import io.github.pollhttp.spi.ResponseHead;

/** Connects, sends the request for a stream, and follows redirects, until there is a final response. */
final class StreamRequest {

    enum Progress {
        /** The next poll continues. */
        UNDER_WAY,
        /** The client has the head of the final response. */
        RESPONDED,
        /** The client has failed. */
        FAILED
    }

    private final HTTPClient client;
    private final RequestPlatform platform;
    /** Null if the platform decodes bodies itself, as browsers do. */
    private final ContentCodings codings;
    /** Null if the platform follows redirects itself, as browsers do. */
    private final StreamRedirects redirects;
    private final LastEventId lastEventId;
    /** Null for no jar, and in the browser, which has its own. */
    private CookieJar cookieJar;
    /** Null unless strict portable mode is on. */
    private StrictMode strictMode;
    private TLSOptions tlsOptions;
    private StreamTarget target;
    private boolean connecting;

    /** The number of connections and closings so far. If it changes while the cookie jar is called, the jar has closed or opened the source. */
    private int changes;

    /** Whether the last request has a final response. */
    private boolean answered;
    /** The last final response; null before the first. */
    private ResponseHead response;

    StreamRequest(HTTPClient client, RequestPlatform platform, LastEventId lastEventId) {
        this.client = client;
        this.platform = platform;
        this.codings = platform.unlessBuiltIn(() -> new ContentCodings(platform, true, EventBody.CHUNK));
        this.redirects = platform.unlessBuiltIn(StreamRedirects::new);
        this.lastEventId = lastEventId;
    }

    HTTPClient client() {
        return client;
    }

    void setCookieJar(CookieJar jar) {
        cookieJar = jar;
    }

    CookieJar cookieJar() {
        return cookieJar;
    }

    void setStrictMode(StrictMode mode) {
        strictMode = mode;
    }

    void setTlsOptions(TLSOptions options) {
        tlsOptions = options;
    }

    /** Sets what to request, and forgets the last response. */
    void open(StreamTarget newTarget) {
        target = newTarget;
        lastEventId.open(newTarget.streamUrl());
        forgetResponse();
    }

    void forgetResponse() {
        response = null;
    }

    /** Replaces the header lines of the program; before the first open it only checks them. */
    void setHeaders(List<String> headers) throws RejectionException {
        List<String> lines = StreamTarget.completed(headers);
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
     * Checks that the final response has an event stream.
     *
     * @return the decoders of the stream; null if it has no content coding
     * @throws RejectionException if it has none, or one with a content coding that cannot be decoded
     */
    DecoderChain decoderOfStream() throws RejectionException {
        if (responseCode() == 204) {
            throw answered(() -> "204, which tells clients not to reconnect.");
        }
        if (responseCode() != 200) {
            int code = responseCode();
            throw answered(() -> code + ", but an event stream needs 200.");
        }
        List<String> types = client.getResponseHeader("Content-Type");
        if (!MimeType.is(StreamTarget.EVENT_STREAM, types)) {
            throw answered(() -> (types.isEmpty() ? "no Content-Type" : "the Content-Type " + Quoted.text(types.get(0)))
                    + ", but an event stream needs " + StreamTarget.EVENT_STREAM + ".");
        }
        try {
            return codings == null ? null : codings.decoder(client, List.of()); // coded lines are useless, even if the program has asked for the coding
        } catch (IOException e) {
            List<String> coding = client.getResponseHeader("Content-Encoding");
            throw answered(() -> "the Content-Encoding " + Quoted.text(coding.toString())
                    + ", which cannot be decoded. Let the server send the stream without one.");
        }
    }

    private RejectionException answered(Supplier<String> with) {
        RequestUrl url = target.url();
        return RejectionException.invalid(() -> "The server answered " + url.quoted() + " with " + with.get());
    }

    /** Closes the connection. */
    void close() {
        changes++;
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
        connecting = true;
    }

    private void check(ErrorCode code) throws RejectionException {
        if (code != ErrorCode.OK) {
            throw RejectionException.invalid(((ClientFacts) client).rejection()::message);
        }
    }

    /** @throws RejectionException if the request must not be sent, or a redirect must not be followed */
    Progress poll() throws RejectionException {
        client.poll();
        return connecting ? pollConnecting() : pollRequesting();
    }

    private Progress pollConnecting() throws RejectionException {
        Status status = client.getStatus();
        if (status == Status.STATUS_CONNECTED) {
            send();
        }
        return status == Status.STATUS_CONNECTED || status == Status.STATUS_RESOLVING
                || status == Status.STATUS_CONNECTING ? Progress.UNDER_WAY : Progress.FAILED;
    }

    private void send() throws RejectionException {
        String idLine = lastEventId.header();
        List<String> lines = new ArrayList<>();
        for (String line : target.headers()) {
            if (idLine == null || !HeaderLine.isNamed(line, "Last-Event-ID")) { // that of the program is older
                lines.add(line);
            }
        }
        if (idLine != null) {
            lines.add(idLine);
        }
        client.setWebOptions(client.getWebOptions().withCache(Cache.NO_STORE)); // HTML Standard section 9.2.2
        String path = target.url().target();
        if (strictMode != null) {
            strictMode.beforeSend(client, Method.METHOD_GET, path, lines, 0);
        }
        if (codings != null) {
            lines.addAll(codings.headers(lines, true));
        }
        if (addCookies(lines)) {
            check(client.request(Method.METHOD_GET, path, lines));
            connecting = false;
        }
    }

    /** @return false if the jar has closed the source, or opened another stream */
    private boolean addCookies(List<String> lines) {
        int before = changes;
        if (cookieJar != null && !HeaderLine.has(lines, "Cookie")) {
            String cookies = cookieJar.cookiesFor(target.url().toString());
            if (!cookies.isEmpty()) {
                lines.add("Cookie: " + cookies);
            }
        }
        return changes == before;
    }

    /** @return false if the jar has closed the source, or opened another stream */
    private boolean storeCookies() {
        int before = changes;
        if (cookieJar != null) {
            cookieJar.store(target.url().toString(), client.getResponseHeader("Set-Cookie"));
        }
        return changes == before;
    }

    private Progress pollRequesting() throws RejectionException {
        if (client.getStatus() == Status.STATUS_REQUESTING) {
            return Progress.UNDER_WAY;
        }
        if (!client.hasResponse()) {
            if (!lastEventId.withhold(((ClientFacts) client).backendFailure(), isCrossOrigin())) {
                return Progress.FAILED;
            }
            connect();
            return Progress.UNDER_WAY;
        }
        lastEventId.noteResponse();
        return !storeCookies() || follow() ? Progress.UNDER_WAY : Progress.RESPONDED;
    }

    private boolean isCrossOrigin() {
        return platform.isCrossOrigin(target.streamUrl().toString())
                || !responseUrl().isEmpty() && platform.isCrossOrigin(responseUrl());
    }

    /** @return false if the response is no redirect */
    private boolean follow() throws RejectionException {
        try {
            if (redirects == null || !redirects.follow(client, target)) {
                noteResponse();
                return false;
            }
        } catch (RejectionException e) {
            noteResponse();
            throw e;
        }
        connect();
        return true;
    }

    private void noteResponse() {
        answered = true;
        response = ((ClientFacts) client).head().kept();
    }
}
