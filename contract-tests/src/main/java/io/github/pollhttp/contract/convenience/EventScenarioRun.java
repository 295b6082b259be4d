package io.github.pollhttp.contract.convenience;

import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.contract.Body;
import io.github.pollhttp.contract.ServerAddresses;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.events.EventSource.Event;
import io.github.pollhttp.events.EventSource.ReadyState;
import io.github.pollhttp.internal.Utf8;

/** A scenario of an EventSource that runs. */
final class EventScenarioRun implements ConvenienceScenario.Play {
    private final String id;
    private final List<EventScenario.Step> steps;
    private final ServerAddresses addresses;
    private final EventSource source = EventSource.create();
    private final StringBuilder trace = new StringBuilder();
    private ReadyState noted = ReadyState.CLOSED;
    private int events;
    private int ends;
    private int next;

    EventScenarioRun(String id, List<EventScenario.Step> steps, ServerAddresses addresses) {
        this.id = id;
        this.steps = steps;
        this.addresses = addresses;
        source.setReconnectTime(0);
    }

    @Override
    public boolean frame() {
        source.poll();
        noteState();
        for (Event each = source.nextEvent(); each != null; each = source.nextEvent()) {
            events++;
            note(each.type() + "/" + word(each.data()) + "/" + each.lastEventId());
        }
        noteState();
        while (next < steps.size() && steps.get(next).advance(this)) {
            next++;
        }
        return next == steps.size();
    }

    private static String word(String text) {
        byte[] bytes = Utf8.encode(text);
        Body body = new Body();
        body.add(bytes, bytes.length);
        return body.token();
    }

    @Override
    public String trace() {
        return trace.toString();
    }

    @Override
    public void close() {
        source.close();
    }

    // Steps

    boolean call(EventScenario.Setting setting) {
        setting.on(source);
        noteState();
        return true;
    }

    boolean open(String url, List<String> headers) {
        ErrorCode code = source.open(
                url.replace("{here}", at(addresses.port())).replace("{there}", at(addresses.otherPort())), headers);
        if (code != ErrorCode.OK) {
            note(code.name());
        }
        noteState();
        return true;
    }

    private String at(int port) {
        return "http://127.0.0.1:" + port + "/" + id;
    }

    boolean listenForEnds() {
        source.setClosedListener(end -> {
            ends++;
            note("ended:" + end.result().name().substring("RESULT_".length()) + ":" + end.code()
                    + (end.isOk() ? ":ok" : "") + (end.isCancelled() ? ":cancelled" : "")
                    + (end.isOk() == (end.message() == null) ? "" : ":" + end.message()));
        });
        return true;
    }

    boolean haveEnded(int count) {
        return ends >= count;
    }

    boolean noteCode() {
        note("code:" + source.getResponseCode());
        return true;
    }

    boolean noteHeader(String line) {
        for (String each : source.getResponseHeaders()) {
            if (each.equalsIgnoreCase(line)) {
                note("header");
            }
        }
        return true;
    }

    boolean is(ReadyState state) {
        return source.getReadyState() == state;
    }

    boolean haveArrived(int count) {
        return events >= count || hasFailed();
    }

    boolean hasFailed() {
        return source.getFailureMessage() != null;
    }

    private void noteState() {
        if (source.getReadyState() != noted) {
            noted = source.getReadyState();
            note(noted.name());
        }
    }

    private void note(String event) {
        if (trace.length() > 0) {
            trace.append(' ');
        }
        trace.append(event);
    }
}
