package io.github.pollhttp.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.pollhttp.bench.peer.Peers;

/**
 * The selection of the benchmarks, their durations and their sizes.
 *
 * @param quick     true to check only that everything works; the figures of a quick run mean nothing
 * @param workloads the names of the workloads to run; empty for all
 * @param peers     the names of the peers to measure; empty for all
 */
record Settings(boolean quick, List<String> workloads, List<String> peers) {
    private static final long MIB = 1024 * 1024;

    static Settings ofSystem() {
        String quick = System.getProperty("quick", "false");
        return new Settings(quick.isEmpty() || quick.equals("true"), words("workloads"), words("peers"));
    }

    private static List<String> words(String property) {
        return Arrays.stream(System.getProperty(property, "").split(",")).map(String::strip)
                .filter(word -> !word.isEmpty()).toList();
    }

    /** Returns true if the report is for the documentation. */
    boolean isWhole() {
        return !quick && workloads.isEmpty() && peers.isEmpty();
    }

    /** @param workload its name. The words of the command line may leave out the letter at its end, and select all that differ only in this letter */
    boolean wants(String workload) {
        String family = workload.replaceFirst("(?<=\\d)[a-z]$", "");
        return workloads.isEmpty() || workloads.stream()
                .anyMatch(word -> word.equalsIgnoreCase(workload) || word.equalsIgnoreCase(family));
    }

    boolean wants(Peers peer) {
        return peers.isEmpty()
                || peers.stream().anyMatch(word -> word.equalsIgnoreCase(peer.name()) || peer.title().startsWith(word));
    }

    int rounds() {
        return quick ? 1 : 9;
    }

    int browserRounds() {
        return quick ? 1 : 3;
    }

    int coldRounds() {
        return quick ? 1 : 9;
    }

    long roundNanos() {
        return TimeUnit.MILLISECONDS.toNanos(quick ? 100 : 300);
    }

    long warmUpNanos() {
        return TimeUnit.MILLISECONDS.toNanos(quick ? 200 : 2000);
    }

    /** The rate of small requests differs from second to second. */
    long requestRoundNanos() {
        return TimeUnit.MILLISECONDS.toNanos(quick ? 100 : 1000);
    }

    /**
     * The C2 compiler of the JVM compiles the code for small requests again and again. Tried with 256 connections: in the third second an HTTPRequest had
     * half the rate of the tenth, and an HTTPClient two thirds.
     */
    long requestWarmUpNanos() {
        return TimeUnit.MILLISECONDS.toNanos(quick ? 200 : 10_000);
    }

    /** Converts MiB to bytes. A quick run uses one sixteenth of each size. */
    long mib(long count) {
        return count * MIB / (quick ? 16 : 1);
    }

    int browserRequests() {
        return quick ? 50 : 500;
    }

    int idleConnections() {
        return quick ? 200 : 1000;
    }
}
