package io.github.pollhttp.jvm.request;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

import io.github.pollhttp.jvm.net.IoLoop;
import io.github.pollhttp.jvm.net.WaitSet;
import io.github.pollhttp.spi.BackgroundWork;
import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.ContentDecoder;
import io.github.pollhttp.spi.FileSource;
import io.github.pollhttp.spi.PartialDownload;
import io.github.pollhttp.spi.RequestPlatform;

/** Creates the objects of this package that {@link io.github.pollhttp.request.HTTPRequest} uses. */
public final class JvmRequestPlatform implements RequestPlatform {
    private static final IoLoop REQUESTS = new IoLoop("PollHTTP request");
    private static final ThreadLocal<ByteBuffer> SHARED = new ThreadLocal<>();
    private static final ThreadLocal<ByteBuffer> SHARED_INPUT = new ThreadLocal<>();

    /** Makes a platform, which has no state. */
    public JvmRequestPlatform() {}

    @Override
    public String acceptEncoding() {
        return "gzip, deflate";
    }

    @Override
    public ContentDecoder decoder(String coding) {
        return switch (coding) {
            case "gzip", "x-gzip" -> new GzipDecoder(); // equivalent (RFC 9110 section 8.4.1.3)
            case "deflate" -> new DeflateDecoder();
            default -> null;
        };
    }

    @Override
    public ByteBuffer sharedBuffer(int size) {
        return buffer(SHARED, size);
    }

    @Override
    public ByteBuffer sharedInput(int size) {
        return buffer(SHARED_INPUT, size);
    }

    private static ByteBuffer buffer(ThreadLocal<ByteBuffer> ofThread, int size) {
        ByteBuffer shared = ofThread.get();
        if (shared == null || shared.capacity() < size) {
            shared = ByteBuffer.allocate(size);
            ofThread.set(shared);
        }
        return shared.clear().limit(size);
    }

    @Override
    public PartialDownload findPart(String path) {
        return ResumeFile.find(path);
    }

    @Override
    public BodySink openFile(String path, PartialDownload part) {
        return new PartFileSink(path, part);
    }

    @Override
    public FileSource readFile(String path) {
        return new DiskFile(path);
    }

    @Override
    public <T> T unlessBuiltIn(Supplier<T> part) {
        return part.get();
    }

    @Override
    public boolean start(BackgroundWork work) {
        try {
            WaitSet waiting = IoLoop.waitSet();
            WorkThread.start(work, waiting == null ? () -> {} : waiting::wake);
            return true;
        } catch (OutOfMemoryError e) {
            return false; // the system has no further thread
        }
    }

    @Override
    public boolean startRequest(BackgroundWork request) {
        try {
            REQUESTS.start(request);
            return true;
        } catch (OutOfMemoryError | UncheckedIOException e) {
            return false; // the system has no further thread or file descriptor
        }
    }

    @Override
    public void wakeRequests() {
        REQUESTS.wake();
    }

    @Override
    public boolean isFedMeanwhile() {
        return true;
    }
}
