package io.github.pollhttp.size;

import org.teavm.jso.JSExport;

import io.github.pollhttp.events.EventSource;

/** {@link Hello} with one {@link EventSource}. It sets nothing, and does not ask why the stream has ended. */
public final class SmallEventSource {
    private static EventSource events;

    private SmallEventSource() {}

    /** Prints hello and opens a stream. */
    public static void main(String[] args) {
        System.out.println("Hello, world!");
        events = EventSource.create();
        events.open("http://127.0.0.1:8080/events");
    }

    /** One frame. */
    @JSExport
    public static void frame() {
        events.poll();
        EventSource.Event event = events.nextEvent();
        if (event != null) {
            System.out.println(event.data());
        }
    }
}
