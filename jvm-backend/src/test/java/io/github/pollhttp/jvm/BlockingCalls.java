package io.github.pollhttp.jvm;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.StampedLock;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;

/**
 * The methods of the JDK that can block the calling thread, as a table, so that a rule finds each use of one. Access to files is not in it: a
 * program that wants none of it on its thread uses {@code setUseThreads(true)}.
 */
final class BlockingCalls {
    private static final String CONSTRUCTOR = JavaConstructor.CONSTRUCTOR_NAME;

    static final List<Entry> ALL = List.of(
            new Entry(Thread.class, "sleep", "join"),
            new Entry(Object.class, "wait"),
            new Entry(LockSupport.class, "park", "parkNanos", "parkUntil"),
            new Entry(TimeUnit.class, "sleep", "timedJoin", "timedWait"),
            new Entry(Process.class, "waitFor"),
            new Entry(Future.class, "get"),
            new Entry(CompletableFuture.class, "get", "join"),
            new Entry(ForkJoinTask.class, "get", "join", "invoke", "invokeAll", "quietlyJoin", "quietlyInvoke"),
            new Entry(ExecutorService.class, "invokeAll", "invokeAny", "awaitTermination"),
            new Entry(CompletionService.class, "take", "poll"),
            new Entry(Lock.class, "lock", "lockInterruptibly", "tryLock"),
            new Entry(StampedLock.class, "readLock", "writeLock", "tryReadLock", "tryWriteLock"),
            new Entry(Condition.class, "await", "awaitNanos", "awaitUntil", "awaitUninterruptibly"),
            new Entry(Semaphore.class, "acquire", "acquireUninterruptibly", "tryAcquire"),
            new Entry(CountDownLatch.class, "await"),
            new Entry(CyclicBarrier.class, "await"),
            new Entry(Phaser.class, "arriveAndAwaitAdvance", "awaitAdvance", "awaitAdvanceInterruptibly"),
            new Entry(Exchanger.class, "exchange"),
            new Entry(BlockingQueue.class, "take", "put", "poll", "offer"),
            new Entry(BlockingDeque.class, "takeFirst", "takeLast", "putFirst", "putLast", "pollFirst", "pollLast",
                    "offerFirst", "offerLast"),
            new Entry(TransferQueue.class, "transfer", "tryTransfer"),
            new Entry(Selector.class, "select"),
            new Entry(FileChannel.class, "lock"),
            new Entry(SocketChannel.class, "open"), // a channel begins in blocking mode
            new Entry(SelectableChannel.class, "configureBlocking"),
            new Entry(InetAddress.class, "getByName", "getAllByName", "getLocalHost", "getHostName",
                    "getCanonicalHostName", "isReachable"),
            new Entry(InetSocketAddress.class, CONSTRUCTOR, "getHostName"),
            new Entry(URL.class, "openStream", "openConnection", "getContent", "equals", "hashCode"));

    /** These have an overload without a time limit that returns at once. */
    private static final Set<String> BLOCKING_ONLY_WITH_TIME_LIMIT = Set.of("tryLock", "tryReadLock", "tryWriteLock",
            "tryAcquire",
            "poll", "offer", "pollFirst", "pollLast", "offerFirst", "offerLast", "tryTransfer");

    /**
     * @param owner the class or interface that declares the methods; its subtypes count, too
     * @param names of the methods, in all their overloads that can block
     */
    record Entry(Class<?> owner, Set<String> names) {
        Entry(Class<?> owner, String... names) {
            this(owner, Set.of(names));
        }

        private boolean matches(CodeUnitAccessTarget target) {
            return names.contains(target.getName()) && target.getOwner().isAssignableTo(owner);
        }
    }

    private BlockingCalls() {}

    /** Calls, constructor calls, and references to methods such as {@code InetAddress::getAllByName}. */
    static boolean isBlocking(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target && canBlock(target)
                && ALL.stream().anyMatch(entry -> entry.matches(target));
    }

    private static boolean canBlock(CodeUnitAccessTarget target) {
        if (target.getOwner().isEquivalentTo(InetSocketAddress.class) && target.getName().equals(CONSTRUCTOR)) {
            return has(target, String.class); // looks the name up
        }
        return !BLOCKING_ONLY_WITH_TIME_LIMIT.contains(target.getName()) || has(target, TimeUnit.class);
    }

    private static boolean has(CodeUnitAccessTarget target, Class<?> parameter) {
        return target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(parameter));
    }
}
