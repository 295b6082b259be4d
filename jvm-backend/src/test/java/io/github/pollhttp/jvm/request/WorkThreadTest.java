package io.github.pollhttp.jvm.request;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.spi.BackgroundWork;

/** The threads that run work that takes long. */
@Timeout(60)
class WorkThreadTest {
    private static final class ThrowingWork implements BackgroundWork {
        private final Error thrown = new Error("a step");
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile Throwable reason;

        @Override
        public boolean step() {
            throw thrown;
        }

        @Override
        public boolean isDone() {
            return reason != null;
        }

        @Override
        public void abandon(Throwable e) {
            reason = e;
            ended.countDown();
        }
    }

    @Test
    void stepThatThrowsEndsTheWork() throws Exception {
        ThrowingWork work = new ThrowingWork();
        WorkThread.start(work, () -> {});

        assertTrue(work.ended.await(20, TimeUnit.SECONDS));
        assertSame(work.thrown, work.reason);
    }
}
