package io.github.pollhttp.jvm.testing;

import java.util.Arrays;

import io.github.pollhttp.jvm.net.WaitSet;

/** Tells when a thread sleeps in a call of blocking mode, for servers that shall go on only then. */
public final class BlockedThread {
    private BlockedThread() {}

    public static void await(Thread thread) {
        GameLoop.await(() -> Arrays.stream(thread.getStackTrace()).anyMatch(BlockedThread::isWait));
    }

    private static boolean isWait(StackTraceElement frame) {
        return frame.getClassName().equals(WaitSet.class.getName()) && frame.getMethodName().equals("await");
    }
}
