package io.github.pollhttp.jvm.request;

import io.github.pollhttp.CookieJar;
import io.github.pollhttp.spi.BackgroundWork;
import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.ContentDecoder;
import io.github.pollhttp.spi.FileSource;
import io.github.pollhttp.spi.PartialFile;
import io.github.pollhttp.spi.RequestPlatform;

/** The parts of this package, handed out. */
public final class JvmRequestPlatform implements RequestPlatform {

    /** Holds nothing. */
    public JvmRequestPlatform() {}

    @Override
    public String acceptEncoding() {
        return "gzip, deflate";
    }

    @Override
    public ContentDecoder decoder(String coding) {
        return switch (coding) {
            case "gzip", "x-gzip" -> new GzipDecoder(); // RFC 9110 section 8.4.1.3: equivalent
            case "deflate" -> new DeflateDecoder();
            default -> null;
        };
    }

    @Override
    public PartialFile findPart(String path) {
        return PartNote.find(path);
    }

    @Override
    public BodySink openFile(String path, PartialFile part) {
        return new PartFile(path, part);
    }

    @Override
    public FileSource readFile(String path) {
        return new DiskFile(path);
    }

    @Override
    public CookieJar cookieJar(CookieJar jar) {
        return jar;
    }

    @Override
    public boolean start(BackgroundWork work) {
        WorkThread.start(work);
        return true;
    }

    @Override
    public boolean isFedMeanwhile() {
        return true;
    }
}
