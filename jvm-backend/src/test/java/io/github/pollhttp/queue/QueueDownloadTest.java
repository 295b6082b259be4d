package io.github.pollhttp.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.pollhttp.queue.HTTPRequestQueue.Ticket;
import io.github.pollhttp.request.Origin;

/** One request of a queue downloads to a file. The others do not. */
@Timeout(60)
class QueueDownloadTest {
    private static final String NEVER_ENDING = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort";

    @TempDir
    private Path folder;
    private final HTTPRequestQueue queue = HTTPRequestQueue.create();

    private void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            queue.poll();
            Thread.yield();
        }
    }

    @Test
    void onlyThePreparedRequestDownloadsToTheFile() throws Exception {
        Path file = folder.resolve("level.bin");
        try (queue; Origin origin = new Origin(request -> Origin.ok("hello"))) {
            Ticket download = queue.get(origin.url("/"), settings -> settings.setDownloadFile(file.toString()),
                    response -> {});
            await(download::isDone);
            Ticket next = queue.get(origin.url("/"), response -> {});
            await(next::isDone);

            assertTrue(download.getResponse().isOk(), download.getFailureMessage());
            assertEquals(0, download.getResponse().bytes().length);
            assertEquals(5, download.getDownloadedBytes());
            assertEquals("hello", Files.readString(file));
            assertEquals("hello", next.getResponse().text());
        }
    }

    @Test
    void cancelledDownloadLeavesNoFile() throws Exception {
        Path file = folder.resolve("level.bin");
        try (queue; Origin origin = new Origin(request -> NEVER_ENDING)) {
            Ticket download = queue.get(origin.url("/"), settings -> settings.setDownloadFile(file.toString()),
                    response -> {});
            await(() -> download.getDownloadedBytes() == 5);
            download.cancel();
            await(download::isDone);

            assertTrue(download.getResponse().isCancelled());
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(List.of(), files.toList());
            }
        }
    }
}
