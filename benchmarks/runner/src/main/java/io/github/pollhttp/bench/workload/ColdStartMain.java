package io.github.pollhttp.bench.workload;

import io.github.pollhttp.bench.peer.Peer;
import io.github.pollhttp.bench.peer.Peers;
import io.github.pollhttp.bench.wire.Answer;
import io.github.pollhttp.bench.wire.Path;

/** W8: the main class of a process that makes one request and prints the time of its end. */
public final class ColdStartMain {
    private ColdStartMain() {}

    public static void main(String[] args) throws Exception {
        Peer peer = Peers.create(args[0]);
        peer.open(args[1], 1);
        peer.get(Path.plain(Path.SMALL), new Answer(Path.SMALL, true));
        System.out.println("200");
        Runtime.getRuntime().halt(0);
    }
}
