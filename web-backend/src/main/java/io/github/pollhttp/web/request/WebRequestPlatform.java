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

import io.github.pollhttp.internal.BaseUrl;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;
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
 * only one thread.
 */
public final class WebRequestPlatform implements RequestPlatform {
    private final BaseUrl.Resolver urls;
    /** Null until it is needed, so that a program without downloads to a file has no {@code ByteBuffer}. */
    private ByteBuffer shared;

    /**
     * Creates the platform. Called by the backend's provider.
     *
     * @param urls parses URLs
     */
    public WebRequestPlatform(BaseUrl.Resolver urls) {
        this.urls = urls;
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
    public RequestUrl resolve(String url, String base) throws RejectionException {
        return urls.resolve(url, base);
    }

    @Override
    public void checkHeaders(List<String> lines) throws RejectionException {
        boolean host = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean secondHost = host && isHost(line);
            if (secondHost || !isHeader(line)) {
                throw RejectionException.invalid(() -> HeaderLine.rejectionMessage(lines));
            }
            host = host || isHost(line);
        }
    }

    /** The rule of {@link HeaderLine#check}. */
    @JSBody(params = "line", script = "return /^[-!#$%&'*+.^`|~\\w]+:[^\\0-\\x08\\n-\\x1f\\x7f]*$/.test(line);")
    private static native boolean isHeader(String line);

    @JSBody(params = "line", script = "return /^host:/i.test(line);")
    private static native boolean isHost(String line);

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

    @Override
    public boolean isCrossOrigin(Endpoint server) {
        return isOtherOrigin(server.tls() ? "https://" : "http://", server.host(), server.port());
    }

    @JSBody(params = {"scheme", "host", "port"}, script = """
            const name = host.includes(':') ? '[' + host + ']' : host;
            return !!globalThis.origin && new URL(scheme + name + ':' + port).origin != globalThis.origin;
            """)
    private static native boolean isOtherOrigin(String scheme, String host, int port);

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
