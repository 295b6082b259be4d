package io.github.pollhttp.web.request;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;

import org.teavm.interop.PlatformMarker;
import org.teavm.interop.Platforms;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.typedarrays.Int8Array;

import io.github.pollhttp.internal.Utf8;
import io.github.pollhttp.spi.BackgroundWork;
import io.github.pollhttp.spi.BodyPart;
import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.ContentDecoder;
import io.github.pollhttp.spi.FileSource;
import io.github.pollhttp.spi.PartialDownload;
import io.github.pollhttp.spi.RequestPlatform;

/**
 * The browser's services for HTTPRequest. The browser decodes content codings and stores cookies, files belong to the page's origin, and there is
 * only one thread. The subclass checks the arguments of the program.
 */
public abstract class WebRequestPlatform implements RequestPlatform {
    /** Null until it is needed, so that a program without downloads to a file has no {@code ByteBuffer}. */
    private ByteBuffer shared;

    /** Called by the class of the backend that checks the arguments of the program. */
    protected WebRequestPlatform() {}

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
        if (shared == null || shared.capacity() < size) {
            shared = ByteBuffer.allocate(size);
        }
        return shared.clear().limit(size);
    }

    /** Returns null because the browser discards a file that was not closed. */
    @Override
    public PartialDownload findPart(String path) {
        return null;
    }

    @Override
    public BodySink openFile(String path, PartialDownload part) {
        return new OriginFileSink(path);
    }

    @Override
    public FileSource readFile(String path) {
        return new OriginFileSource(path);
    }

    /**
     * Opens the files of a request body.
     *
     * @param parts the files, perhaps with bytes between them
     * @return a {@code Blob} with the member {@code length}; or a sentence that tells which file cannot be opened, and why
     */
    public static JSPromise<JSObject> openBody(List<BodyPart> parts) {
        return BodyBlob.open(parts);
    }

    @Override
    public <T> T unlessBuiltIn(Supplier<T> part) {
        return null;
    }

    @Override
    public boolean start(BackgroundWork work) {
        return false;
    }

    @Override
    public boolean checksBodyLength() {
        return false;
    }

    /** Leaves one of the browser's six connections for an event source. A seventh request would wait inside the browser, and its timeout would pass. */
    @Override
    public int connectionsPerOrigin() {
        return 5;
    }

    @Override
    public boolean isFedMeanwhile() {
        return false;
    }

    @Override
    public boolean isCrossOrigin(String url) {
        return isOfOtherOrigin(url);
    }

    /** In WasmGC, the decoder in Java is faster than copying the bytes into the browser's memory. */
    @Override
    public String decodeUtf8(byte[] bytes, int start, int length) {
        return isWasm()
                ? Utf8.decode(bytes, start, length)
                : decoded(Int8Array.copyFromJavaArray(bytes), start, start + length);
    }

    @JSBody(params = {"bytes", "start", "end"}, script = """
            return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
            """)
    private static native String decoded(Int8Array bytes, int start, int end);

    /** The compiler replaces calls by true in WasmGC and by false in JavaScript, so that a program has the code of its platform only. */
    @PlatformMarker(Platforms.WEBASSEMBLY_GC)
    private static boolean isWasm() {
        return false;
    }

    /** False without a page, as in Node, because there is no CORS. */
    @JSBody(params = "url", script = "return !!globalThis.origin && new URL(url).origin != globalThis.origin;")
    private static native boolean isOfOtherOrigin(String url);
}
