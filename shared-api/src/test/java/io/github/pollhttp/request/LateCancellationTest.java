package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.BarePlatform;
import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.ManualClock;
import io.github.pollhttp.ScriptedBackend;
import io.github.pollhttp.ScriptedBackend.Connecting;
import io.github.pollhttp.ScriptedResponse;
import io.github.pollhttp.spi.BackgroundWork;
import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.ContentDecoder;
import io.github.pollhttp.spi.FileFailure;
import io.github.pollhttp.spi.FileSource;
import io.github.pollhttp.spi.PartialDownload;
import io.github.pollhttp.spi.RequestPlatform;

/** A download that is cancelled, or times out, in its last moments: either there is no file, or the result is a success. */
class LateCancellationTest {
    private final ManualClock clock = new ManualClock();
    private final ScriptedBackend backend = new ScriptedBackend(clock);
    private final SlowFile file = new SlowFile();
    private final SlowPlatform platform = new SlowPlatform(file);
    private final List<String> ends = new ArrayList<>();
    private final PollingRequest http = new PollingRequest(backend.client(), platform,
            new TestProvider(clock, System::currentTimeMillis, () -> 0));

    /** A file that is stored, and later renamed, when the test says so, as in a browser. */
    private static final class SlowFile implements BodySink {
        private boolean canBeStored;
        private boolean isRenaming;
        private boolean canBeRenamed;
        private boolean cannotBeRenamed;
        private boolean isThere;
        private boolean isDiscarded;
        private Runnable onRename = () -> {};

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void write(ByteBuffer bytes) {
            bytes.position(bytes.limit());
        }

        @Override
        public boolean flush() {
            return canBeStored;
        }

        @Override
        public boolean finish() throws FileFailure {
            assertFalse(isDiscarded);
            isRenaming = true;
            onRename.run();
            if (cannotBeRenamed) {
                throw FileFailure.using("cannot rename it", null);
            }
            isThere = canBeRenamed;
            return isThere;
        }

        @Override
        public void discard() {
            isDiscarded = !isRenaming;
        }
    }

    /** A platform with one file, and threads that a test steps by hand. */
    private record SlowPlatform(SlowFile file, BarePlatform threads) implements RequestPlatform {
        SlowPlatform(SlowFile file) {
            this(file, new BarePlatform());
        }

        @Override
        public String acceptEncoding() {
            return null;
        }

        @Override
        public ContentDecoder decoder(String coding) {
            return null;
        }

        @Override
        public ByteBuffer sharedBuffer(int size) {
            return threads.sharedBuffer(size);
        }

        @Override
        public PartialDownload findPart(String path) {
            return null;
        }

        @Override
        public BodySink openFile(String path, PartialDownload part) {
            return file;
        }

        @Override
        public FileSource readFile(String path) {
            return null;
        }

        @Override
        public <T> T unlessBuiltIn(Supplier<T> part) {
            return part.get();
        }

        @Override
        public boolean start(BackgroundWork work) {
            return threads.start(work);
        }

        @Override
        public boolean isFedMeanwhile() {
            return false;
        }
    }

    @BeforeEach
    void setUp() {
        http.setDownloadFile("level.bin");
        http.setRequestCompletedListener((result, code, headers, body) -> ends.add(result.name() + " " + code));
    }

    private void begin() {
        backend.connects(Connecting.DONE)
                .responds(ScriptedResponse.withBody("Content-Length: 5"))
                .bodyBytes(new byte[5])
                .bodyEnds();
        assertEquals(ErrorCode.OK, http.request("http://example.com/"));
    }

    private void poll() {
        for (int i = 0; i < 10; i++) {
            http.poll();
        }
    }

    @Test
    void cancellingWhileTheFileIsStoredLeavesNoFile() {
        begin();
        poll();
        http.cancelRequest();
        file.canBeStored = true;
        file.canBeRenamed = true;
        poll();

        assertFalse(file.isThere);
        assertEquals(List.of("RESULT_REQUEST_FAILED 0"), ends);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cancellingWhileTheFileIsRenamedIsTooLate(boolean fails) {
        file.canBeStored = true;
        begin();
        poll();
        http.cancelRequest();
        assertFalse(http.isRequesting());
        poll();
        assertEquals(List.of(), ends);
        file.canBeRenamed = true;
        file.cannotBeRenamed = fails;
        poll();

        assertEquals(!fails, file.isThere);
        assertEquals(List.of(fails ? "RESULT_DOWNLOAD_FILE_WRITE_ERROR 200" : "RESULT_SUCCESS 200"), ends);
    }

    @Test
    void nextRequestBeginsWhenTheFileHasItsName() {
        file.canBeStored = true;
        begin();
        poll();
        http.cancelRequest();
        http.setDownloadFile("");
        assertEquals(ErrorCode.OK, http.request("http://example.com/next"));
        poll();
        assertEquals("/", backend.request.target());
        file.canBeRenamed = true;
        poll();

        assertEquals("/next", backend.request.target());
        assertEquals(List.of("RESULT_SUCCESS 200"), ends);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void timeoutIsNotJudgedWhileTheWholeFileIsStoredOrRenamed(boolean isStored) {
        http.setTimeout(0.5);
        file.canBeStored = isStored;
        begin();
        poll();
        for (int i = 0; i < 10; i++) {
            clock.advance(1);
            poll();
        }
        assertEquals(List.of(), ends);
        file.canBeStored = true;
        file.canBeRenamed = true;
        poll();

        assertEquals(List.of("RESULT_SUCCESS 200"), ends);
    }

    @Test
    void cancellingWhileAThreadRenamesTheFileIsTooLate() {
        platform.threads.hasThreads = true;
        http.setUseThreads(true);
        file.canBeStored = true;
        file.canBeRenamed = true;
        file.onRename = http::cancelRequest;
        begin();
        while (!platform.threads.started.get(0).isDone()) {
            platform.threads.started.get(0).step();
        }
        poll();

        assertEquals(List.of("RESULT_SUCCESS 200"), ends);
    }

    @Test
    void cancellingAThreadsFinishedDownloadIsTooLate() {
        platform.threads.hasThreads = true;
        http.setUseThreads(true);
        file.canBeStored = true;
        file.canBeRenamed = true;
        begin();
        while (!platform.threads.started.get(0).isDone()) {
            platform.threads.started.get(0).step();
        }
        http.cancelRequest();
        poll();

        assertEquals(List.of("RESULT_SUCCESS 200"), ends);
    }
}
