package io.github.pollhttp.jvm.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.jvm.testing.GameLoop;
import io.github.pollhttp.jvm.testing.ManualClock;

/** Look-ups are shared and cached, and run on other threads. The test answers them. */
@Timeout(30)
class SharedResolverTest {
    private static final List<InetAddress> ANSWER = List.of(address(192, 0, 2, 7), address(192, 0, 2, 8));

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ManualClock clock = new ManualClock();
    private final SharedResolver resolver = answering(name -> ANSWER.toArray(new InetAddress[0]));

    private static InetAddress address(int... bytes) {
        try {
            return InetAddress.getByAddress(
                    new byte[]{(byte) bytes[0], (byte) bytes[1], (byte) bytes[2], (byte) bytes[3]});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private SharedResolver answering(SharedResolver.Lookup lookup) {
        return new SharedResolver(name -> {
            asked.add(name);
            return lookup.addressesOf(name);
        }, clock);
    }

    private static List<InetAddress> answer(Future<List<InetAddress>> lookup) throws Exception {
        GameLoop.await(lookup::isDone);
        return lookup.get();
    }

    private static Throwable failure(Future<List<InetAddress>> lookup) {
        GameLoop.await(lookup::isDone);
        return assertThrows(ExecutionException.class, lookup::get).getCause();
    }

    @Test
    void lookUpRunsOnAnotherThread() throws Exception {
        CountDownLatch nameServer = new CountDownLatch(1);
        SharedResolver slow = answering(name -> {
            await(nameServer);
            return ANSWER.toArray(new InetAddress[0]);
        });

        Future<List<InetAddress>> lookup = slow.resolve("example.com");

        assertFalse(lookup.isDone());
        nameServer.countDown();
        assertEquals(ANSWER, answer(lookup));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void simultaneousLookUpsOfOneNameAreShared() throws Exception {
        CountDownLatch nameServer = new CountDownLatch(1);
        SharedResolver slow = answering(name -> {
            await(nameServer);
            return ANSWER.toArray(new InetAddress[0]);
        });
        List<Future<List<InetAddress>>> lookups = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lookups.add(slow.resolve("example.com"));
        }
        nameServer.countDown();
        for (Future<List<InetAddress>> lookup : lookups) {
            assertEquals(ANSWER, answer(lookup));
        }
        assertEquals(List.of("example.com"), asked);
    }

    @Test
    void sixtyFourNamesAreLookedUpAtTheSameTimeAndFurtherOnesWait() throws Exception {
        CountDownLatch asked64 = new CountDownLatch(SharedResolver.MOST_AT_ONCE);
        CountDownLatch nameServer = new CountDownLatch(1);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        SharedResolver slow = answering(name -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            asked64.countDown();
            await(nameServer);
            running.decrementAndGet();
            return ANSWER.toArray(new InetAddress[0]);
        });
        List<Future<List<InetAddress>>> lookups = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lookups.add(slow.resolve("host" + i + ".example"));
        }
        await(asked64); // would never return if the look-ups ran one after the other
        nameServer.countDown();
        for (Future<List<InetAddress>> lookup : lookups) {
            assertEquals(ANSWER, answer(lookup));
        }
        assertEquals(SharedResolver.MOST_AT_ONCE, most.get());
    }

    @Test
    void nameIsLookedUpAgainAfterAnError() throws Exception {
        Error fault = new OutOfMemoryError("simulated");
        List<Error> faults = new ArrayList<>(List.of(fault));
        SharedResolver once = answering(name -> {
            if (!faults.isEmpty()) {
                throw faults.remove(0);
            }
            return ANSWER.toArray(new InetAddress[0]);
        });

        assertSame(fault, failure(once.resolve("example.com")));
        assertEquals(ANSWER, answer(once.resolve("example.com")));
    }

    @Test
    void answerIsKeptFor30Seconds() throws Exception {
        answer(resolver.resolve("example.com"));
        clock.advanceMillis(29_999);

        assertTrue(resolver.resolve("example.com").isDone());
        assertEquals(1, asked.size());

        clock.advanceMillis(1);
        answer(resolver.resolve("example.com"));
        assertEquals(2, asked.size());
    }

    @Test
    void failedLookUpIsNotKept() {
        SharedResolver empty = answering(name -> {
            throw new UnknownHostException(name);
        });

        assertInstanceOf(UnknownHostException.class, failure(empty.resolve("example.com")));
        assertInstanceOf(UnknownHostException.class, failure(empty.resolve("example.com")));
        assertEquals(2, asked.size());
    }

    /** The JDK repeats a failure for 10 seconds, and leaves out the text of the system, which tells whether a retry makes sense. */
    @Test
    void failureThatTheJdkRepeatsHasTheTextOfTheSystem() throws Exception {
        Throwable unreachable = new UnknownHostException("example.com: Temporary failure in name resolution");
        Throwable unknown = new UnknownHostException("example.com: Name or service not known");
        Queue<Throwable> failures = new ArrayDeque<>(List.of(unreachable, new UnknownHostException("example.com"),
                unknown, new UnknownHostException("example.com")));
        SharedResolver failing = answering(name -> {
            if (failures.isEmpty()) {
                return ANSWER.toArray(new InetAddress[0]);
            }
            throw (UnknownHostException) failures.remove();
        });

        assertSame(unreachable, failure(failing.resolve("example.com")));
        assertSame(unreachable, failure(failing.resolve("example.com")));
        assertSame(unknown, failure(failing.resolve("example.com")));
        assertSame(unknown, failure(failing.resolve("example.com")));
        assertEquals(ANSWER, answer(failing.resolve("example.com")));
        assertEquals(5, asked.size());
    }

    @Test
    void exceptionInALookUpIsItsFailure() {
        RuntimeException fault = new SecurityException("not allowed");

        assertSame(fault, failure(answering(name -> {
            throw fault;
        }).resolve("example.com")));
    }

    @Test
    void oldestAnswerIsEvictedWhenTheCacheIsFull() throws Exception {
        for (int i = 0; i <= SharedResolver.MOST_KEPT; i++) {
            answer(resolver.resolve("host" + i));
        }
        asked.clear();

        assertTrue(resolver.resolve("host1").isDone());
        assertEquals(List.of(), asked);
        answer(resolver.resolve("host0"));
        assertEquals(List.of("host0"), asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost.", "game.localhost", "a.b.localhost."})
    void localhostIsBothLoopbackAddressesWithoutALookUp(String name) throws Exception {
        Future<List<InetAddress>> lookup = resolver.resolve(name);

        assertTrue(lookup.isDone());
        assertEquals(List.of(InetAddress.getByName("::1"), InetAddress.getByName("127.0.0.1")), lookup.get());
        assertEquals(List.of(), asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost.example", "mylocalhost", "localhost.."})
    void nameSimilarToLocalhostIsLookedUp(String name) throws Exception {
        assertEquals(ANSWER, answer(resolver.resolve(name)));
    }
}
