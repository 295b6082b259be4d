package io.github.pollhttp.events;

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
import io.github.pollhttp.WebOptions.Cache;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.Quoted;
import io.github.pollhttp.internal.Redirect;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.spi.Rejection;
import io.github.pollhttp.spi.RequestPlatform;

/** Connects, sends the request, reads, and reconnects. {@link EventStream} parses the bytes. */
final class PollingEventSource implements EventSource {
    private static final int SMALLEST_EVENT_LIMIT = 1024;

    private enum Phase {
        CLOSED, PAUSING, CONNECTING, REQUESTING, READING
    }

    private final HTTPClient client;
    private final RequestPlatform platform;
    private final ReconnectPause pause;
    private final LastEventId lastEventId = new LastEventId();
    private TLSOptions tlsOptions;
    private int maxEventSize = 1024 * 1024;

    private Phase phase = Phase.CLOSED;
    private StreamTarget target;
    private EventBody body;
    private int responseCode;
    private List<String> responseHeaders = List.of();
    private String responseUrl = "";
    private String failureMessage;
    private String rejection;

    /**
     * @param client    a client that is not connected and that only this source uses
     * @param platform  the platform of the client
     * @param nanoClock a monotonic clock, in nanoseconds
     */
    PollingEventSource(HTTPClient client, RequestPlatform platform, LongSupplier nanoClock) {
        this.client = client;
        this.platform = platform;
        this.pause = new ReconnectPause(nanoClock);
    }

    // Opening and closing

    @Override
    public ErrorCode open(String absoluteUrl, List<String> customHeaders) {
        close();
        rejection = null;
        forgetResponse();
        try {
            target = new StreamTarget(RequestUrl.parse(absoluteUrl), customHeaders, tlsOptions);
        } catch (RejectionException e) {
            return rejected(e);
        }
        lastEventId.open(target.streamUrl());
        pause.reset();
        connect();
        return ErrorCode.OK;
    }

    private ErrorCode rejected(RejectionException e) {
        rejection = e.getMessage();
        return Rejection.of(e).code();
    }

    @Override
    public ErrorCode setHeaders(List<String> customHeaders) {
        rejection = null;
        try {
            if (target == null) {
                HeaderLine.check(customHeaders);
            } else {
                target.setHeaders(customHeaders);
            }
            return ErrorCode.OK;
        } catch (RejectionException e) {
            return rejected(e);
        }
    }

    @Override
    public void close() {
        end(null);
    }

    /** @param message why the source closes itself, or null if the program closes it */
    private void end(String message) {
        phase = Phase.CLOSED;
        failureMessage = message;
        dropConnection();
    }

    private void dropConnection() {
        body = null;
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

    private void connect() {
        Endpoint origin = target.url().origin();
        String host = (origin.tls() ? "https://" : "http://") + origin.host();
        if (client.connectToHost(host, origin.port(), target.tlsOptions()) == ErrorCode.OK) {
            phase = Phase.CONNECTING;
        } else {
            end(client.getRejection());
        }
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
        List<String> lines = new ArrayList<>(target.headers());
        String idLine = lastEventId.header();
        if (idLine != null) {
            lines.add(idLine);
        }
        client.setWebOptions(client.getWebOptions().withCache(Cache.NO_STORE)); // HTML Standard section 9.2.2
        if (client.request(Method.METHOD_GET, target.url().target(), lines) == ErrorCode.OK) {
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
        if (client.hasResponse()) {
            lastEventId.noteResponse();
            followOrHandleResponse();
        } else if (lastEventId.withhold(client.getFailure(), isCrossOrigin())) {
            connect();
        } else {
            reconnectLater();
        }
    }

    private boolean isCrossOrigin() {
        return platform.isCrossOrigin(target.streamUrl().toString())
                || !responseUrl.isEmpty() && platform.isCrossOrigin(responseUrl);
    }

    private void noteResponse() {
        responseCode = client.getResponseCode();
        responseHeaders = List.copyOf(client.getResponseHeaders());
        responseUrl = client.getResponseUrl();
    }

    private void forgetResponse() {
        responseCode = 0;
        responseHeaders = List.of();
        responseUrl = "";
    }

    private void followOrHandleResponse() {
        try {
            String location = Redirect.location(client.getResponseCode(), client.getResponseHeader("Location"));
            if (location.isEmpty()) {
                noteResponse();
                handleResponse();
            } else {
                target.follow(location);
                connect();
            }
        } catch (RejectionException e) {
            noteResponse();
            end(e.getMessage());
        }
    }

    /**
     * Starts to read the event stream. Closes the source after any other response, because a new attempt would get the same response (HTML Standard
     * section 9.2.2).
     */
    private void handleResponse() {
        List<String> types = client.getResponseHeader("Content-Type");
        if (responseCode == 204) {
            end("The server answered " + target.url().quoted() + " with 204, which tells clients not to reconnect.");
        } else if (responseCode != 200) {
            end("The server answered " + target.url().quoted() + " with " + responseCode + ", but an event stream needs 200.");
        } else if (!MimeType.is(StreamTarget.EVENT_STREAM, types)) {
            end("The server answered " + target.url().quoted() + " with " + contentType(types)
                    + ", but an event stream needs " + StreamTarget.EVENT_STREAM + ".");
        } else {
            failureMessage = null;
            pause.noteStream();
            body = new EventBody(client, new EventStream(lastEventId.get(), maxEventSize));
            phase = Phase.READING;
            read();
        }
    }

    private static String contentType(List<String> types) {
        return types.isEmpty() ? "no Content-Type" : "the Content-Type " + Quoted.text(types.get(0));
    }

    private void read() {
        if (!body.read()) {
            reconnectLater();
        }
    }

    // Reconnecting

    private void reconnectLater() {
        Failure failure = client.getFailure();
        failureMessage = failure == null ? "The server ended the stream." : failure.message();
        pause.start();
        phase = Phase.PAUSING;
        dropConnection();
    }

    private void awaitEndOfPause() {
        if (pause.isOver()) {
            lastEventId.beginAttempt();
            target.restart();
            connect();
        }
    }

    // Events

    @Override
    public Event nextEvent() {
        if (phase != Phase.READING) {
            return null;
        }
        try {
            Event event = body.next();
            noteFields(body.stream());
            if (event != null) {
                pause.noteEvent();
            }
            return event;
        } catch (EventStream.TooLarge e) {
            end(e.getMessage());
            return null;
        }
    }

    private void noteFields(EventStream stream) {
        String id = stream.takeNewId();
        if (id != null) {
            lastEventId.receive(id);
        }
        long millis = stream.takeRetryMillis();
        if (millis >= 0) {
            pause.setServerTime(millis);
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
    public int getResponseCode() {
        return responseCode;
    }

    @Override
    public List<String> getResponseHeaders() {
        return responseHeaders;
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
        return lastEventId.get();
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
        lastEventId.set(id);
    }

    @Override
    public void setReconnectTime(double seconds) {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("The time is negative or NaN. Use 0 or more seconds.");
        }
        pause.setTime(seconds);
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
