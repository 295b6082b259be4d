package io.github.pollhttp.jvm.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.jvm.testing.ManualClock;

/** A file that another program has open, as on Windows, gets its name when the other program has closed it. */
class RenameTest {
    private static final FileSystemException DENIED = new AccessDeniedException("level.bin");
    private static final FileSystemException IN_USE = new FileSystemException("level.bin", null,
            "The process cannot access the file because it is being used by another process");

    private final ManualClock clock = new ManualClock();
    private final Queue<IOException> failures = new ArrayDeque<>();
    private int calls;

    private Rename rename(boolean mayBeBusy) {
        return new Rename(() -> {
            calls++;
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
        }, mayBeBusy, clock);
    }

    @Test
    void busyFileIsRenamedWhenItIsFree() throws IOException {
        failures.addAll(List.of(DENIED, IN_USE));
        Rename rename = rename(true);

        assertFalse(rename.isDone());
        clock.advanceMillis(1999);
        assertFalse(rename.isDone());
        assertTrue(rename.isDone());
        assertEquals(3, calls);
    }

    @Test
    void fileThatStaysBusyFailsAfterTwoSeconds() throws IOException {
        failures.addAll(List.of(IN_USE, DENIED));
        Rename rename = rename(true);

        assertFalse(rename.isDone());
        clock.advanceMillis(2000);
        assertSame(DENIED, assertThrows(IOException.class, rename::isDone));
    }

    @Test
    void failureIsFinalWhereOpenFilesCanBeRenamed() {
        failures.add(DENIED);

        assertSame(DENIED, assertThrows(IOException.class, rename(false)::isDone));
        assertEquals(1, calls);
    }

    @Test
    void otherFailureOfTheDiskIsFinal() {
        IOException broken = new IOException("Input/output error");
        failures.add(broken);

        assertSame(broken, assertThrows(IOException.class, rename(true)::isDone));
    }
}
