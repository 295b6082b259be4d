package io.github.pollhttp.jvm;

import java.util.Arrays;

/** Tells when a thread sleeps in a call of blocking mode, for servers that shall go on only then. */
final class BlockedThread {
    private BlockedThread() {}

    static void await(Thread thread) {
        Game.await(() -> Arrays.stream(thread.getStackTrace()).anyMatch(BlockedThread::isWait));
    }

    private static boolean isWait(StackTraceElement frame) {
        return frame.getClassName().equals(Readiness.class.getName()) && frame.getMethodName().equals("await");
    }
}
