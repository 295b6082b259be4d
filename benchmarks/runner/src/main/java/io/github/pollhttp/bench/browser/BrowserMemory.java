package io.github.pollhttp.bench.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * By how much the browser's processes grow between the making of this and the end of the watch. Looked at from outside, since a page sees neither
 * its buffers nor WebAssembly's memory. What they have mapped of files is no growth of theirs. On Linux alone; elsewhere it says 0.
 */
final class BrowserMemory implements AutoCloseable {
    private static final long PAUSE_NANOS = 50_000_000;
    private static final List<String> RESIDENT = List.of("RssAnon:", "RssShmem:");
    private static final long KIB = 1024;

    private final long before = resident();
    private final Thread watch = new Thread(this::watch);
    private volatile long most = before;
    private volatile boolean over;

    BrowserMemory() {
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        while (!over) {
            most = Math.max(most, resident());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    long grownBytes() {
        return most - before;
    }

    /** All that this process has started and that is no Java. */
    private static long resident() {
        return ProcessHandle.current().descendants()
                .filter(process -> !process.info().command().orElse("").endsWith("java"))
                .mapToLong(process -> resident(process.pid())).sum();
    }

    private static long resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> RESIDENT.stream().anyMatch(line::startsWith))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB).sum();
        } catch (IOException e) {
            return 0; // ended meanwhile, or no Linux
        }
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(watch);
    }
}
