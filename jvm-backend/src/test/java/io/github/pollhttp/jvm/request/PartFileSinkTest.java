package io.github.pollhttp.jvm.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.spi.FileFailure;
import io.github.pollhttp.spi.PartialDownload;

/** The file of a download while other programs, and interrupts of the thread, disturb it. */
class PartFileSinkTest {
    private static final String URL = "http://example.com/level";

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("f");
    }

    private Path part() {
        return folder.resolve("f.part");
    }

    private List<String> files() throws Exception {
        try (var all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private PartFileSink sink(long length, boolean resumed) {
        return new PartFileSink(file().toString(), resumed ? new PartialDownload(URL, "\"v1\"", length, 10) : null);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void write(PartFileSink sink, String text) throws Exception {
        assertTrue(sink.isReady());
        sink.write(bytes(text));
    }

    private void assertDownloads() throws Exception {
        PartFileSink next = sink(0, false);
        write(next, "next");
        assertTrue(next.flush());
        assertTrue(next.finish());
        assertEquals("next", Files.readString(file()));
    }

    private static void complete(PartFileSink sink) throws Exception {
        assertTrue(sink.flush());
        assertTrue(sink.finish());
    }

    /** An interrupt closes the channel of a file (FileChannel, ClosedByInterruptException). */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void interruptDoesNotKeepThePathInUse(boolean resumed) throws Exception {
        PartFileSink sink = sink(0, resumed);
        write(sink, "01234");
        Thread.currentThread().interrupt();
        assertThrows(FileFailure.class, () -> sink.write(bytes("56789")));
        assertTrue(Thread.interrupted());
        sink.suspend();

        assertEquals(resumed ? List.of("f.part", "f.part-of") : List.of(), files());
        assertDownloads();
        assertEquals(List.of("f"), files());
    }

    @Test
    void interruptDoesNotKeepTheNoteOfADiscardedDownload() throws Exception {
        PartFileSink sink = sink(0, true);
        write(sink, "01234");
        Thread.currentThread().interrupt();
        assertThrows(FileFailure.class, () -> sink.write(bytes("56789")));
        assertTrue(Thread.interrupted());
        sink.discard();

        assertEquals(List.of(), files());
        sink.discard();
        sink.suspend();
        assertDownloads();
    }

    /** A late call of a sink that has ended must not take the path away from the next download. */
    @Test
    void endedSinkLeavesTheNextOneAlone() throws Exception {
        PartFileSink first = sink(0, true);
        write(first, "01234");
        first.suspend();
        PartFileSink second = sink(5, true);
        write(second, "56789");
        first.suspend();
        first.discard();
        PartFileSink third = sink(0, false);
        assertThrows(FileFailure.class, third::isReady);
        complete(second);

        assertEquals("0123456789", Files.readString(file()));
    }

    private Path linkedPart(String content) throws Exception {
        Path precious = Files.writeString(folder.resolve("precious"), content);
        try {
            Files.createLink(part(), precious);
            Files.getAttribute(part(), "unix:nlink");
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            assumeTrue(false, "this file system tells no number of links");
        }
        return precious;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hardLinkInThePlaceOfThePartIsReplaced(boolean resumed) throws Exception {
        Path precious = linkedPart("precious data");
        PartFileSink sink = sink(0, resumed);
        write(sink, "0123456789");
        complete(sink);

        assertEquals("precious data", Files.readString(precious));
        assertEquals("0123456789", Files.readString(file()));
        assertEquals(List.of("f", "precious"), files());
    }

    @Test
    void hardLinkIsNotContinued() throws Exception {
        PartFileSink first = sink(0, true);
        write(first, "01234");
        first.suspend();
        Files.delete(part());
        Path precious = linkedPart("preci");

        assertNull(ResumeFile.find(file().toString()));
        assertThrows(FileFailure.class, sink(5, true)::isReady);
        assertEquals("preci", Files.readString(precious));
    }

    interface Disturbance {
        void run(Path part) throws Exception;
    }

    private enum Kind {
        TRUNCATED(part -> Files.write(part, new byte[0])), SHORTENED(part -> Files.writeString(part, "01")), APPENDED(
                part -> Files.writeString(part, "!", StandardOpenOption.APPEND)), REPLACED(part -> {
                    Files.move(part, part.resolveSibling("moved"));
                    Files.writeString(part, "01234EVIL!");
                }), DELETED(Files::delete);

        private final Disturbance disturbance;

        Kind(Disturbance disturbance) {
            this.disturbance = disturbance;
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(Kind.class)
    void disturbedPartDoesNotGetTheName(Kind kind) throws Exception {
        for (boolean resumed : new boolean[]{false, true}) {
            PartFileSink sink = sink(0, resumed);
            write(sink, "01234");
            kind.disturbance.run(part());
            write(sink, "56789");
            FileFailure failure = assertThrows(FileFailure.class, sink::flush);
            assertFalse(failure.isOpening());
            sink.suspend();

            assertFalse(Files.exists(file()));
            assertFalse(files().contains("f.part-of"), files().toString());
            assertEquals(kind == Kind.REPLACED, files().contains("f.part"), files().toString());
            assertDownloads();
            Files.delete(file());
            Files.deleteIfExists(folder.resolve("moved"));
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.EnumSource(Kind.class)
    void disturbedPartIsNotContinued(Kind kind) throws Exception {
        PartFileSink sink = sink(0, true);
        write(sink, "01234");
        kind.disturbance.run(part());
        write(sink, "567");
        sink.suspend();

        assertNull(ResumeFile.find(file().toString()));
        assertDownloads();
    }

    /** Without the folder, the attributes of the file cannot be read. */
    @Test
    void lostFolderDoesNotKeepThePathInUse() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "Windows does not move a folder that has an open file");
        PartFileSink sink = new PartFileSink(folder.resolve("in/f").toString(),
                new PartialDownload(URL, "\"v1\"", 0, 10));
        Files.createDirectory(folder.resolve("in"));
        write(sink, "01234");
        Files.move(folder.resolve("in"), folder.resolve("moved"));
        Files.writeString(folder.resolve("in"), "no folder");
        sink.suspend();
        Files.delete(folder.resolve("in"));
        Files.createDirectory(folder.resolve("in"));

        PartFileSink next = new PartFileSink(folder.resolve("in/f").toString(), null);
        write(next, "next");
        complete(next);
        assertEquals("next", Files.readString(folder.resolve("in/f")));
    }

    /** Windows has no other sign of it than that a second lock would overlap. */
    @Test
    void lockTellsWhetherTheNameStillBelongsToTheFile() throws Exception {
        PartFileSink sink = sink(0, true);
        write(sink, "01234");
        assertTrue(PartFile.isLockedByThisProcess(part()));
        Files.move(part(), folder.resolve("moved"));
        Files.writeString(part(), "01234");

        assertFalse(PartFile.isLockedByThisProcess(part()));
        assertTrue(PartFile.isLockedByThisProcess(folder.resolve("moved")));
        sink.discard();
    }
}
