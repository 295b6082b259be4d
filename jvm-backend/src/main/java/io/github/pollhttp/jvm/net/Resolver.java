package io.github.pollhttp.jvm.net;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** From a host's name to its addresses, without waiting. */
public interface Resolver {
    /**
     * Begins to look up a name, unless the answer is known or somebody else has begun already. Whoever does not want the answer any more lets
     * go of the future and leaves it alone: others may be waiting for it.
     *
     * @return the addresses, never none, in the system's order of preference, or an {@link java.net.UnknownHostException}
     */
    CompletableFuture<List<InetAddress>> resolve(String host);
}
