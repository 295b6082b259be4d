package io.github.pollhttp.jvm.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import reactor.blockhound.BlockHound;

/**
 * A thread on which nothing may wait: BlockHound, put into the JDK's methods that do, notes each call of one. Other threads are left alone.
 */
public final class NonBlockingThread extends Thread {
    private static final long FRAME_NANOS = 500_000;
    private static final int MOST_FRAMES = 20_000;
    private static final List<String> WAITS = new CopyOnWriteArrayList<>();

    static {
        BlockHound.builder()
                .nonBlockingThreadPredicate(others -> others.or(NonBlockingThread.class::isInstance))
                .allowBlockingCallsInside(NonBlockingThread.class.getName(), "rest")
                .markAsBlocking("java.net.Inet6AddressImpl", "lookupAllHostAddr",
                        "(Ljava/lang/String;" + characteristics() + ")[Ljava/net/InetAddress;")
                .markAsBlocking("java.net.Inet4AddressImpl", "lookupAllHostAddr",
                        "(Ljava/lang/String;)[Ljava/net/InetAddress;")
                .markAsBlocking("sun.nio.ch.Net", "poll", "(Ljava/io/FileDescriptor;IJ)I")
                .blockingMethodCallback(method -> WAITS.add(describe(method)))
                .install();
    }

    /** A part of a program's frame. */
    public interface Work {
        void run() throws Exception;
    }

    private final Work work;
    private Throwable failure;

    private NonBlockingThread(Work work) {
        super("watched");
        this.work = work;
    }

    /** JDK 18 gave the native look-up a second parameter. */
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

    /** @return each call that waited, with the way that led there */
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

    /** Lets frames pass until a condition holds. The rest between frames is the only wait that is allowed. */
    public static void await(BooleanSupplier condition) {
        for (int frame = 0; !condition.getAsBoolean(); frame++) {
            if (frame == MOST_FRAMES) {
                throw new AssertionError("waited in vain");
            }
            rest();
        }
    }

    private static void rest() {
        LockSupport.parkNanos(FRAME_NANOS);
    }
}
