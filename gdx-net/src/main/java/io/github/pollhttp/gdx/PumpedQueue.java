package io.github.pollhttp.gdx;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.RequestBody;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.request.HTTPResponse;
import io.github.pollhttp.request.RequestSettings;

/** A queue whose requests wake the pump, and which counts the requests that have not completed. */
final class PumpedQueue implements HTTPRequestQueue {
    private final HTTPRequestQueue queue;
    private final Pump pump;
    private int unfinished;

    PumpedQueue(HTTPRequestQueue queue, Pump pump) {
        this.queue = queue;
        this.pump = pump;
    }

    /** Returns whether a listener has not been called. The counts of the queue leave out requests that were rejected or cancelled early. */
    boolean hasUnfinished() {
        return unfinished > 0;
    }

    @Override
    public Ticket request(String url, List<String> customHeaders, Method method, byte[] requestData,
            Consumer<HTTPResponse> listener) {
        return begun(queue.request(url, customHeaders, method, requestData, finishing(listener)));
    }

    @Override
    public Ticket request(String url, List<String> customHeaders, Method method, byte[] requestData,
            Consumer<RequestSettings> preparation, Consumer<HTTPResponse> listener) {
        return begun(queue.request(url, customHeaders, method, requestData, preparation, finishing(listener)));
    }

    @Override
    public Ticket request(String url, List<String> customHeaders, Method method, RequestBody body,
            Consumer<HTTPResponse> listener) {
        return begun(queue.request(url, customHeaders, method, body, finishing(listener)));
    }

    @Override
    public Ticket request(String url, List<String> customHeaders, Method method, RequestBody body,
            Consumer<RequestSettings> preparation, Consumer<HTTPResponse> listener) {
        return begun(queue.request(url, customHeaders, method, body, preparation, finishing(listener)));
    }

    private Ticket begun(Ticket ticket) {
        unfinished++;
        pump.wake();
        return ticket;
    }

    private Consumer<HTTPResponse> finishing(Consumer<HTTPResponse> listener) {
        Objects.requireNonNull(listener, "listener");
        return response -> {
            unfinished--;
            listener.accept(response);
        };
    }

    @Override
    public RequestSettings settings() {
        return queue.settings();
    }

    @Override
    public void setBaseUrl(String url) {
        queue.setBaseUrl(url);
    }

    @Override
    public void poll() {
        queue.poll();
    }

    @Override
    public int getWaitingCount() {
        return queue.getWaitingCount();
    }

    @Override
    public int getActiveCount() {
        return queue.getActiveCount();
    }

    @Override
    public void setConnectionsPerOrigin(int connections) {
        queue.setConnectionsPerOrigin(connections);
    }

    @Override
    public void setConnections(int connections) {
        queue.setConnections(connections);
    }

    @Override
    public void setPollBudget(double seconds) {
        queue.setPollBudget(seconds);
    }

    @Override
    public void close() {
        queue.close();
    }
}
