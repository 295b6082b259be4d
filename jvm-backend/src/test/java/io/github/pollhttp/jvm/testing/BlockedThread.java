package io.github.pollhttp.jvm.testing;

import java.util.Arrays;

import io.github.pollhttp.jvm.net.WaitSet;

/** Lets a server wait until the client's thread sleeps in a call of blocking mode. */
public final class BlockedThread {
    private BlockedThread() {}

    public static void await(Thread thread) {
        GameLoop.await(() -> Arrays.stream(thread.getStackTrace()).anyMatch(BlockedThread::isWait));
    }

    private static boolean isWait(StackTraceElement frame) {
        return frame.getClassName().equals(WaitSet.class.getName()) && frame.getMethodName().equals("await");
    }
}
