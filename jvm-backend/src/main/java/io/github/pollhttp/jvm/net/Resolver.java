package io.github.pollhttp.jvm.net;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Looks up the addresses of a host name without waiting. */
public interface Resolver {
    /**
     * Begins to look up a name, unless the answer is known or a look-up of the same name is running. Callers share the returned future, so a
     * caller that no longer needs the answer must not cancel it.
     *
     * @param host a name in any script
     * @return at least one address, in the system's order of preference; fails with {@link java.net.UnknownHostException} if there is none
     */
    CompletableFuture<List<InetAddress>> resolve(String host);
}
