package io.github.pollhttp.jvm.request;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.function.LongSupplier;

/**
 * Renames a file. On Windows that fails while another program has the file or its predecessor open, such as a virus scanner, which reads each new file.
 * So there it is tried again for a while.
 */
final class Rename {
    /** How long another program may have one of the files open. */
    static final long PATIENCE_NANOS = 2_000_000_000L;

    private final Move move;
    private final boolean mayBeBusy;
    private final LongSupplier nanoClock;
    private final long start;

    /** The system's call. */
    interface Move {
        void run() throws IOException;
    }

    /**
     * @param move      renames the file
     * @param mayBeBusy whether to try again if it fails
     */
    Rename(Move move, boolean mayBeBusy, LongSupplier nanoClock) {
        this.move = move;
        this.mayBeBusy = mayBeBusy;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
    }

    /**
     * Tries once.
     *
     * @return true if the file has its name; false if a later call may succeed
     * @throws IOException if the file cannot be renamed
     */
    boolean isDone() throws IOException {
        try {
            move.run();
            return true;
        } catch (FileSystemException e) {
            if (!mayBeBusy || nanoClock.getAsLong() - start >= PATIENCE_NANOS) {
                throw e;
            }
            return false;
        }
    }
}
