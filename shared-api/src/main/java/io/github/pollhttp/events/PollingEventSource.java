package io.github.pollhttp.events;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.Failure;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.request.HTTPResponse;
import io.github.pollhttp.spi.ClientFacts;
import io.github.pollhttp.spi.Rejection;
import io.github.pollhttp.spi.RequestPlatform;

/** Opens, reads and reconnects. {@link StreamRequest} gets the response and its bytes, {@link EventStream} the events in them. */
final class PollingEventSource extends EventSourceSettings {
    // The phases. Ints, because an enum would make each browser program about 500 bytes larger.
    private static final int CLOSED = 0;
    private static final int PAUSING = 1;
    /** Requesting a stream, or reading one. */
    private static final int CONNECTED = 2;

    private final LastEventId lastEventId;

    /** Null until the program sets a listener. */
    private EndedStreams endedStreams;

    private int phase = CLOSED;
    /** The events of the open stream; null without one. */
    private EventStream stream;
    /** Builds the message; null for none. */
    private Supplier<String> failureMessage;
    private Rejection rejection;

    /**
     * @param client    a client that is not connected and that only this source uses
     * @param platform  the platform of the client
     * @param nanoClock a monotonic clock, in nanoseconds
     */
    PollingEventSource(HTTPClient client, RequestPlatform platform, LongSupplier nanoClock) {
        this(platform, nanoClock, new LastEventId(), client);
    }

    private PollingEventSource(RequestPlatform platform, LongSupplier nanoClock, LastEventId lastEventId,
            HTTPClient client) {
        super(platform, new StreamRequest(client, platform, lastEventId), new ReconnectPause(nanoClock));
        this.lastEventId = lastEventId;
    }

    // Opening and closing

    @Override
    public ErrorCode open(String url, List<String> customHeaders) {
        close();
        rejection = null;
        request.forgetResponse();
        try {
            request.open(baseUrl.resolve(url), customHeaders);
        } catch (RejectionException e) {
            return rejected(e);
        }
        pause.reset();
        connect();
        return ErrorCode.OK;
    }

    private ErrorCode rejected(RejectionException e) {
        rejection = Rejection.of(e);
        return rejection.code();
    }

    @Override
    public ErrorCode setHeaders(List<String> customHeaders) {
        rejection = null;
        try {
            request.setHeaders(customHeaders);
            return ErrorCode.OK;
        } catch (RejectionException e) {
            return rejected(e);
        }
    }

    @Override
    public void close() {
        end(null);
    }

    /** @param message builds the reason why the source closes itself; null if the program closes it */
    void end(Supplier<String> message) {
        if (endedStreams != null && phase != CLOSED) {
            endedStreams.add(request, stream != null, message);
        }
        phase = CLOSED;
        failureMessage = message;
        dropConnection();
    }

    @Override
    public void setClosedListener(Consumer<HTTPResponse> listener) {
        if (endedStreams == null) {
            endedStreams = new EndedStreams();
        }
        endedStreams.setListener(listener);
    }

    private void dropConnection() {
        stream = null;
        request.close();
    }

    // Polling

    @Override
    public void poll() {
        StreamParts parts = request.parts();
        if (parts == null) {
            step();
        } else if (!parts.step(this)) {
            return; // called by the cookie jar
        }
        if (endedStreams != null) {
            endedStreams.report();
        }
    }

    void step() {
        if (phase == PAUSING && pause.isOver()) {
            connect();
        } else if (phase == CONNECTED) {
            advance();
        }
    }

    private void connect() {
        phase = CONNECTED;
        try {
            request.start();
        } catch (RejectionException e) {
            end(e.text());
        }
    }

    private void advance() {
        try {
            if (stream != null) {
                read();
            } else if (request.poll()) {
                handleEnd();
            }
        } catch (RejectionException e) {
            if (stream != null) {
                reconnectLater(e.text());
            } else {
                end(e.text());
            }
        }
    }

    private void handleEnd() throws RejectionException {
        if (request.isAnswered()) {
            handleResponse();
        } else {
            reconnectLater();
        }
    }

    /**
     * Starts to read the event stream. Closes the source after any other response, because a new attempt would get the same response (HTML Standard
     * section 9.2.2).
     */
    private void handleResponse() throws RejectionException {
        request.openStream();
        failureMessage = null;
        pause.noteStream();
        stream = new EventStream(platform, lastEventId.get(), maxEventSize);
        read();
    }

    private void read() throws RejectionException {
        if (!stream.isParsed()) {
            return; // the program has not yet taken the events of the last chunk
        }
        byte[] chunk = request.read();
        if (chunk == null) {
            reconnectLater();
        } else {
            stream.add(chunk);
        }
    }

    // Reconnecting

    private void reconnectLater() {
        reconnectLater(EndReason.streamEnded(((ClientFacts) client).backendFailure()));
    }

    /** @param message builds the reason why the last connection has ended */
    private void reconnectLater(Supplier<String> message) {
        failureMessage = message;
        pause.start();
        phase = PAUSING;
        dropConnection();
    }

    // Events

    @Override
    public Event nextEvent() {
        if (stream == null) {
            return null;
        }
        Event event = stream.next();
        noteFields();
        if (event != null) {
            pause.noteEvent();
        } else if (stream.isTooLarge()) {
            end(EndReason.eventTooLarge(stream.limit()));
        }
        return event;
    }

    private void noteFields() {
        String id = stream.takeNewId();
        if (id != null) {
            lastEventId.receive(id);
        }
        int millis = stream.takeRetryMillis();
        if (millis >= 0) {
            pause.setServerTime(millis);
        }
    }

    // State

    @Override
    public ReadyState getReadyState() {
        if (stream != null) {
            return ReadyState.OPEN;
        }
        return phase == CLOSED ? ReadyState.CLOSED : ReadyState.CONNECTING;
    }

    @Override
    public int getResponseCode() {
        return request.responseCode();
    }

    @Override
    public List<String> getResponseHeaders() {
        return request.responseHeaders();
    }

    @Override
    public String getFailureMessage() {
        return failureMessage == null ? null : failureMessage.get();
    }

    @Override
    public Failure getFailure() {
        return failureMessage instanceof EndReason reason ? reason.failure() : null;
    }

    @Override
    public String getRejection() {
        return rejection == null ? null : rejection.message();
    }

    @Override
    public String getLastEventId() {
        return lastEventId.get();
    }

    @Override
    public void setLastEventId(String id) {
        String message = HeaderLine.rejectionMessage("Last-Event-ID: " + Objects.requireNonNull(id, "id"));
        if (message != null) {
            throw new IllegalArgumentException(message);
        }
        lastEventId.set(id);
    }
}
