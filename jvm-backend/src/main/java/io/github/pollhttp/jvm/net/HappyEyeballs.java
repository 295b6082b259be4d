package io.github.pollhttp.jvm.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.StreamPeer;

/**
 * Tries the addresses of a host one after the other, with a short delay between them, and returns the first connection that opens (RFC 8305).
 * The next attempt begins when the last one has failed or is {@link #ATTEMPT_DELAY_NANOS} old. Earlier attempts continue meanwhile.
 *
 * <p>
 * A frame may be longer than the delay. Each poll therefore polls the running attempts first, oldest first, and only then begins the next one.
 * So a slow game does not open a second connection when the first one is already there.
 */
final class HappyEyeballs implements ConnectStep {
    /** The Connection Attempt Delay that RFC 8305 section 5 recommends. */
    static final long ATTEMPT_DELAY_NANOS = 250_000_000;

    /** Most attempts that one poll begins, so that a name with thousands of addresses that fail at once does not delay the frame. */
    static final int MOST_BEGUN_A_POLL = 8;

    private final Queue<InetAddress> untried;
    private final Function<InetAddress, ConnectStep> connecting;
    private final LongSupplier nanoClock;

    /** The attempts that have not failed, oldest first. A poll removes attempts while it iterates, hence the copy on write. */
    private final List<ConnectStep> attempts = new CopyOnWriteArrayList<>();
    private final CloseScope opened = new CloseScope();

    private boolean nextIsDue = true;
    private long lastBegun;
    private FailureException mostTelling;

    /**
     * @param addresses  the addresses of the host, in the system's order of preference
     * @param connecting begins to connect to one address
     */
    HappyEyeballs(Collection<InetAddress> addresses, Function<InetAddress, ConnectStep> connecting,
            LongSupplier nanoClock) {
        this.untried = interleaved(addresses);
        this.connecting = connecting;
        this.nanoClock = nanoClock;
    }

    /** Alternates IPv6 and IPv4 addresses, IPv6 first, and keeps the order within each family (RFC 8305 section 4). */
    static Queue<InetAddress> interleaved(Collection<InetAddress> addresses) {
        Queue<InetAddress> six = new ArrayDeque<>();
        Queue<InetAddress> four = new ArrayDeque<>();
        for (InetAddress address : addresses) {
            (address instanceof Inet6Address ? six : four).add(address);
        }
        Queue<InetAddress> turns = new ArrayDeque<>();
        while (!six.isEmpty() || !four.isEmpty()) {
            if (!six.isEmpty()) {
                turns.add(six.remove());
            }
            if (!four.isEmpty()) {
                turns.add(four.remove());
            }
        }
        return turns;
    }

    @Override
    public StreamPeer poll() throws FailureException {
        for (ConnectStep attempt : attempts) {
            StreamPeer stream = poll(attempt);
            if (stream != null) {
                return stream;
            }
        }
        for (int begun = 0; begun < MOST_BEGUN_A_POLL && isNextDue(); begun++) {
            StreamPeer stream = poll(beginNext());
            if (stream != null) {
                return stream;
            }
        }
        if (attempts.isEmpty() && untried.isEmpty()) {
            throw mostTelling;
        }
        return null;
    }

    private boolean isNextDue() {
        return !untried.isEmpty()
                && (nextIsDue || nanoClock.getAsLong() - lastBegun >= ATTEMPT_DELAY_NANOS);
    }

    private ConnectStep beginNext() {
        ConnectStep attempt = connecting.apply(untried.remove());
        attempts.add(attempt);
        opened.add(attempt);
        nextIsDue = false;
        lastBegun = nanoClock.getAsLong();
        return attempt;
    }

    private StreamPeer poll(ConnectStep attempt) {
        try {
            StreamPeer stream = attempt.poll();
            if (stream != null) {
                closeAllBut(attempt);
            }
            return stream;
        } catch (FailureException e) {
            nextIsDue |= attempt == attempts.get(attempts.size() - 1);
            attempts.remove(attempt);
            mostTelling = moreTelling(mostTelling, e);
            return null;
        }
    }

    /** The failure to report. A refused connection is preferred, because it shows that the host is reachable. A tie goes to the first failure. */
    private static FailureException moreTelling(FailureException one, FailureException other) {
        return one == null || weight(other) > weight(one) ? other : one;
    }

    private static int weight(FailureException failed) {
        Reason reason = failed.failure().reason();
        return reason == Reason.REFUSED ? 2 : reason == Reason.TIMEOUT ? 1 : 0;
    }

    private void closeAllBut(ConnectStep winner) {
        for (ConnectStep attempt : attempts) {
            if (attempt != winner) {
                attempt.close();
            }
        }
    }

    @Override
    public void awaitedBy(WaitSet waitSet) {
        for (ConnectStep attempt : attempts) {
            attempt.awaitedBy(waitSet);
        }
        if (!untried.isEmpty()) {
            waitSet.noLongerThan(nextIsDue ? 0 : ATTEMPT_DELAY_NANOS - (nanoClock.getAsLong() - lastBegun));
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
