package io.github.pollhttp.jvm.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.pollhttp.spi.BackgroundWork;

/** One thread runs all works: it steps those whose channel is ready, and none because of another one's channel. */
@Timeout(60)
class IoLoopTest {
    private final IoLoop loop = new IoLoop("test loop");

    /** Reads one byte from a pipe and notes the thread of each step. */
    private static final class Reader implements BackgroundWork {
        private final Pipe pipe = open();
        private final BlockingQueue<Thread> steps = new LinkedBlockingQueue<>();
        private volatile boolean done;

        private static Pipe open() {
            try {
                Pipe pipe = Pipe.open();
                pipe.source().configureBlocking(false);
                return pipe;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public boolean step() {
            try {
                done = pipe.source().read(ByteBuffer.allocate(1)) == 1;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            IoLoop.waitSet().onChannel(pipe.source(), SelectionKey.OP_READ);
            steps.add(Thread.currentThread());
            return done;
        }

        @Override
        public boolean isDone() {
            return done;
        }

        @Override
        public void abandon(Throwable thrown) {
            throw new AssertionError(thrown);
        }

        Thread awaitStep() throws InterruptedException {
            Thread thread = steps.poll(20, TimeUnit.SECONDS);
            assertTrue(thread != null, "no step within 20 seconds");
            return thread;
        }

        void send() throws IOException {
            pipe.sink().write(ByteBuffer.allocate(1));
        }

        void awaitEnd() throws InterruptedException {
            while (!done) {
                awaitStep();
            }
        }
    }

    @Test
    void allWorksRunOnOneThread() throws Exception {
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Reader reader = new Reader();
            readers.add(reader);
            loop.start(reader);
        }
        Thread thread = readers.get(0).awaitStep();
        for (Reader reader : readers.subList(1, 100)) {
            assertEquals(thread, reader.awaitStep());
        }
        for (Reader reader : readers) {
            reader.send();
            reader.awaitEnd();
        }
        assertTrue(thread.isDaemon());
        assertEquals("test loop", thread.getName());
    }

    @Test
    void workIsSteppedWhenItsChannelIsReady() throws Exception {
        Reader reader = new Reader();
        loop.start(reader);
        reader.awaitStep();
        reader.send();
        reader.awaitEnd();
    }

    /** Only the wakes can cause the steps, see {@link #workThatWaitsIsNotSteppedWhileNothingHappens}. */
    @Test
    void wakeStepsAWorkThatWaits() throws Exception {
        Reader reader = new Reader();
        loop.start(reader);
        reader.awaitStep();
        for (int i = 0; i < 10; i++) {
            loop.wake();
            reader.awaitStep();
        }
        reader.send();
        reader.awaitEnd();
    }

    /** Pauses for five milliseconds between its steps. */
    private static final class Pausing implements BackgroundWork {
        private final BlockingQueue<Integer> steps = new LinkedBlockingQueue<>();
        private volatile int count;

        @Override
        public boolean step() {
            steps.add(++count);
            return false;
        }

        @Override
        public long nanosToNextStep() {
            return 5_000_000;
        }

        @Override
        public boolean isPausing() {
            return true;
        }

        @Override
        public boolean isDone() {
            return count == 50;
        }

        @Override
        public void abandon(Throwable thrown) {
            throw new AssertionError(thrown);
        }
    }

    @Test
    void workThatWaitsIsNotSteppedWhileNothingHappens() throws Exception {
        Reader reader = new Reader();
        loop.start(reader);
        reader.awaitStep();
        Pausing clock = new Pausing();
        loop.start(clock);
        for (int i = 1; i <= 50; i++) {
            assertEquals(i, clock.steps.poll(20, TimeUnit.SECONDS));
        }
        assertEquals(0, reader.steps.size(), "steps while another work was stepped 50 times");
        reader.send();
        reader.awaitEnd();
    }

    @Test
    void workThatWaitsForNoChannelIsSteppedAgain() throws Exception {
        BlockingQueue<Integer> steps = new LinkedBlockingQueue<>();
        loop.start(new BackgroundWork() {
            private volatile int count;

            @Override
            public boolean step() {
                steps.add(++count);
                return false;
            }

            @Override
            public boolean isDone() {
                return count == 5;
            }

            @Override
            public void abandon(Throwable thrown) {
                throw new AssertionError(thrown);
            }
        });
        for (int i = 1; i <= 5; i++) {
            assertEquals(i, steps.poll(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void workThatThrowsIsAbandonedAndTheOthersGoOn() throws Exception {
        BlockingQueue<Throwable> abandoned = new LinkedBlockingQueue<>();
        Reader reader = new Reader();
        loop.start(reader);
        reader.awaitStep();
        loop.start(new BackgroundWork() {
            private volatile boolean done;

            @Override
            public boolean step() {
                throw new IllegalStateException("thrown by the test");
            }

            @Override
            public boolean isDone() {
                return done;
            }

            @Override
            public void abandon(Throwable thrown) {
                done = true;
                abandoned.add(thrown);
            }
        });
        assertEquals("thrown by the test", abandoned.poll(20, TimeUnit.SECONDS).getMessage());
        reader.send();
        reader.awaitEnd();
    }

    @Test
    void otherThreadsHaveNoWaitSet() {
        assertNull(IoLoop.waitSet());
    }

    @Test
    void interruptOfAWorkDoesNotReachTheOthers() throws Exception {
        BlockingQueue<Boolean> interrupted = new LinkedBlockingQueue<>();
        Reader reader = new Reader();
        loop.start(reader);
        reader.awaitStep();
        loop.start(new Once(() -> {
            Thread.currentThread().interrupt();
            interrupted.add(true);
        }));
        assertEquals(true, interrupted.poll(20, TimeUnit.SECONDS));
        loop.start(new Once(() -> interrupted.add(Thread.currentThread().isInterrupted())));

        assertEquals(false, interrupted.poll(20, TimeUnit.SECONDS));
        reader.send();
        reader.awaitEnd();
    }

    @Test
    void errorOfTheLoopItselfEndsAllWorksAndTheNextOneRuns() throws Exception {
        Once waiting = new Once(() -> {});
        waiting.stays = true;
        loop.start(waiting);
        Once broken = new Once(() -> {});
        broken.breaksTheLoop = true;
        loop.start(broken);

        assertEquals("thrown by the test", waiting.abandoned.poll(20, TimeUnit.SECONDS).getMessage());
        assertEquals("thrown by the test", broken.abandoned.poll(20, TimeUnit.SECONDS).getMessage());
        Reader reader = new Reader();
        loop.start(reader);
        reader.awaitStep();
        reader.send();
        reader.awaitEnd();
    }

    /** Runs once, and then is done. */
    private static final class Once implements BackgroundWork {
        private final Runnable step;
        private final BlockingQueue<Throwable> abandoned = new LinkedBlockingQueue<>();
        private volatile boolean stays;
        private volatile boolean breaksTheLoop;
        private volatile boolean done;

        Once(Runnable step) {
            this.step = step;
        }

        @Override
        public boolean step() {
            step.run();
            done = !stays;
            return false;
        }

        @Override
        public boolean isDone() {
            if (breaksTheLoop) {
                throw new IllegalStateException("thrown by the test");
            }
            return done;
        }

        @Override
        public void abandon(Throwable thrown) {
            breaksTheLoop = false;
            done = true;
            abandoned.add(thrown);
        }
    }
}
