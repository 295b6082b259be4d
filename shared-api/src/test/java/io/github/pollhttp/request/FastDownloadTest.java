package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.pollhttp.BarePlatform;
import io.github.pollhttp.ManualClock;
import io.github.pollhttp.ScriptedBackend;
import io.github.pollhttp.ScriptedBackend.Connecting;
import io.github.pollhttp.ScriptedResponse;

/** Whether a poll that has emptied the socket waits for more bytes. The test counts reads, because its clock moves only with them. */
class FastDownloadTest {
    private static final int MUCH = 1024 * 1024;
    private static final int LITTLE = 100;

    /** More reads than the first part of a body takes, which is at most 16. */
    private static final int LOOKS = 40;

    private final ManualClock clock = new ManualClock();
    private final ScriptedBackend backend = new ScriptedBackend(clock);
    private final BarePlatform platform = new BarePlatform();
    private final HTTPRequest http = new PollingRequest(backend.client(), platform,
            new TestProvider(clock, System::currentTimeMillis, () -> 0));
    private double secondsALook;
    private int looks;
    private int length;

    @BeforeEach
    void setUp() {
        http.setRequestCompletedListener((result, code, headers, body) -> length = body.length);
    }

    /** Receives the first bytes at once, and the rest after {@link #LOOKS} reads. */
    private void receive(int first) {
        backend.connects(Connecting.DONE).responds(ScriptedResponse.chunked()).bodyBytes(new byte[first]);
        backend.meanwhile = this::look;
        http.request("http://example.com/");
        for (int i = 0; i < 4; i++) {
            http.poll(); // connects, asks, and has the body's first part in the last one
        }
    }

    private void look() {
        if (http.getDownloadedBytes() > 0) {
            looks++;
            clock.advance(secondsALook);
        }
        if (looks == LOOKS) {
            backend.bodyBytes(new byte[LITTLE]).bodyEnds();
        } else {
            backend.meanwhile = this::look;
        }
    }

    @Test
    void pollWaitsForMoreAfterManyBytes() {
        receive(MUCH);
        assertEquals(MUCH + LITTLE, length);
    }

    @Test
    void pollDoesNotWaitAfterFewBytes() {
        receive(LITTLE);
        assertTrue(looks < LOOKS, "looks: " + looks);
    }

    @Test
    void pollWaitsForMoreAtMostATenthOfAMillisecond() {
        secondsALook = 0.000_030;
        receive(MUCH);
        assertEquals(0, length);
        assertFalse(http.getDownloadedBytes() > MUCH);
    }

    @Test
    void pollDoesNotWaitOnAPlatformThatReceivesOnlyBetweenPolls() {
        platform.fedMeanwhile = false;
        receive(MUCH);
        assertEquals(0, length);
    }
}
