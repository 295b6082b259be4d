package io.github.pollhttp.jvm.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A scope closes what is added to it, whether before or after it was closed. */
@Timeout(30)
class CloseScopeTest {
    private final CloseScope scope = new CloseScope();
    private final List<String> closed = new ArrayList<>();

    @Test
    void resourcesStayOpenUntilTheScopeIsClosed() {
        scope.add(() -> closed.add("a"));

        assertEquals(List.of(), closed);
        assertFalse(scope.isClosed());
    }

    @Test
    void closeClosesAllResourcesInTheOrderOfAdding() {
        scope.add(() -> closed.add("a"));
        scope.add(() -> closed.add("b"));

        scope.close();

        assertEquals(List.of("a", "b"), closed);
        assertTrue(scope.isClosed());
    }

    @Test
    void resourceThatIsAddedAfterCloseIsClosedAtOnce() {
        scope.close();

        scope.add(() -> closed.add("late"));

        assertEquals(List.of("late"), closed);
    }

    @Test
    void secondCloseClosesNothingAgain() {
        scope.add(() -> closed.add("a"));

        scope.close();
        scope.close();

        assertEquals(List.of("a"), closed);
    }

    @Test
    void closerMayCloseItsOwnScope() {
        scope.add(() -> {
            closed.add("a");
            scope.close();
        });
        scope.add(() -> closed.add("b"));

        scope.close();

        assertEquals(List.of("a", "b"), closed);
    }

    @Test
    void resourceThatIsAddedDuringCloseOnAnotherThreadIsClosedOnce() throws Exception {
        for (int i = 0; i < 5_000; i++) {
            CloseScope raced = new CloseScope();
            AtomicInteger count = new AtomicInteger();
            CyclicBarrier start = new CyclicBarrier(2);
            Thread closing = new Thread(() -> {
                await(start);
                raced.close();
            });
            closing.start();
            await(start);
            raced.add(count::incrementAndGet);
            closing.join();

            assertEquals(1, count.get());
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
