package io.github.pollhttp.jvm;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Looks up names on threads of its own, since the JDK's look-up waits. Look-ups of one name at the same time are one look-up; the JDK
 * itself remembers answers for 30 seconds (its {@code networkaddress.cache.ttl}). There is no limit on how many run at once.
 */
final class Resolver {
    private static final ConcurrentMap<String, FutureTask<InetAddress[]>> UNDER_WAY = new ConcurrentHashMap<>();

    private Resolver() {}

    /** @return the addresses in the system's order of preference, or an {@link java.net.UnknownHostException} */
    static Future<InetAddress[]> resolve(String host) {
        return UNDER_WAY.computeIfAbsent(host, Resolver::start);
    }

    private static FutureTask<InetAddress[]> start(String host) {
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> {
            try {
                return InetAddress.getAllByName(asciiName(host));
            } catch (IllegalArgumentException e) {
                throw new UnknownHostException(e.getMessage());
            } finally {
                UNDER_WAY.remove(host);
            }
        });
        Thread thread = new Thread(lookup, "PollHTTP look-up of " + host);
        thread.setDaemon(true);
        thread.start();
        return lookup;
    }

    /** A name in any script as the domain name system has it (RFC 5891). */
    static String asciiName(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) >= 0x80) {
                return IDN.toASCII(host);
            }
        }
        return host;
    }
}
