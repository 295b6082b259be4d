package io.github.pollhttp.jvm.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import reactor.blockhound.BlockHound;

/**
 * A thread that must not block. BlockHound instruments the blocking methods of the JDK and records each call on such a thread; other threads
 * may block.
 */
public final class NonBlockingThread extends Thread {
    private static final long FRAME_NANOS = 500_000;
    private static final int MOST_FRAMES = 20_000;
    private static final List<String> WAITS = new CopyOnWriteArrayList<>();

    static {
        BlockHound.builder()
                .nonBlockingThreadPredicate(others -> others.or(NonBlockingThread.class::isInstance))
                .allowBlockingCallsInside(NonBlockingThread.class.getName(), "rest")
                // a read of /dev/urandom, which never waits; JSSE makes one for some of the session tickets that arrive
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                .markAsBlocking("java.net.Inet6AddressImpl", "lookupAllHostAddr",
                        "(Ljava/lang/String;" + characteristics() + ")[Ljava/net/InetAddress;")
                .markAsBlocking("java.net.Inet4AddressImpl", "lookupAllHostAddr",
                        "(Ljava/lang/String;)[Ljava/net/InetAddress;")
                .markAsBlocking("sun.nio.ch.Net", "poll", "(Ljava/io/FileDescriptor;IJ)I")
                .blockingMethodCallback(method -> WAITS.add(describe(method)))
                .install();
    }

    /** The calls that are checked. */
    public interface Work {
        void run() throws Exception;
    }

    private final Work work;
    private Throwable failure;

    private NonBlockingThread(Work work) {
        super("watched");
        this.work = work;
    }

    /** The descriptor of the second parameter of the native look-up, which exists since JDK 18. */
    private static String characteristics() {
        return Runtime.version().feature() < 18 ? "" : "I";
    }

    private static String describe(Object method) {
        StringBuilder text = new StringBuilder(String.valueOf(method));
        for (StackTraceElement frame : new Throwable().getStackTrace()) {
            text.append("\n\tat ").append(frame);
        }
        return text.toString();
    }

    /** @return the blocking calls of the work, each with its stack trace; empty if there were none */
    public static List<String> blockingCallsOf(Work work) throws Exception {
        WAITS.clear();
        NonBlockingThread thread = new NonBlockingThread(work);
        thread.start();
        thread.join();
        if (thread.failure != null) {
            throw new AssertionError("the work failed", thread.failure);
        }
        return List.copyOf(WAITS);
    }

    @Override
    public void run() {
        try {
            work.run();
        } catch (Exception | AssertionError e) {
            failure = e;
        }
    }

    /** Checks a condition once per frame until it holds. The pause between two frames is the only allowed blocking call. */
    public static void await(BooleanSupplier condition) {
        for (int frame = 0; !condition.getAsBoolean(); frame++) {
            if (frame == MOST_FRAMES) {
                throw new AssertionError("the condition did not hold within " + MOST_FRAMES + " frames");
            }
            rest();
        }
    }

    private static void rest() {
        LockSupport.parkNanos(FRAME_NANOS);
    }
}
