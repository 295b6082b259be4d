package io.github.pollhttp.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.internal.BaseUrl;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.Rejection;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPResponse;
import io.github.pollhttp.request.RequestSettings;

/**
 * Decides which request starts next, and on which connection. A poll allocates objects only for requests that start. Connections and origins are in short
 * lists, because maps, sets and deques would be the largest part of a browser program. A game has few origins: with 64, to find one of them takes
 * less time than can be measured, with 1,000 about 10 microseconds. An origin leaves the list when it has neither requests nor connections.
 */
final class PollingQueue implements HTTPRequestQueue {
    private static final double NANOS = 1e9;

    private final Supplier<HTTPRequest> requests;
    private final LongSupplier nanoClock;
    /** Called only while a request is active, because the platform's default needs the backend. */
    private IntSupplier connectionsPerOrigin;
    private final BaseUrl baseUrl;
    /** Null until the program asks for them, so that TeaVM leaves them out of programs that do not. */
    private @Nullable RequestSettings settings;
    private int connections = 64;
    private long budgetNanos = 2_000_000;

    private final List<OriginQueue> origins = new ArrayList<>();

    /** The origins that have a waiting request and may use another connection. They take turns in this order. */
    private final List<OriginQueue> ready = new ArrayList<>();
    private final List<PooledConnection> active = new ArrayList<>();

    /** The least recently used connection is the first. */
    private final List<PooledConnection> idle = new ArrayList<>();

    /** Requests that were rejected or cancelled before they started, and whose listeners have not been called. */
    private final RequestList unstarted = new RequestList();
    private int waiting;
    private int nextToPoll;
    private boolean polling;

    /**
     * @param requests             creates an HTTPRequest
     * @param urls                 parses URLs
     * @param nanoClock            a monotonic clock, in nanoseconds
     * @param connectionsPerOrigin returns the number of connections until the program sets one
     */
    PollingQueue(Supplier<HTTPRequest> requests, BaseUrl.Resolver urls, LongSupplier nanoClock,
            IntSupplier connectionsPerOrigin) {
        this.baseUrl = new BaseUrl(urls);
        this.requests = requests;
        this.nanoClock = nanoClock;
        this.connectionsPerOrigin = connectionsPerOrigin;
    }

    // Adding and cancelling

    @Override
    public Ticket request(String url, List<String> customHeaders, Method method, byte[] requestData,
            Consumer<HTTPResponse> listener) {
        return add(url, start(customHeaders, method, requestData), listener);
    }

    @Override
    public Ticket request(String url, List<String> customHeaders, Method method, byte[] requestData,
            Consumer<RequestSettings> preparation, Consumer<HTTPResponse> listener) {
        return add(url, start(customHeaders, method, requestData), preparation, listener);
    }

    @Override
    public Ticket request(String url, List<String> customHeaders, Method method, RequestBody body,
            Consumer<HTTPResponse> listener) {
        return add(url, start(customHeaders, method, body), listener);
    }

    @Override
    public Ticket request(String url, List<String> customHeaders, Method method, RequestBody body,
            Consumer<RequestSettings> preparation, Consumer<HTTPResponse> listener) {
        return add(url, start(customHeaders, method, body), preparation, listener);
    }

    private static QueuedRequest.Start start(List<String> customHeaders, Method method, byte[] requestData) {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(requestData, "requestData");
        List<String> headers = List.copyOf(customHeaders);
        return (http, url) -> http.requestRaw(url, headers, method, requestData);
    }

    private static QueuedRequest.Start start(List<String> customHeaders, Method method, RequestBody body) {
        Objects.requireNonNull(method, "method");
        List<String> headers = List.copyOf(body.headers(customHeaders));
        return (http, url) -> http.request(url, headers, method, body);
    }

    private Ticket add(String url, QueuedRequest.Start start, Consumer<HTTPResponse> listener) {
        QueuedRequest request = new QueuedRequest(this, url, start, listener);
        request.settings = settings == null ? null : settings.copy();
        add(request);
        return request;
    }

    private Ticket add(String url, QueuedRequest.Start start, Consumer<RequestSettings> preparation,
            Consumer<HTTPResponse> listener) {
        QueuedRequest request = new QueuedRequest(this, url, start, listener);
        request.settings = settings().copy();
        preparation.accept(request.settings);
        add(request);
        return request;
    }

    private void add(QueuedRequest request) {
        try {
            RequestUrl target = baseUrl.resolve(request.url);
            request.url = target.toString();
            OriginQueue origin = originOf(target.origin());
            origin.add(request);
            waiting++;
            addIfReady(origin);
        } catch (RejectionException e) {
            request.reject(e::message);
            unstarted.add(request);
        }
    }

    private OriginQueue originOf(Endpoint endpoint) {
        for (int i = 0; i < origins.size(); i++) { // by index, because an iterator would make browser programs larger
            if (origins.get(i).endpoint.equals(endpoint)) {
                return origins.get(i);
            }
        }
        OriginQueue created = new OriginQueue(endpoint);
        origins.add(created);
        return created;
    }

    @Override
    public RequestSettings settings() {
        if (settings == null) {
            settings = requests.get().copy();
        }
        return settings;
    }

    @Override
    public void setBaseUrl(String url) {
        baseUrl.set(url);
    }

    /** Cancels a request that has not started. Does nothing if it was already rejected or cancelled. */
    void cancelWaiting(QueuedRequest request) {
        OriginQueue origin = request.origin;
        if (origin != null) {
            origin.remove(request);
            waiting--;
            request.cancelUnstarted();
            unstarted.add(request);
        }
    }

