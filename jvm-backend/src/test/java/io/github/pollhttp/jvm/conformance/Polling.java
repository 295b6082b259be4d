package io.github.pollhttp.jvm.conformance;

import static io.github.pollhttp.HTTPClient.Status.STATUS_CONNECTING;
import static io.github.pollhttp.HTTPClient.Status.STATUS_REQUESTING;
import static io.github.pollhttp.HTTPClient.Status.STATUS_RESOLVING;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;

/** Polls a client as a game does, a thousand frames a second. */
final class Polling {
    /** The statuses that end by themselves when a program only polls. */
    static final Set<Status> UNDER_WAY = Collections
            .unmodifiableSet(EnumSet.of(STATUS_RESOLVING, STATUS_CONNECTING, STATUS_REQUESTING));

    /** Is told what each poll answered, and the status after it. */
    @FunctionalInterface
    interface Observer {
        void polled(ErrorCode answer, Status status);
    }

    private Polling() {}

    /**
     * Polls once, and again for as long as the status is under way.
     *
     * @param deadline by {@link System#nanoTime()}
     * @return false if the deadline passed first
     */
    static boolean untilSettled(HTTPClient client, long deadline, Observer observer) {
        return until(client, EnumSet.complementOf(EnumSet.copyOf(UNDER_WAY)), deadline, observer);
    }

    /** The same for other statuses: polls once, and again until the status is one of them. */
    static boolean until(HTTPClient client, Set<Status> wanted, long deadline, Observer observer) {
        while (!Thread.currentThread().isInterrupted()) {
            ErrorCode answer = client.poll();
            Status status = client.getStatus();
            observer.polled(answer, status);
            if (wanted.contains(status)) {
                return true;
            }
            if (isPast(deadline)) {
                return false;
            }
            frame();
        }
        return false;
    }

    static long deadlineIn(long milliseconds) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
    }

    static boolean isPast(long deadline) {
        return System.nanoTime() - deadline >= 0;
    }

    /** Waits for a frame, or not at all on an interrupted thread. */
    static void frame() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
}
