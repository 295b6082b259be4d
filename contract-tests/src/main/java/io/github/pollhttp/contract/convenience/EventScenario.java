package io.github.pollhttp.contract.convenience;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.events.EventSource.ReadyState;

/** A scenario of one EventSource. Its trace has a word for each change of the ready state, and {@code type/data/id} for each event. */
public final class EventScenario extends ConvenienceScenario<EventScenario> {
    private final List<Step> steps = new ArrayList<>();

    private EventScenario(String name) {
        super(name);
    }

    static EventScenario named(String name) {
        return new EventScenario(name);
    }

    /** A step of the program, called once a frame until it is done. */
    interface Step {
        /** Returns true when it is done. The next step then starts in the same frame. */
        boolean advance(EventScenarioRun run);
    }

    /** A call whose result is ignored. */
    interface Setting {
        void on(EventSource source);
    }

    EventScenario set(Setting setting) {
        steps.add(run -> run.call(setting));
        return this;
    }

    /** Opens the URL of the first answer. */
    EventScenario open(String... headers) {
        return openUrl("{here}/0", headers);
    }

    /** Opens a URL. In it, {@code {here}} is this scenario, and {@code {there}} this scenario at the other origin. */
    EventScenario openUrl(String url, String... headers) {
        steps.add(run -> run.open(url, List.of(headers)));
        return this;
    }

    EventScenario await(ReadyState state) {
        steps.add(run -> run.is(state));
        return this;
    }

    /** Waits until this many events have arrived or the source has failed. */
    EventScenario awaitEvents(int count) {
        steps.add(run -> run.haveArrived(count));
        return this;
    }

    /** From now on adds {@code ended:RESULT:code} to the trace for each stream that has ended, with {@code :ok} or {@code :cancelled}. */
    EventScenario seeEnds() {
        steps.add(EventScenarioRun::listenForEnds);
        return this;
    }

    EventScenario awaitEnds(int count) {
        steps.add(run -> run.haveEnded(count));
        return this;
    }

    /** Adds the code of the last response to the trace. */
    EventScenario seeCode() {
        steps.add(EventScenarioRun::noteCode);
        return this;
    }

    /** Adds a word to the trace if the last response has this header line. Browsers write names in lower case. */
    EventScenario seeHeader(String line) {
        steps.add(run -> run.noteHeader(line));
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
