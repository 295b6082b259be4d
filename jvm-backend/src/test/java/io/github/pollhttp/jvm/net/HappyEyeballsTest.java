package io.github.pollhttp.jvm.net;

import io.github.pollhttp.spi.FailureException;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.StreamPeer;
import io.github.pollhttp.jvm.testing.ManualClock;

/** Happy Eyeballs (RFC 8305): when each attempt begins, and which one wins. The attempts and the clock are controlled by the test. */
class HappyEyeballsTest {
    private final ManualClock clock = new ManualClock();
    private final Map<String, Attempt> begun = new LinkedHashMap<>();

    /** An attempt that connects or fails when the test sets it to, and is pending until then. */
    private static final class Attempt implements ConnectStep, StreamPeer {
        private boolean connected;
        private Reason failed;
        private boolean closed;

        @Override
        public StreamPeer poll() throws FailureException {
            if (failed != null) {
                throw new FailureException(new Failure(Phase.CONNECT, failed, "set by the test", null));
            }
            return connected ? this : null;
        }

        @Override
        public int read(ByteBuffer target) {
            return 0;
        }

        @Override
        public int write(ByteBuffer source) {
            return 0;
        }

        @Override
        public void awaitedBy(WaitSet readiness) {
            throw new AssertionError("this test does not use blocking mode");
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private final Map<String, Reason> failingAtOnce = new LinkedHashMap<>();

    private HappyEyeballs to(String... addresses) {
        return new HappyEyeballs(addresses(addresses), address -> {
            Attempt attempt = new Attempt();
            attempt.failed = failingAtOnce.get(text(address));
            begun.put(text(address), attempt);
            return attempt;
        }, clock);
    }

    private static List<InetAddress> addresses(String... texts) {
        return Arrays.stream(texts).map(text -> {
            try {
                return InetAddress.getByName(text);
            } catch (UnknownHostException e) {
                throw new AssertionError(e);
            }
        }).toList();
    }

    private static String text(InetAddress address) {
        return address.getHostAddress().replace("2001:db8:0:0:0:0:0:", "2001:db8::");
    }

    private void assertBegun(String... addresses) {
        assertEquals(List.of(addresses), new ArrayList<>(begun.keySet()));
    }

    private static List<String> order(String... addresses) {
        return HappyEyeballs.interleaved(addresses(addresses)).stream().map(HappyEyeballsTest::text).toList();
    }

    @Test
    void addressFamiliesAlternateBeginningWithIPv6() {
        assertEquals(List.of("2001:db8::2", "192.0.2.9", "2001:db8::1", "192.0.2.3", "192.0.2.5"),
                order("192.0.2.9", "192.0.2.3", "192.0.2.5", "2001:db8::2", "2001:db8::1"));
        assertEquals(List.of("192.0.2.2", "192.0.2.1"), order("192.0.2.2", "192.0.2.1"));
        assertEquals(List.of("2001:db8::2", "2001:db8::1"), order("2001:db8::2", "2001:db8::1"));
    }

    @Test
    void nextAttemptBeginsAfter250MillisecondsBesideTheFirst() throws Exception {
        HappyEyeballs race = to("192.0.2.1", "2001:db8::1");

        assertNull(race.poll());
        clock.advanceMillis(249);
        assertNull(race.poll());
        assertBegun("2001:db8::1");

        clock.advanceMillis(1);
        assertNull(race.poll());
        assertBegun("2001:db8::1", "192.0.2.1");

        begun.get("2001:db8::1").connected = true;
        assertSame(begun.get("2001:db8::1"), race.poll());
    }

    @Test
    void firstConnectionWinsAndTheOtherAttemptsAreClosed() throws Exception {
        HappyEyeballs race = to("192.0.2.1", "192.0.2.2", "192.0.2.3");
        for (int i = 0; i < 3; i++) {
            race.poll();
            clock.advanceMillis(250);
        }

        begun.get("192.0.2.2").connected = true;

        assertSame(begun.get("192.0.2.2"), race.poll());
        assertTrue(begun.get("192.0.2.1").closed);
        assertTrue(!begun.get("192.0.2.2").closed);
        assertTrue(begun.get("192.0.2.3").closed);
    }

    @Test
    void nextAttemptBeginsAtOnceAfterTheLatestFailed() throws Exception {
        failingAtOnce.put("2001:db8::1", Reason.UNREACHABLE);

        to("2001:db8::1", "192.0.2.1").poll();

        assertBegun("2001:db8::1", "192.0.2.1");
    }

    @Test
    void failureOfAnEarlierAttemptDoesNotBeginTheNext() throws Exception {
        HappyEyeballs race = to("192.0.2.1", "192.0.2.2", "192.0.2.3");
        race.poll();
        clock.advanceMillis(250);
        race.poll();

        begun.get("192.0.2.1").failed = Reason.REFUSED;
        race.poll();
        assertBegun("192.0.2.1", "192.0.2.2");

        begun.get("192.0.2.2").failed = Reason.REFUSED;
        race.poll();
        assertBegun("192.0.2.1", "192.0.2.2", "192.0.2.3");
    }

    @Test
    void longFrameBeginsOnlyOneAttempt() throws Exception {
        HappyEyeballs race = to("192.0.2.1", "192.0.2.2", "192.0.2.3");
        race.poll();

        clock.advanceMillis(5_000);
        race.poll();

        assertBegun("192.0.2.1", "192.0.2.2");
    }

    @Test
    void connectionMadeDuringALongFrameWinsBeforeTheNextAttemptBegins() throws Exception {
        HappyEyeballs race = to("2001:db8::1", "192.0.2.1");
        race.poll();

        clock.advanceMillis(5_000);
        begun.get("2001:db8::1").connected = true;

        assertSame(begun.get("2001:db8::1"), race.poll());
        assertBegun("2001:db8::1");
    }

    @Test
    void earlierAttemptWinsIfTwoConnectInOneFrame() throws Exception {
        HappyEyeballs race = to("2001:db8::1", "192.0.2.1");
        race.poll();
        clock.advanceMillis(250);
        race.poll();

        begun.get("192.0.2.1").connected = true;
        begun.get("2001:db8::1").connected = true;

        assertSame(begun.get("2001:db8::1"), race.poll());
        assertTrue(begun.get("192.0.2.1").closed);
    }

    @Test
    void failureComesAfterAllAttemptsWithTheMostSpecificReason() throws Exception {
        failingAtOnce.put("2001:db8::1", Reason.UNREACHABLE);
        failingAtOnce.put("192.0.2.1", Reason.REFUSED);
        failingAtOnce.put("2001:db8::2", Reason.TIMEOUT);
        HappyEyeballs race = to("2001:db8::1", "2001:db8::2", "192.0.2.1", "192.0.2.2");

        assertNull(race.poll());
        assertBegun("2001:db8::1", "192.0.2.1", "2001:db8::2", "192.0.2.2");

        begun.get("192.0.2.2").failed = Reason.UNREACHABLE;
        FailureException failed = assertThrows(FailureException.class, race::poll);
        assertEquals(Reason.REFUSED, failed.failure().reason());
    }

    @Test
    void timeoutIsMoreSpecificThanAMissingRoute() {
        failingAtOnce.put("2001:db8::1", Reason.UNREACHABLE);
        failingAtOnce.put("192.0.2.1", Reason.TIMEOUT);

        FailureException failed = assertThrows(FailureException.class, to("2001:db8::1", "192.0.2.1")::poll);

        assertEquals(Reason.TIMEOUT, failed.failure().reason());
    }

    @Test
    void onePollBeginsALimitedNumberOfRefusedAttempts() throws Exception {
        String[] many = new String[200];
        for (int i = 0; i < many.length; i++) {
            many[i] = "192.0.2." + i;
            failingAtOnce.put(many[i], Reason.REFUSED);
        }
        HappyEyeballs race = to(many);

        assertNull(race.poll());
        assertEquals(HappyEyeballs.MOST_BEGUN_A_POLL, begun.size());
        for (int i = 2; i < many.length / HappyEyeballs.MOST_BEGUN_A_POLL; i++) {
            assertNull(race.poll());
        }
        assertThrows(FailureException.class, race::poll);
        assertEquals(many.length, begun.size());
    }

    @Test
    void closeClosesAllAttempts() throws Exception {
        HappyEyeballs race = to("192.0.2.1", "192.0.2.2");
        race.poll();
        clock.advanceMillis(250);
        race.poll();

        race.close();

        assertTrue(begun.values().stream().allMatch(attempt -> attempt.closed));
    }

    @Test
    void attemptThatBeginsAfterCloseIsClosed() throws Exception {
        HappyEyeballs race = to("192.0.2.1");

        race.close();
        race.poll();

        assertTrue(begun.get("192.0.2.1").closed);
    }
}
