package io.github.pollhttp.testing;

import java.nio.ByteBuffer;
import java.util.function.Supplier;

import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.spi.BackgroundWork;
import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.ContentDecoder;
import io.github.pollhttp.spi.FileSource;
import io.github.pollhttp.spi.PartialDownload;
import io.github.pollhttp.spi.RequestPlatform;

/** The files and content codings of the installed backend. No threads, so that each test has the same result in every run. */
final class ScriptedPlatform implements RequestPlatform {
    private static final int CONNECTIONS_OF_BROWSERS = 5;

    private final RequestPlatform installed;

    /** Null unless the network behaves like a browser. */
    private final Page page;

    ScriptedPlatform(RequestPlatform installed, Page page) {
        this.installed = installed;
        this.page = page;
    }

    @Override
    public String acceptEncoding() {
        return page == null ? installed.acceptEncoding() : null;
    }

    @Override
    public ContentDecoder decoder(String coding) {
        return page == null ? installed.decoder(coding) : null;
    }

    @Override
    @SuppressWarnings("exports") // see RequestPlatform
    public RequestUrl resolve(String url, String base) throws RejectionException {
        return RequestUrl.parse(url, base == null && page != null ? page.url() : base);
    }

    @Override
    public ByteBuffer sharedBuffer(int size) {
        return installed.sharedBuffer(size);
    }

    @Override
    public PartialDownload findPart(String path) {
        return page == null ? installed.findPart(path) : null;
    }

    @Override
    public ByteBuffer sharedInput(int size) {
        return installed.sharedInput(size);
    }

    @Override
    public BodySink openFile(String path, PartialDownload part) {
        return installed.openFile(path, part);
    }

    @Override
    public FileSource readFile(String path) {
        return installed.readFile(path);
    }

    @Override
    public <T> T unlessBuiltIn(Supplier<T> part) {
        return page == null ? part.get() : null;
    }

    @Override
    public boolean start(BackgroundWork work) {
        return false;
    }

    @Override
    public boolean checksBodyLength() {
        return page == null;
    }

    @Override
    public int connectionsPerOrigin() {
        return page == null ? installed.connectionsPerOrigin() : CONNECTIONS_OF_BROWSERS;
    }

    @Override
    public boolean isFedMeanwhile() {
        return false;
    }

    @Override
    public boolean isCrossOrigin(String url) {
        return page != null && page.isOtherOrigin(url);
    }
}
