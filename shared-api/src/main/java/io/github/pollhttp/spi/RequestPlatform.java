package io.github.pollhttp.spi;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.internal.BaseUrl;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.internal.Utf8;

/**
 * The parts of a platform that {@link io.github.pollhttp.request.HTTPRequest} and {@link io.github.pollhttp.events.EventSource} need besides
 * connections: content codings, files, threads, and the origin of the page.
 */
@SuppressWarnings("exports") // the interface is called only by the modules of PollHTTP, to which the package is exported
public interface RequestPlatform extends BaseUrl.Resolver {
    /**
     * Returns the content codings that {@link #decoder} supports.
     *
     * @return the value of {@code Accept-Encoding}; null if the platform negotiates and decodes codings itself, as browsers do
     */
    @Nullable
    String acceptEncoding();

    /**
     * Creates a decoder for one body.
     *
     * @param coding the name of a content coding in lower case (RFC 9110 section 8.4.1)
     * @return a new decoder, or null if this platform does not support the coding
     */
    @Nullable
    ContentDecoder decoder(String coding);

    /**
     * Parses a URL of the program. Browsers do it themselves, so that the parser in Java is not a part of every page.
     *
     * @param url  an absolute URL, or a reference such as {@code levels/1.json}
     * @param base the URL to resolve it against, or null for that of the platform. The JVM has none, a browser that of the document
     * @return the absolute URL
     * @throws RejectionException if the result is not a valid http or https URL, or if a reference has no base
     */
    @Override
    default RequestUrl resolve(String url, @Nullable String base) throws RejectionException {
        return RequestUrl.parse(url, base);
    }

    /**
     * Checks the header lines of a program. Browsers do it with a regular expression, which is shorter than the code in Java.
     *
     * @param lines the lines, immutable
     * @throws RejectionException if a line is not valid, or a second one has the name Host
     */
    default void checkHeaders(List<String> lines) throws RejectionException {
        HeaderLine.check(lines);
    }

    /**
     * Returns a buffer that all requests of the calling thread share. Its content is lost when the step of a request ends.
     *
     * @param size the size in bytes
     * @return a buffer from position 0 to this limit
     */
    ByteBuffer sharedBuffer(int size);

    /**
     * Returns another buffer that all requests of the calling thread share, for bytes that are to be decoded into the {@link #sharedBuffer}.
     *
     * @param size the size in bytes
     * @return a buffer with an array, from position 0 to this limit
     */
    default ByteBuffer sharedInput(int size) {
        return ByteBuffer.allocate(size);
    }

    /**
     * Looks for the part of a file that an interrupted download has left.
     *
     * @param path the path of the file to download
     * @return the part, or null if there is none that can be resumed
     */
    @Nullable
    PartialDownload findPart(String path);

    /**
     * Starts to write a file. The file gets its name only when {@link BodySink#finish} has completed it.
     *
     * @param path the path of the file
     * @param part the part to append to: one of length 0 for a new download that can be resumed, or one from {@link #findPart}, perhaps with a
     *             complete length that was unknown until now. Null for a download that cannot be resumed, so that its bytes are deleted unless it
     *             is finished
     * @return the sink, which reports later if the file cannot be opened
     */
    BodySink openFile(String path, @Nullable PartialDownload part);

    /**
     * Starts to read a file that a sink has written.
     *
     * @param path the path of the file
     * @return the source, which reports later if the file does not exist
     */
    FileSource readFile(String path);

    /**
     * Creates a part of a request that browsers have built in: they follow redirects, decode content codings, and store cookies themselves. A function
     * is passed instead of a boolean returned, so that TeaVM sees that nothing calls the function, and leaves out the part with all that it needs.
     *
     * @param <T>  the type of the part, a class that is not final, because TeaVM links the methods of a final class also if there is no object
     * @param part creates the part
     * @return the part; null if the platform does its work, as browsers do
     */
    <T> @Nullable T unlessBuiltIn(Supplier<T> part);

    /**
     * Runs a request on the one thread that the library has for network I/O, which sleeps while no request can make progress.
     *
     * @param request the request
     * @return true if it has started; false if this platform has no threads, or none left, so that the caller must do the work
     */
    default boolean startRequest(BackgroundWork request) {
        return start(request);
    }

    /** Lets each started request make a step soon, because one was cancelled. */
    default void wakeRequests() {}

    /**
     * Runs work that takes long on a thread of the library until it is done. Its steps do not wait, because the thread makes one after the other.
     *
     * @param work the work
     * @return true if it has started; false if this platform has no threads, or none left, so that the caller must do the work
     */
    boolean start(BackgroundWork work);

    /**
     * Whether a body that does not have the announced length is an error. Browsers check the length themselves, before they decode the body. The length
     * that they show to the page may be another one, for example if a service worker has made the response from the decoded body of another.
     *
     * @return false if a body is complete when the backend says so
     */
    default boolean checksBodyLength() {
        return true;
    }

    /**
     * Returns how many requests to one origin a queue sends at the same time if the program does not set a number.
     *
     * @return the number of connections, 1 or more
     */
    default int connectionsPerOrigin() {
        return 6;
    }

    /**
     * Returns true if bytes can arrive from the network while the program runs.
     *
     * @return false if bytes arrive only after the program has returned to the event loop, as in browsers
     */
    boolean isFedMeanwhile();

    /**
     * Decodes UTF-8 (Encoding Standard, "UTF-8 decode without BOM"). Replaces a malformed sequence by U+FFFD.
     *
     * @param bytes  contains the text
     * @param start  the index of its first byte
     * @param length its length in bytes
     * @return the text
     */
    default String decodeUtf8(byte[] bytes, int start, int length) {
        return Utf8.decode(bytes, start, length);
    }

    /**
     * Returns true if CORS applies to requests for a URL, so that request headers can be refused and responses hidden.
     *
     * @param url an absolute URL
     * @return in browsers, whether the URL has another origin than the page; otherwise false, which is the default
     */
    default boolean isCrossOrigin(String url) {
        return false;
    }
}
