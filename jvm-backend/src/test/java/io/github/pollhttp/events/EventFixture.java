package io.github.pollhttp.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.events.EventSource.ReadyState;
import io.github.pollhttp.jvm.request.JvmRequestPlatform;

/** An event source and its server over real sockets, with a clock that the test moves. */
@Timeout(60)
abstract class EventFixture {
    static final long FRAME_NANOS = 500_000;
    private static final long LONGEST_WAIT_NANOS = 20_000_000_000L;

    final List<String> events = new ArrayList<>();
    private long now;
    EventServer server;
    EventSource source;

    @BeforeEach
    void start() throws Exception {
        server = new EventServer();
        source = new PollingEventSource(HTTPClient.create(), new JvmRequestPlatform(), () -> now);
    }

    @AfterEach
    void stop() throws Exception {
        source.close();
        server.close();
    }

    final void frame() {
        source.poll();
        for (EventSource.Event each = source.nextEvent(); each != null; each = source.nextEvent()) {
            events.add(each.type() + "/" + each.data() + "/" + each.lastEventId());
        }
    }

    final void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST_WAIT_NANOS) {
                throw new AssertionError(
                        "the condition did not hold within 20 seconds: " + events + " " + source.getFailureMessage());
            }
            frame();
            LockSupport.parkNanos(FRAME_NANOS); // leaves the processor to the server's threads
        }
    }

    final void awaitState(ReadyState state) {
        await(() -> source.getReadyState() == state);
    }

    final void pass(double seconds) {
        now += (long) (seconds * 1e9);
        frame();
    }

    final void open() {
        assertEquals(ErrorCode.OK, source.open(server.url()));
    }
}
