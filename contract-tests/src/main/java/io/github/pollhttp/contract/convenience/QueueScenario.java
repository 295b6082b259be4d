package io.github.pollhttp.contract.convenience;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.queue.HTTPRequestQueue;

/**
 * A small program for one HTTPRequestQueue. Its trace has each end as {@code place:RESULT:code:body}, where the place is that of the request in the
 * program: in the order of the ends where one connection is allowed, else in the order of the places.
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

    /** A part of the program, called once a frame until it is done. */
    interface Step {
        /** @return true when the next step may begin, in the same frame */
        boolean advance(QueueScenarioRun run);
    }

    /** Something done for its effect. */
    interface Setting {
        void on(HTTPRequestQueue queue);
    }

    /** Allows one connection. */
    QueueScenario oneByOne() {
        connections = 1;
        return this;
    }

    /** Asks for the next number. */
    QueueScenario get() {
        return getUrl("{here}/" + requests++);
    }

    /** Asks for a URL in which {@code {here}} is this scenario, {@code {there}} is it at the other origin, and {@code {nobody}} a closed port. */
    QueueScenario getUrl(String url) {
        steps.add(run -> run.get(url));
        return this;
    }

    QueueScenario cancel(int place) {
        steps.add(run -> run.cancel(place));
        return this;
    }

    QueueScenario set(Setting setting) {
        steps.add(run -> run.call(setting));
        return this;
    }

    /** Waits until so many are under way. */
    QueueScenario awaitActive(int count) {
        steps.add(run -> run.areActive(count));
        return this;
    }

    QueueScenario awaitEnds(int count) {
        steps.add(run -> run.haveEnded(count));
        return this;
    }

    @Override
    protected QueueScenario self() {
        return this;
    }

    @Override
    public Play start(ServerAddresses addresses) {
        return new QueueScenarioRun(id(), steps, addresses, connections);
    }
}
