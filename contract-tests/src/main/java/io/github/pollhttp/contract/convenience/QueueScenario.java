package io.github.pollhttp.contract.convenience;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.request.RequestSettings;

/**
 * A scenario of one HTTPRequestQueue. Its trace has a word {@code index:RESULT:code:body} for each request that has completed. The index counts
 * the requests of the program from 0. With one connection, the words are in the order of completion; otherwise they are in the order of the
 * indexes, because the order of completion is not determined.
 */
public final class QueueScenario extends ConvenienceScenario<QueueScenario> {
    private final List<Step> steps = new ArrayList<>();
    private int connections = 6;
    private int requests;

    private QueueScenario(String name) {
        super(name);
    }

    static QueueScenario named(String name) {
        return new QueueScenario(name);
    }

    /** A step of the program, called once a frame until it is done. */
    interface Step {
        /** Returns true when it is done. The next step then starts in the same frame. */
        boolean advance(QueueScenarioRun run);
    }

    /** A call whose result is ignored. */
    interface Setting {
        void on(HTTPRequestQueue queue);
    }

    /** Allows one connection for each origin. */
    QueueScenario onOneConnection() {
        return onConnections(1);
    }

    /** Allows this many connections for each origin. */
    QueueScenario onConnections(int count) {
        connections = count;
        return this;
    }

    /** Requests the next number. */
    QueueScenario get() {
        return getUrl("{here}/" + requests++);
    }

    /** Requests a URL. In it, {@code {here}} is this scenario, and {@code {there}} this scenario at the other origin. */
    QueueScenario getUrl(String url) {
        steps.add(run -> run.get(url));
        return this;
    }

    /** Requests the next number with settings of its own. */
    QueueScenario getWith(Consumer<RequestSettings> preparation) {
        String url = "{here}/" + requests++;
        steps.add(run -> run.getWith(url, preparation));
        return this;
    }

    QueueScenario cancel(int index) {
        steps.add(run -> run.cancel(index));
        return this;
    }

    QueueScenario set(Setting setting) {
        steps.add(run -> run.call(setting));
        return this;
    }

    /** Lets another client request the next number, and waits for the head of its response. */
    QueueScenario otherGets() {
        return otherGets(true);
    }

    /** As {@link #otherGets}, but the queue is not polled meanwhile. */
    QueueScenario otherGetsWithoutPolls() {
        return otherGets(false);
    }

    private QueueScenario otherGets(boolean polling) {
        String path = "/" + requests++;
        steps.add(run -> run.otherGets(path, polling));
        return this;
    }

    /** Waits until this many requests are in progress. */
    QueueScenario awaitActive(int count) {
        steps.add(run -> run.areActive(count));
        return this;
    }

    QueueScenario awaitCompletions(int count) {
        steps.add(run -> run.haveCompleted(count));
        return this;
    }

    @Override
    protected QueueScenario self() {
        return this;
    }

    @Override
    public Play start(ServerAddresses addresses) {
        return new QueueScenarioRun(this, steps, addresses, connections);
    }
}
