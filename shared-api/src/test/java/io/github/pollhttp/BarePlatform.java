package io.github.pollhttp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.pollhttp.spi.BackgroundWork;
import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.ContentDecoder;
import io.github.pollhttp.spi.FileSource;
import io.github.pollhttp.spi.PartialDownload;
import io.github.pollhttp.spi.RequestPlatform;

/** A platform without files and content codings. Background work waits in a list until a test steps it, or runs on real threads. */
public final class BarePlatform implements RequestPlatform {
    public final List<BackgroundWork> started = new ArrayList<>();
    public boolean hasThreads;
    public boolean runsThreads;
    public boolean fedMeanwhile = true;
    /** The origin of the page if this is a browser; null otherwise. */
    public String pageOrigin;
    public boolean checksBodyLength = true;

    public BarePlatform() {}

    @Override
    public String acceptEncoding() {
        return null;
    }

    @Override
    public ContentDecoder decoder(String coding) {
        throw new AssertionError("it asks for no coding");
    }

    @Override
    public ByteBuffer sharedBuffer(int size) {
        return ByteBuffer.allocate(size);
    }

    @Override
    public PartialDownload findPart(String path) {
        throw new AssertionError("it has no files");
    }

    @Override
    public BodySink openFile(String path, PartialDownload part) {
        throw new AssertionError("it has no files");
    }

    @Override
    public FileSource readFile(String path) {
        throw new AssertionError("it has no files");
    }

    @Override
    public <T> T unlessBuiltIn(Supplier<T> part) {
        return part.get();
    }

    @Override
    public boolean start(BackgroundWork work) {
        if (runsThreads) {
            Thread thread = new Thread(() -> run(work));
            thread.setDaemon(true); // a test that fails leaves work that is never done
            thread.start();
            return true;
        }
        return hasThreads && started.add(work);
    }

    private static void run(BackgroundWork work) {
        while (!work.isDone()) {
            work.step();
            Thread.yield();
        }
    }

    @Override
    public boolean checksBodyLength() {
        return checksBodyLength;
    }

    @Override
    public boolean isCrossOrigin(String url) {
        return pageOrigin != null && !(url + "/").startsWith(pageOrigin + "/");
    }

    @Override
    public boolean isFedMeanwhile() {
        return fedMeanwhile;
    }
}
