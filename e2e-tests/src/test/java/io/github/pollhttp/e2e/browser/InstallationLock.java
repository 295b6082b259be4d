package io.github.pollhttp.e2e.browser;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Held by a process that looks for a program and installs it if it is missing. The tests run in two processes, and {@code apt-get} fails if another one
 * is running.
 */
record InstallationLock(FileChannel file) {
    private static final Path FILE = Path.of(System.getProperty("java.io.tmpdir"), "pollhttp-installation.lock");

    /** Waits until no other process has the lock. */
    static InstallationLock take() throws IOException {
        FileChannel file = FileChannel.open(FILE, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.lock();
        return new InstallationLock(file);
    }

    void release() throws IOException {
        file.close();
    }
}
