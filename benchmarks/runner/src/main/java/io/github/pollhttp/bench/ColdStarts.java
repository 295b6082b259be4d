package io.github.pollhttp.bench;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.pollhttp.bench.peer.Peers;
import io.github.pollhttp.bench.process.Jvm;
import io.github.pollhttp.bench.process.Server;
import io.github.pollhttp.bench.result.Comparison;
import io.github.pollhttp.bench.result.Comparison.Kind;
import io.github.pollhttp.bench.result.Comparison.Round;
import io.github.pollhttp.bench.result.Comparison.Row;
import io.github.pollhttp.bench.wire.Path;
import io.github.pollhttp.bench.workload.ColdStartMain;
import io.github.pollhttp.bench.workload.Figures;
import io.github.pollhttp.bench.workload.Workload;

/** W8: the time from the start of a JVM to the end of its first response. Its class path has only the jars of its peer. */
final class ColdStarts {
    private static final String OWN = "pollhttp-benchmarks";

    private final Settings settings;
    private final Server server;

    ColdStarts(Settings settings, Server server) {
        this.settings = settings;
        this.server = server;
    }

    Comparison run() throws IOException {
        Comparison comparison = Comparison.of("W8", "cold start, from the JVM's start to the first 200",
                Kind.COLD_START);
        System.out.println("[bench] W8 " + comparison.title());
        Map<Peers, List<Round>> rounds = new EnumMap<>(Peers.class);
        for (int round = 0; round <= settings.coldRounds(); round++) {
            for (Peers peer : Peers.values()) {
                if (settings.wants(peer) && peer.does(Workload.REQUESTS, Path.SMALL)) {
                    Round started = start(peer);
                    List<Round> counted = rounds.computeIfAbsent(peer, none -> new ArrayList<>());
                    if (round > 0) { // the first round only fills the caches of the system
                        counted.add(started);
                    }
                }
            }
        }
        rounds.forEach((peer, each) -> comparison.rows().add(new Row(peer, each, jarBytes(peer), null)));
        return comparison;
    }

    private Round start(Peers peer) throws IOException {
        List<String> classPath = new ArrayList<>(jars(peer));
        classPath.add(ownClasses());
        long begin = System.nanoTime();
        try (Jvm process = Jvm.start(String.join(File.pathSeparator, classPath), List.of(), ColdStartMain.class,
                peer.type(), server.origin())) {
            process.line();
            return new Round(new Figures(1, 0, System.nanoTime() - begin, 0, 0, 0, 0, 0, 0, 0), 0);
        }
    }

    private static List<String> classPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static List<String> jars(Peers peer) {
        return classPath().stream()
                .filter(entry -> peer.jars().stream().anyMatch(name -> new File(entry).getName().startsWith(name)))
                .toList();
    }

    private static String ownClasses() {
        return classPath().stream().filter(entry -> new File(entry).getName().matches(OWN + "-\\d.*\\.jar|classes"))
                .findFirst().orElseThrow();
    }

    private static long jarBytes(Peers peer) {
        return jars(peer).stream().mapToLong(entry -> new File(entry).length()).sum();
    }
}
