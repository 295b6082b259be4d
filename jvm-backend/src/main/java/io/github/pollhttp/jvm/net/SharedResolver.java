package io.github.pollhttp.jvm.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;

import io.github.pollhttp.jvm.thread.DaemonThreads;

/**
 * The resolver that all clients share. A look-up blocks, so each one runs on its own thread; at most {@value #MOST_AT_ONCE} run at the same time, and
 * further names wait for one of them to end. Clients that ask for the same name share one look-up. Answers are kept for {@link #KEPT_NANOS}. Failures
 * are not kept here, because the JDK caches them for 10 seconds ({@code networkaddress.cache.negative.ttl}).
 */
public final class SharedResolver implements Resolver {
    public static final Resolver INSTANCE = new SharedResolver(InetAddress::getAllByName, System::nanoTime);

    /** As in Chromium. A name server that does not answer blocks a look-up for ten seconds or more, so it should not be few. */
    static final int MOST_AT_ONCE = 64;

    private static final ExecutorService THREADS = DaemonThreads.named("PollHTTP name look-up", MOST_AT_ONCE);

    static final long KEPT_NANOS = 30_000_000_000L;
    static final int MOST_KEPT = 256;

    private final Lookup lookup;
    private final LongSupplier nanoClock;

    /** The lock of this object guards both maps. It is never held during a look-up. */
    private final Map<String, CompletableFuture<List<InetAddress>>> underWay = new HashMap<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    /** A look-up that blocks until the answer has arrived. */
    public interface Lookup {
        InetAddress[] addressesOf(String asciiName) throws UnknownHostException;
    }

    private record Answer(List<InetAddress> addresses, long since) {}

    public SharedResolver(Lookup lookup, LongSupplier nanoClock) {
        this.lookup = lookup;
        this.nanoClock = nanoClock;
    }

    @Override
    public CompletableFuture<List<InetAddress>> resolve(String host) {
        if (DomainName.isLocalhost(host)) {
            return CompletableFuture.completedFuture(DomainName.LOOPBACK);
        }
        return keptOrShared(host);
    }

    private synchronized CompletableFuture<List<InetAddress>> keptOrShared(String name) {
        Answer kept = answers.get(name);
        if (kept != null && nanoClock.getAsLong() - kept.since < KEPT_NANOS) {
            return CompletableFuture.completedFuture(kept.addresses);
        }
        CompletableFuture<List<InetAddress>> begun = underWay.get(name);
        if (begun == null) {
            begun = new CompletableFuture<>();
            underWay.put(name, begun);
            begin(name, begun);
        }
        return begun;
    }

    private void begin(String name, CompletableFuture<List<InetAddress>> answer) {
        try {
            THREADS.execute(() -> lookUp(name, answer));
        } catch (Throwable e) { // the system has no thread left
            fail(name, answer, e);
        }
    }

    private void lookUp(String name, CompletableFuture<List<InetAddress>> answer) {
        try {
            List<InetAddress> addresses = List.of(lookup.addressesOf(name));
            end(name, addresses);
            answer.complete(addresses);
        } catch (Throwable e) { // an Error too: otherwise all later look-ups of the name would wait for this one
            fail(name, answer, e);
        }
    }

    private void fail(String name, CompletableFuture<List<InetAddress>> answer, Throwable cause) {
        end(name, List.of());
        answer.completeExceptionally(cause);
    }

    private synchronized void end(String name, List<InetAddress> addresses) {
        underWay.remove(name);
        answers.remove(name);
        if (!addresses.isEmpty()) {
            if (answers.size() == MOST_KEPT) {
                answers.remove(answers.keySet().iterator().next()); // the oldest
            }
            answers.put(name, new Answer(addresses, nanoClock.getAsLong()));
        }
    }
}