    @Override
    public void close() {
        for (OriginQueue origin : origins) {
            while (origin.first() != null) {
                cancelWaiting(origin.first());
            }
        }
        for (PooledConnection connection : active) {
            connection.http.cancelRequest();
        }
        while (!idle.isEmpty()) {
            closeOldestIdle();
        }
    }

    // Polling

    @Override
    public void poll() {
        if (polling) {
            return; // called by a listener
        }
        polling = true;
        try {
            completeUnstarted();
            releaseCompleted(); // left over if a listener threw in the last poll
            pollActive();
            releaseCompleted();
            pollIdle();
            startWaiting();
        } finally {
            polling = false;
        }
    }

    private void completeUnstarted() {
        QueuedRequest last = unstarted.last();
        QueuedRequest next = unstarted.first();
        while (next != null) {
            unstarted.remove(next);
            next.completeUnstarted();
            next = next == last ? null : unstarted.first(); // those that a listener adds wait for the next poll
        }
    }

    /** Divides the rest of the budget among the rest of the connections. The next poll starts with the first connection that got no time. */
    private void pollActive() {
        int count = active.size();
        long end = nanoClock.getAsLong() + budgetNanos;
        for (int i = 0; i < count; i++) {
            long remaining = end - nanoClock.getAsLong();
            if (i > 0 && remaining <= 0) {
                return;
            }
            PooledConnection connection = active.get(nextToPoll % count);
            nextToPoll = (nextToPoll + 1) % count;
            connection.http.setPollBudget(Math.max(0, remaining) / NANOS / (count - i));
            connection.http.poll();
        }
    }

    private void releaseCompleted() {
        for (int i = active.size() - 1; i >= 0; i--) {
            PooledConnection connection = active.get(i);
            if (connection.request == null) {
                active.remove(i);
                release(connection);
            }
        }
    }

    private void release(PooledConnection connection) {
        OriginQueue origin = connection.origin;
        origin.active--;
        if (connection.http.getHttpClientStatus() == Status.STATUS_CONNECTED) {
            origin.idle.add(connection);
            idle.add(connection);
        } else {
            connection.http.close();
        }
        update(origin);
    }

    /** Removes the idle connections that the server has closed. */
    private void pollIdle() {
        for (int i = idle.size() - 1; i >= 0; i--) {
            PooledConnection connection = idle.get(i);
            connection.http.poll();
            if (connection.http.getHttpClientStatus() != Status.STATUS_CONNECTED) {
                idle.remove(i);
                close(connection);
            }
        }
    }

    // Starting

    private void addIfReady(OriginQueue origin) {
        if (!origin.ready && nextOf(origin) != null) {
            origin.ready = true;
            ready.add(origin);
        }
    }

    /** @return the next request to an origin; null if none waits, and if the origin may not use another connection */
    private @Nullable QueuedRequest nextOf(OriginQueue origin) {
        boolean mayStart = origin.active == 0 || origin.active < connectionsPerOrigin.getAsInt();
        return mayStart ? origin.first() : null;
    }

    private void startWaiting() {
        while (!ready.isEmpty() && active.size() < connections) {
            OriginQueue origin = ready.get(0);
            QueuedRequest request = nextOf(origin);
            if (request != null) {
                start(request, connectionTo(origin));
            }
            ready.remove(0);
            origin.ready = false;
            update(origin);
        }
    }

    private void start(QueuedRequest request, PooledConnection connection) {
        OriginQueue origin = connection.origin;
        origin.remove(request);
        waiting--;
        if (!request.startOn(connection.http)) {
            connection.http.close();
            unstarted.add(request);
            return;
        }
        connection.request = request;
        origin.active++;
        active.add(connection);
    }

    private PooledConnection connectionTo(OriginQueue origin) {
        if (!origin.idle.isEmpty()) {
            PooledConnection reused = origin.idle.remove(origin.idle.size() - 1);
            idle.remove(reused);
            return reused;
        }
        while (active.size() + idle.size() >= connections) {
            closeOldestIdle();
        }
        HTTPRequest http = requests.get();
        PooledConnection created = new PooledConnection(http, origin);
        http.setResponseListener(created);
        return created;
    }

    private void closeOldestIdle() {
        close(idle.remove(0));
    }

    private void close(PooledConnection connection) {
        connection.origin.idle.remove(connection);
        connection.http.close();
        removeIfEmpty(connection.origin);
    }

    /** After a request to the origin has started or ended. */
    private void update(OriginQueue origin) {
        addIfReady(origin);
        removeIfEmpty(origin);
    }

    private void removeIfEmpty(OriginQueue origin) {
        if (origin.isEmpty()) {
            origins.remove(origin);
        }
    }

    // Progress and settings

    @Override
    public int getWaitingCount() {
        return waiting;
    }

    @Override
    public int getActiveCount() {
        int count = 0;
        for (PooledConnection connection : active) {
            count += connection.request == null ? 0 : 1;
        }
        return count;
    }

    @Override
    public void setConnectionsPerOrigin(int count) {
        int limit = checked(count);
        connectionsPerOrigin = () -> limit;
        for (OriginQueue origin : origins) {
            addIfReady(origin);
        }
    }

    @Override
    public void setConnections(int count) {
        connections = checked(count);
    }

    private static int checked(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("The number of connections is " + count + ". Use 1 or more.");
        }
        return count;
    }

    @Override
    public void setPollBudget(double seconds) {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("The time is negative or NaN. Use 0 or more seconds.");
        }
        budgetNanos = (long) (seconds * NANOS);
    }
}
