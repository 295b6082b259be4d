package io.github.pollhttp.e2e.behaviour;

import java.util.ArrayList;
import java.util.List;

import org.teavm.jso.JSExport;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.WebOptions.Credentials;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.events.EventSource.Event;
import io.github.pollhttp.events.EventSource.ReadyState;

/** Event sources in a page, as steps of {@link BehaviourProgram}. Each frame polls all of them. */
public final class EventProgram {
    private static final List<EventSource> SOURCES = new ArrayList<>();
    private static final List<List<String>> EVENTS = new ArrayList<>();

    private EventProgram() {}

    /**
     * Opens one more source.
     *
     * @param url         an absolute URL
     * @param lastEventId the last event ID, empty for none
     * @param credentials the name of a constant of {@link Credentials}, or empty to leave the options as they are
     */
    @JSExport
    public static void source(String url, String lastEventId, String credentials) {
        EventSource source = EventSource.create();
        source.setReconnectTime(0);
        source.setLastEventId(lastEventId);
        if (!credentials.isEmpty()) {
            source.setWebOptions(WebOptions.DEFAULT.withCredentials(Credentials.valueOf(credentials)));
        }
        ErrorCode code = source.open(url);
        if (code != ErrorCode.OK) {
            BehaviourProgram.trace.note(code + ":" + source.getRejection());
        }
        SOURCES.add(source);
        EVENTS.add(new ArrayList<>());
    }

    /** Waits until a source has this many events or has closed itself, and notes its events as {@code data/id}. */
    @JSExport
    public static void events(String number, String count) {
        int index = Integer.parseInt(number);
        int wanted = Integer.parseInt(count);
        BehaviourProgram.frame = () -> {
            pollAll();
            boolean closed = SOURCES.get(index).getReadyState() == ReadyState.CLOSED;
            if (EVENTS.get(index).size() < wanted && !closed) {
                return false;
            }
            BehaviourProgram.trace.note("events:" + String.join(",", EVENTS.get(index)) + (closed ? " CLOSED" : ""));
            return true;
        };
    }

    private static void pollAll() {
        for (int i = 0; i < SOURCES.size(); i++) {
            EventSource source = SOURCES.get(i);
            source.poll();
            for (Event each = source.nextEvent(); each != null; each = source.nextEvent()) {
                EVENTS.get(i).add(each.data() + "/" + each.lastEventId());
            }
        }
    }

    /** Notes the code of the last response of a source. */
    @JSExport
    public static void code(String number) {
        BehaviourProgram.trace.note("code:" + SOURCES.get(Integer.parseInt(number)).getResponseCode());
    }

    /** Closes all sources and forgets them. */
    @JSExport
    public static void closeSources() {
        for (EventSource each : SOURCES) {
            each.close();
        }
        SOURCES.clear();
        EVENTS.clear();
    }
}
