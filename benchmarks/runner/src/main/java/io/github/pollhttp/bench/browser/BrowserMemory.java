package io.github.pollhttp.bench.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures the largest growth of the processes of the browser, from the constructor to {@link #close}. The operating system reports it, because a
 * page can measure neither its buffers nor the memory of WebAssembly. Mapped files do not count. Works only on Linux; on other systems the growth is
 * 0.
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

    /** The memory of all child processes except Java processes. */
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
            return 0; // the process has ended, or the system is not Linux
        }
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(watch);
    }
}
