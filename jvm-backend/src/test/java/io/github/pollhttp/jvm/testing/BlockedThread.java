package io.github.pollhttp.jvm.testing;

import java.util.Arrays;

import io.github.pollhttp.jvm.net.BlockingWaitSet;

/** Lets a server wait until the client's thread sleeps in a call of blocking mode. */
public final class BlockedThread {
    private BlockedThread() {}

    public static void await(Thread thread) {
        GameLoop.await(() -> Arrays.stream(thread.getStackTrace()).anyMatch(BlockedThread::isWait));
    }

    private static boolean isWait(StackTraceElement frame) {
        return frame.getClassName().equals(BlockingWaitSet.class.getName()) && frame.getMethodName().equals("await");
    }
}
