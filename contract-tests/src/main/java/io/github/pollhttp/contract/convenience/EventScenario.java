package io.github.pollhttp.contract.convenience;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.events.EventSource.ReadyState;

/** A small program for one EventSource. Its trace has each state that it came to, and each event as {@code type/data/id}. */
public final class EventScenario extends ConvenienceScenario<EventScenario> {
    private final List<Step> steps = new ArrayList<>();

    private EventScenario(String name) {
        super(name);
    }

    static EventScenario named(String name) {
        return new EventScenario(name);
    }

    /** A part of the program, called once a frame until it is done. */
    interface Step {
        /** @return true when the next step may begin, in the same frame */
        boolean advance(EventScenarioRun run);
    }

    /** Something done for its effect. */
    interface Setting {
        void on(EventSource source);
    }

    EventScenario set(Setting setting) {
        steps.add(run -> run.call(setting));
        return this;
    }

    /** Opens the first answer's URL. */
    EventScenario open(String... headers) {
        return openUrl("{here}/0", headers);
    }

    /** Opens a URL in which {@code {here}} is this scenario and {@code {there}} is it at the other origin. */
    EventScenario openUrl(String url, String... headers) {
        steps.add(run -> run.open(url, List.of(headers)));
        return this;
    }

    EventScenario await(ReadyState state) {
        steps.add(run -> run.is(state));
        return this;
    }

    /** Or until it has failed. */
    EventScenario awaitEvents(int count) {
        steps.add(run -> run.hasCome(count));
        return this;
    }

    EventScenario awaitFailure() {
        steps.add(EventScenarioRun::hasFailed);
        return this;
    }

    @Override
    protected EventScenario self() {
        return this;
    }

    @Override
    public Play start(ServerAddresses addresses) {
        return new EventScenarioRun(id(), steps, addresses);
    }
}
