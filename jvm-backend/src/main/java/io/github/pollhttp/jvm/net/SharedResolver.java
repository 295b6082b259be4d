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
 * further names wait for one of them to end. Clients that ask for the same name share one look-up. Answers are kept for {@link #KEPT_NANOS}. The JDK
 * caches failures for 10 seconds ({@code networkaddress.cache.negative.ttl}), but without the system's text, so only that is kept here.
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

    /** The lock of this object guards the maps. It is never held during a look-up. */
    private final Map<String, CompletableFuture<List<InetAddress>>> underWay = new HashMap<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    /** Why the last look-up of a name failed, as the system told it. */
    private final Map<String, Throwable> failures = new LinkedHashMap<>();

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
        answer.completeExceptionally(end(name, cause));
    }

    private synchronized void end(String name, List<InetAddress> addresses) {
        underWay.remove(name);
        failures.remove(name);
        keep(answers, name, new Answer(addresses, nanoClock.getAsLong()));
    }

    /** @return why the look-up failed: for a failure from the JDK's cache, which has only the name as its message, the failure before it */
    private synchronized Throwable end(String name, Throwable cause) {
        underWay.remove(name);
        answers.remove(name);
        if (cause instanceof UnknownHostException) {
            if (name.equals(cause.getMessage()) && failures.containsKey(name)) {
                return failures.get(name);
            }
            keep(failures, name, cause);
        }
        return cause;
    }

    private static <T> void keep(Map<String, T> kept, String name, T value) {
        kept.remove(name); // so that it becomes the newest
        if (kept.size() == MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next()); // the oldest
        }
        kept.put(name, value);
    }
}
