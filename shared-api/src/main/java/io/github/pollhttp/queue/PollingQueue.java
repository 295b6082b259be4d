package io.github.pollhttp.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.spi.Rejection;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.request.HTTPRequest;

/** Who may begin, and on which connection. A poll makes objects only for what begins. */
final class PollingQueue implements HTTPRequestQueue {
    private static final double NANOS = 1e9;

    private final Supplier<HTTPRequest> requests;
    private final Consumer<HTTPRequest> preparation;
    private final LongSupplier nanoClock;
    private int perOrigin = 6;
    private int inAll = 64;
    private long budgetNanos = 2_000_000;

    private final Map<Endpoint, OriginQueue> lanes = new HashMap<>();
    private final ArrayDeque<OriginQueue> turns = new ArrayDeque<>();
    private final ArrayList<PooledConnection> active = new ArrayList<>();

    /** The one that was not used for the longest time is the first. */
    private final LinkedHashSet<PooledConnection> idle = new LinkedHashSet<>();

    /** Ended before they began. */
    private final ArrayDeque<QueuedRequest> due = new ArrayDeque<>();
    private int waiting;
    private int nextToWork;
    private boolean polling;

    /**
     * An empty queue.
     *
     * @param requests    makes a request
     * @param preparation gets each of them
     * @param nanoClock   a monotonic clock, in nanoseconds
     */
    PollingQueue(Supplier<HTTPRequest> requests, Consumer<HTTPRequest> preparation, LongSupplier nanoClock) {
        this.requests = requests;
        this.preparation = Objects.requireNonNull(preparation, "preparation");
        this.nanoClock = nanoClock;
    }

    // Adding and taking out

    @Override
    public Ticket request(String url, List<String> customHeaders, Method method, byte[] requestData,
            HTTPRequest.Listener listener) {
        QueuedRequest job = new QueuedRequest(this, url, customHeaders, method, requestData, listener);
        try {
            job.lane = lanes.computeIfAbsent(RequestUrl.parse(url).origin(), OriginQueue::new);
            job.lane.waiting.add(job);
            waiting++;
            takeTurn(job.lane);
        } catch (RejectionException e) {
            job.reject(e.getMessage());
            due.add(job);
        }
        return job;
    }

    /** It has not begun; perhaps it is due already. */
    void cancelWaiting(QueuedRequest job) {
        if (job.lane != null && job.lane.waiting.remove(job)) {
            waiting--;
            job.reject("the request was cancelled");
            due.add(job);
        }
    }

    @Override
    public void close() {
        for (OriginQueue lane : lanes.values()) {
            while (!lane.waiting.isEmpty()) {
                cancelWaiting(lane.waiting.iterator().next());
            }
        }
        for (PooledConnection worker : active) {
            worker.http.cancelRequest();
        }
        while (!idle.isEmpty()) {
            dropOldestIdle();
        }
    }

    // Polling

    @Override
    public void poll() {
        if (polling) {
            return; // from a listener
        }
        polling = true;
        try {
            tellDue();
            retireDone(); // those of a poll that a listener has thrown out of
            work();
            retireDone();
            lookAfterIdle();
            begin();
        } finally {
            polling = false;
        }
    }

    private void tellDue() {
        for (int count = due.size(); count > 0; count--) {
            due.poll().tellRefused();
        }
    }

    /** Each gets its part of what is left of the budget; who gets none today is the first tomorrow. */
    private void work() {
        int count = active.size();
        long end = nanoClock.getAsLong() + budgetNanos;
        for (int i = 0; i < count; i++) {
            long left = end - nanoClock.getAsLong();
            if (i > 0 && left <= 0) {
                return;
            }
            PooledConnection worker = active.get(nextToWork % count);
            nextToWork = (nextToWork + 1) % count;
            worker.http.setPollBudget(Math.max(0, left) / NANOS / (count - i));
            worker.http.poll();
        }
    }

    private void retireDone() {
        for (int i = active.size() - 1; i >= 0; i--) {
            PooledConnection worker = active.get(i);
            if (worker.job == null) {
                active.remove(i);
                retire(worker);
            }
        }
    }

    private void retire(PooledConnection worker) {
        OriginQueue lane = worker.lane;
        lane.active--;
        if (worker.http.getHttpClientStatus() == Status.STATUS_CONNECTED) {
            lane.idle.addLast(worker);
            idle.add(worker);
        } else {
            worker.http.close();
        }
        takeTurn(lane);
        forgetIfEmpty(lane);
    }

    /** One that its server has closed is of no use. */
    private void lookAfterIdle() {
        for (Iterator<PooledConnection> each = idle.iterator(); each.hasNext();) {
            PooledConnection worker = each.next();
            worker.http.poll();
            if (worker.http.getHttpClientStatus() != Status.STATUS_CONNECTED) {
                each.remove();
                drop(worker);
            }
        }
    }

    // Beginning

    private void takeTurn(OriginQueue lane) {
        if (!lane.inTurn && !lane.waiting.isEmpty() && lane.active < perOrigin) {
            lane.inTurn = true;
            turns.addLast(lane);
        }
    }

    private void begin() {
        while (!turns.isEmpty() && active.size() < inAll) {
            OriginQueue lane = turns.peekFirst();
            if (!lane.waiting.isEmpty() && lane.active < perOrigin) {
                begin(worker(lane), lane);
            }
            turns.pollFirst();
            lane.inTurn = false;
            takeTurn(lane);
            forgetIfEmpty(lane);
        }
    }

    private void begin(PooledConnection worker, OriginQueue lane) {
        QueuedRequest job = lane.takeFirst();
        waiting--;
        if (!job.beginOn(worker.http)) {
            worker.http.close();
            due.add(job);
            return;
        }
        worker.job = job;
        lane.active++;
        active.add(worker);
    }

    private PooledConnection worker(OriginQueue lane) {
        PooledConnection kept = lane.idle.pollLast();
        if (kept != null) {
            idle.remove(kept);
            return kept;
        }
        while (active.size() + idle.size() >= inAll) {
            dropOldestIdle();
        }
        HTTPRequest http = requests.get();
        preparation.accept(http);
        PooledConnection made = new PooledConnection(http, lane);
        http.setRequestCompletedListener(made);
        return made;
    }

    private void dropOldestIdle() {
        PooledConnection oldest = idle.iterator().next();
        idle.remove(oldest);
        drop(oldest);
    }

    private void drop(PooledConnection worker) {
        worker.lane.idle.remove(worker);
        worker.http.close();
        forgetIfEmpty(worker.lane);
    }

    private void forgetIfEmpty(OriginQueue lane) {
        if (lane.isEmpty()) {
            lanes.remove(lane.origin, lane);
        }
    }

    // Looking and setting

    @Override
    public int getWaitingCount() {
        return waiting;
    }

    @Override
    public int getActiveCount() {
        int count = 0;
        for (PooledConnection worker : active) {
            count += worker.job == null ? 0 : 1;
        }
        return count;
    }

    @Override
    public void setConnectionsPerOrigin(int connections) {
        perOrigin = checked(connections);
        for (OriginQueue lane : lanes.values()) {
            takeTurn(lane);
        }
    }

    @Override
    public void setConnections(int connections) {
        inAll = checked(connections);
    }

    private static int checked(int connections) {
        if (connections < 1) {
            throw new IllegalArgumentException("there must be one connection at least; it is " + connections);
        }
        return connections;
    }

    @Override
    public void setPollBudget(double seconds) {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("a time must be 0 or more");
        }
        budgetNanos = (long) (seconds * NANOS);
    }
}
