package io.github.pollhttp.events;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.internal.Redirect;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.spi.Rejection;

/** Connects, sends the request, reads, and reconnects. {@link EventStream} parses the bytes. */
final class PollingEventSource implements EventSource {
    private static final int CHUNK = 64 * 1024;
    private static final int MAX_REDIRECTS = 20; // Fetch Standard, HTTP-redirect fetch
    private static final int SMALLEST_EVENT_LIMIT = 1024;
    private static final double FIRST_PAUSE = 0.5;
    private static final double LONGEST_PAUSE = 30;
    private static final double NANOS = 1e9;
    private static final String EVENT_STREAM = "text/event-stream";

    private enum Phase {
        CLOSED, PAUSING, CONNECTING, REQUESTING, READING
    }

    private final HTTPClient client;
    private final LongSupplier nanoClock;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).limit(0);
    private TLSOptions tlsOptions;
    private double reconnectTime = 3;
    private int maxEventSize = 1024 * 1024;

    private Phase phase = Phase.CLOSED;
    private RequestUrl streamUrl;
    private List<String> streamHeaders;
    private TLSOptions openTlsOptions;
    private RequestUrl url;
    private List<String> headers;
    private int redirects;
    private EventStream stream;
    private String lastEventId = "";
    private int failedAttempts;
    private long pauseStart;
    private double pause;
    private String failureMessage;
    private String rejection;

    /**
     * @param client    a client that is not connected and that only this source uses
     * @param nanoClock a monotonic clock, in nanoseconds
     */
    PollingEventSource(HTTPClient client, LongSupplier nanoClock) {
        this.client = client;
        this.nanoClock = nanoClock;
    }

    // Opening and closing

    @Override
    public ErrorCode open(String absoluteUrl, List<String> customHeaders) {
        close();
        rejection = null;
        List<String> lines = new ArrayList<>(customHeaders);
        try {
            HeaderLine.check(lines);
            streamUrl = RequestUrl.parse(absoluteUrl);
        } catch (RejectionException e) {
            rejection = e.getMessage();
            return Rejection.of(e).code();
        }
        if (!HeaderLine.has(lines, "Accept")) {
            lines.add("Accept: " + EVENT_STREAM);
        }
        streamHeaders = lines;
        openTlsOptions = tlsOptions;
        failedAttempts = 0;
        connectToStream();
        return ErrorCode.OK;
    }

    @Override
    public void close() {
        end(null);
    }

    /** @param message why the source closes itself, or null if the program closes it */
    private void end(String message) {
        phase = Phase.CLOSED;
        failureMessage = message;
        chunk.limit(0);
        stream = null;
        client.close();
    }

    // Polling

    @Override
    public void poll() {
        switch (phase) {
            case CLOSED -> {
            }
            case PAUSING -> awaitEndOfPause();
            case CONNECTING -> awaitConnection();
            case REQUESTING -> awaitResponse();
            case READING -> read();
        }
    }

    private void connectToStream() {
        redirects = 0;
        connect(streamUrl, streamHeaders);
    }

    private void connect(RequestUrl nextUrl, List<String> nextHeaders) {
        url = nextUrl;
        headers = nextHeaders;
        Endpoint origin = url.origin();
        String host = (origin.tls() ? "https://" : "http://") + origin.host();
        if (client.connectToHost(host, origin.port(), tlsOptionsFor(origin)) == ErrorCode.OK) {
            phase = Phase.CONNECTING;
        } else {
            end(client.getRejection());
        }
    }

    private TLSOptions tlsOptionsFor(Endpoint origin) {
        if (!origin.tls() || openTlsOptions == null) {
            return null;
        }
        return origin.equals(streamUrl.origin()) ? openTlsOptions : openTlsOptions.withoutClientCertificate();
    }

    private void awaitConnection() {
        client.poll();
        switch (client.getStatus()) {
            case STATUS_RESOLVING, STATUS_CONNECTING -> {
            }
            case STATUS_CONNECTED -> request();
            default -> reconnectLater();
        }
    }

    private void request() {
        List<String> lines = new ArrayList<>(headers);
        String id = "Last-Event-ID: " + lastEventId;
        if (!lastEventId.isEmpty() && HeaderLine.rejectionMessage(id) == null) { // no header can carry a control character
            lines.add(id);
        }
        if (client.request(Method.METHOD_GET, url.target(), lines) == ErrorCode.OK) {
            phase = Phase.REQUESTING;
        } else {
            end(client.getRejection());
        }
    }

    private void awaitResponse() {
        client.poll();
        if (client.getStatus() == Status.STATUS_REQUESTING) {
            return;
        }
        if (!client.hasResponse()) {
            reconnectLater();
        } else {
            followOrHandleResponse();
        }
    }

    private void followOrHandleResponse() {
        try {
            String location = Redirect.location(client.getResponseCode(), client.getResponseHeader("Location"));
            if (location.isEmpty()) {
                handleResponse();
            } else {
                follow(location);
            }
        } catch (RejectionException e) {
            end(e.getMessage());
        }
    }

    /** Fails if the options do not check the name of the certificate, because they were given for the first origin. */
    private void checkTlsOptions(RequestUrl target) throws RejectionException {
        if (openTlsOptions == null || !target.origin().tls() || target.origin().equals(streamUrl.origin())) {
            return;
        }
        if (openTlsOptions.isUnsafeClient() || openTlsOptions.getCommonNameOverride() != null) {
            throw RejectionException.invalid(streamUrl.origin().origin() + " redirects to " + target.origin().origin()
                    + ", which is not followed: the TLS options do not check the name in the certificate, and that holds "
                    + "for the first origin only. Open the other one directly.");
        }
    }

    private void follow(String location) throws RejectionException {
        if (++redirects > MAX_REDIRECTS) {
            end("The server redirected the request more than " + MAX_REDIRECTS + " times, the last time to "
                    + Quoted.url(location) + ".");
            return;
        }
        RequestUrl target = Redirect.target(url, location);
        checkTlsOptions(target);
        connect(target, Redirect.headers(headers, target.origin().equals(url.origin()), true));
    }

    /**
     * Starts to read the event stream. Closes the source after any other response, because a new attempt would get the same response (HTML Standard
     * section 9.2.2).
     */
    private void handleResponse() {
        int code = client.getResponseCode();
        if (code == 204) {
            end("The server answered " + url.quoted() + " with 204, which tells clients not to reconnect.");
        } else if (code != 200) {
            end("The server answered " + url.quoted() + " with " + code + ", but an event stream needs 200.");
        } else if (!isEventStream()) {
            end("The server answered " + url.quoted() + " with " + contentType() + ", but an event stream needs "
                    + EVENT_STREAM + ".");
        } else {
            failedAttempts = 0;
            failureMessage = null;
            stream = new EventStream(lastEventId, maxEventSize);
            phase = Phase.READING;
            read();
        }
    }

    private String contentType() {
        List<String> types = client.getResponseHeader("Content-Type");
        return types.isEmpty() ? "no Content-Type" : "the Content-Type " + Quoted.text(types.get(0));
    }

    private boolean isEventStream() {
        List<String> types = client.getResponseHeader("Content-Type");
        if (types.isEmpty()) {
            return false;
        }
        String type = types.get(0);
        int semicolon = type.indexOf(';');
        return Ascii.equal((semicolon < 0 ? type : type.substring(0, semicolon)).strip(), EVENT_STREAM);
    }

    private void read() {
        if (chunk.hasRemaining()) {
            return; // the program has not taken all events yet
        }
        int count = client.readResponseBodyChunk(chunk.clear());
        chunk.flip();
        if (count == 0 && client.getStatus() != Status.STATUS_BODY) {
            reconnectLater();
        }
    }

    // Reconnecting

    private void reconnectLater() {
        Failure failure = client.getFailure();
        failureMessage = failure == null ? "The server ended the stream." : failure.message();
        if (phase != Phase.READING) {
            failedAttempts++;
        }
        pause = failedAttempts == 0 ? reconnectTime : Math.max(reconnectTime, backoff());
        pauseStart = nanoClock.getAsLong();
        phase = Phase.PAUSING;
        stream = null;
        client.close();
    }

    private double backoff() {
        double seconds = FIRST_PAUSE;
        for (int i = 1; i < failedAttempts && seconds < LONGEST_PAUSE; i++) {
            seconds *= 2;
        }
        return Math.min(seconds, LONGEST_PAUSE);
    }

    private void awaitEndOfPause() {
        if (nanoClock.getAsLong() - pauseStart >= pause * NANOS) {
            connectToStream();
        }
    }

    // Events

    @Override
    public Event nextEvent() {
        if (phase != Phase.READING) {
            return null;
        }
        try {
            Event event = stream.next(chunk);
            lastEventId = stream.lastEventId();
            if (stream.retryMillis() >= 0) {
                reconnectTime = stream.retryMillis() / 1000.0;
            }
            return event;
        } catch (EventStream.TooLarge e) {
            end(e.getMessage());
            return null;
        }
    }

    // State

    @Override
    public ReadyState getReadyState() {
        return switch (phase) {
            case CLOSED -> ReadyState.CLOSED;
            case READING -> ReadyState.OPEN;
            default -> ReadyState.CONNECTING;
        };
    }

    @Override
    public String getFailureMessage() {
        return failureMessage;
    }

    @Override
    public String getRejection() {
        return rejection;
    }

    @Override
    public String getLastEventId() {
        return lastEventId;
    }

    @Override
    public HTTPClient getHttpClient() {
        return client;
    }

    // Settings

    @Override
    public void setLastEventId(String id) {
        String message = HeaderLine.rejectionMessage("Last-Event-ID: " + Objects.requireNonNull(id, "id"));
        if (message != null) {
            throw new IllegalArgumentException(message);
        }
        lastEventId = id;
    }

    @Override
    public void setReconnectTime(double seconds) {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("The time is negative or NaN. Use 0 or more seconds.");
        }
        reconnectTime = seconds;
    }

    @Override
    public void setMaxEventSize(int bytes) {
        if (bytes < SMALLEST_EVENT_LIMIT) {
            throw new IllegalArgumentException("The event size limit is " + bytes + ". Use 1024 or more.");
        }
        maxEventSize = bytes;
    }

    @Override
    public void setTlsOptions(TLSOptions options) {
        tlsOptions = options;
    }
}
