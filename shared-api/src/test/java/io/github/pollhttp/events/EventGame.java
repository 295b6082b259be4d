package io.github.pollhttp.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.github.pollhttp.BarePlatform;
import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.ManualClock;
import io.github.pollhttp.ScriptedBackend;
import io.github.pollhttp.ScriptedOrigin;

/** An event source in a game loop that reaches scripted origins, with a clock that the test moves. */
final class EventGame implements AutoCloseable {
    /** More polls than an attempt needs, so that after them the source waits, has ended, or needs more bytes. */
    private static final int FRAMES = 30;
    private static final double STEP = 0.25;
    private static final int MOST_STEPS = 10_000;

    final ManualClock clock = new ManualClock();
    final BarePlatform platform = new BarePlatform();
    final ScriptedBackend backend = ScriptedOrigin.backend(clock);
    final PollingEventSource source = new PollingEventSource(backend.client(), platform, clock);

    /** The events so far, as {@code type/data/id}. */
    final List<String> events = new ArrayList<>();

    /** A response with a stream that ends after these lines. */
    static String stream(String lines, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: text/event-stream");
        return ScriptedOrigin.ok(lines, all.toArray(String[]::new));
    }

    EventGame open(String url, String... headers) {
        assertEquals(ErrorCode.OK, source.open(url, List.of(headers)), source::getRejection);
        return frames();
    }

    EventGame frames() {
        for (int i = 0; i < FRAMES; i++) {
            source.poll();
            for (EventSource.Event each = source.nextEvent(); each != null; each = source.nextEvent()) {
                events.add(each.type() + "/" + each.data() + "/" + each.lastEventId());
            }
        }
        return this;
    }

    EventGame pass(double seconds) {
        clock.advance(seconds);
        return frames();
    }

    int connects() {
        return Collections.frequency(backend.calls, "connect");
    }

    /** Moves the clock until the source connects again, and returns the time in seconds. */
    double pause() {
        int before = connects();
        for (int steps = 1; steps < MOST_STEPS; steps++) {
            pass(STEP);
            if (connects() > before) {
                return steps * STEP;
            }
        }
        throw new AssertionError("the source does not connect again: " + source.getFailureMessage());
    }

    List<Double> pauses(int count) {
        List<Double> pauses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pauses.add(pause());
        }
        return pauses;
    }

    @Override
    public void close() {
        source.close();
    }
}
