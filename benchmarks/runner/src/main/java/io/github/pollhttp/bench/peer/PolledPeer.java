package io.github.pollhttp.bench.peer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.github.pollhttp.bench.wire.Answer;

/** A client without threads, which works only while it is polled. */
public abstract class PolledPeer implements Peer {
    private static final long NO_BUDGET = Long.MAX_VALUE;

    private final Deque<PolledConnection> idle = new ArrayDeque<>();
    private final long frameBudgetNanos;
    private String origin;

    /** @param frameBudgetNanos the longest time of one poll in a frame, in nanoseconds */
    PolledPeer(long frameBudgetNanos) {
        this.frameBudgetNanos = frameBudgetNanos;
    }

    @Override
    public final void open(String to, int connections) {
        origin = to;
    }

    final String origin() {
        return origin;
    }

    abstract PolledConnection connect(String to);

    private PolledConnection take() {
        PolledConnection kept = idle.poll();
        return kept != null ? kept : connect(origin);
    }

    @Override
    public final void get(String path, Answer answer) {
        post(path, null, answer);
    }

    @Override
    public final void post(String path, byte[] content, Answer answer) {
        PolledConnection connection = take();
        connection.begin(path, content, answer);
        while (!connection.poll(NO_BUDGET)) {
            Thread.onSpinWait();
        }
        idle.push(connection);
    }

    @Override
    public Call start(String path, Answer answer) {
        PolledConnection connection = take();
        connection.begin(path, null, answer);
        return new Call() {
            private boolean over;

            @Override
            public boolean poll() {
                if (!over && connection.poll(frameBudgetNanos)) {
                    over = true;
                    idle.push(connection);
                }
                return over;
            }
        };
    }

    @Override
    public final void loop(String path, int connections, int requests, Answers answers) {
        List<PolledConnection> busy = new ArrayList<>();
        List<Answer> expected = new ArrayList<>();
        int begun = 0;
        for (; begun < connections; begun++) {
            busy.add(take());
            expected.add(answers.next());
            busy.get(begun).begin(path, null, expected.get(begun));
        }
        int ended = 0;
        while (ended < requests) {
            for (int i = 0; i < connections; i++) {
                if (busy.get(i) != null && busy.get(i).poll(NO_BUDGET)) {
                    ended++;
                    if (begun < requests) {
                        begun++;
                        busy.get(i).begin(path, null, expected.get(i));
                    } else {
                        idle.push(busy.set(i, null));
                    }
                }
            }
        }
    }

    /** Polls all idle connections, as a game does in each frame. */
    public final void pollIdle() {
        idle.forEach(PolledConnection::pollIdle);
    }

    @Override
    public void close() {
        idle.forEach(PolledConnection::close);
    }
}
