package io.github.pollhttp.request;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.request.HTTPRequest.Result;

/**
 * The settings of requests. An {@link HTTPRequest} has them for its own requests, and {@link HTTPRequestQueue#settings} for all requests of a queue.
 * A setting applies to requests that start later, not to one that is active. Use each object on one thread only.
 */
@NullMarked
public interface RequestSettings extends HTTPSettings {

    /**
     * Sets whether the request asks for gzip and deflate, and whether the response is decoded. The JVM sends
     * {@code Accept-Encoding: gzip, deflate}, or {@code identity} if this is disabled, because without the header a server may choose any coding
     * (RFC 9110 section 12.5.3). In two cases it adds no {@code Accept-Encoding}, whatever this setting is: if the program gives one, and if the
     * program gives a {@code Range} header, because some servers ignore the range of a request that allows compression. In the browser this has no
     * effect, because browsers always ask for codings and decode them.
     *
     * @param enabled true to ask and decode, the default; false to deliver the body in the content coding that the server chose
     */
    void setAcceptGzip(boolean enabled);

    /**
     * Returns whether gzip and deflate are requested and decoded.
     *
     * @return true by default
     */
    boolean isAcceptingGzip();

    /**
     * Limits the size of the response body after decoding. A larger body ends in {@link Result#RESULT_BODY_SIZE_LIMIT_EXCEEDED}; it never takes
     * more memory than the limit. A browser receives the body while the program does not poll. It may keep about 1 MiB more than the limit, until the
     * next poll ends the request.
     *
     * @param bytes the largest size in bytes, or -1, the default, for no limit. Without a limit, a body in memory can have up to 2 GiB, and a
     *              downloaded file any size
     * @throws IllegalArgumentException if bytes is less than -1
     */
    void setBodySizeLimit(long bytes);

    /**
     * Returns the limit on the size of the response body.
     *
     * @return the limit in bytes, or -1 for no limit
     */
    long getBodySizeLimit();

    /**
     * Sets how many bytes of the body are read at once. One {@link HTTPRequest#poll()} repeats such reads, as long as its time budget allows.
     *
     * @param bytes 256 to 16 777 216; the default is 65 536
     * @throws IllegalArgumentException if bytes is out of range
     */
    void setDownloadChunkSize(int bytes);

    /**
     * Returns how many bytes of the body are read at once.
     *
     * @return the number of bytes
     */
    int getDownloadChunkSize();

    /**
     * Sets a file that receives the body instead of the listener. In a queue, set it for a single request, because two requests cannot download to one
     * file at the same time. Only the body of a 2xx response goes to the file. The body of any other
     * response goes to the listener, so that an error page never replaces the file.
     *
     * <p>
     * The body is first written to {@code path} + {@code ".part"}. When it is complete, that file is renamed to {@code path} and replaces an
     * older file. If the request fails or is cancelled, the {@code .part} file is deleted. If the process is killed, the {@code .part} file
     * remains, and the next download to the same path replaces it. In the browser the file is in the origin private file system, missing
     * folders are created, and each request has a {@code .part} file with a name of its own. {@link StoredFile} reads the file on both platforms.
     * Windows does not replace a file that is open: if the older file is not closed within 2 seconds, the request ends in
     * {@link Result#RESULT_DOWNLOAD_FILE_WRITE_ERROR}.
     *
     * <p>
     * If two requests on the JVM download to the same path at the same time, in one process or in two, the later one ends in
     * {@link Result#RESULT_DOWNLOAD_FILE_CANT_OPEN}. So does a request if the {@code .part} file is a symbolic link, which is never followed. If the
     * {@code .part} file has other hard links, a new download replaces it by a new file, so that the other links keep their content. If another
     * program shortens, extends or replaces the {@code .part} file during the download, the request ends in
     * {@link Result#RESULT_DOWNLOAD_FILE_WRITE_ERROR}. A server that answers with a part of the file (206) although the whole was requested ends
     * the request in {@link Result#RESULT_REQUEST_FAILED}, unless the program set a {@code Range} header.
     *
     * <p>
     * The path is used as it is. If a name in it comes from outside, for example from a URL or a {@code Content-Disposition} header, the program
     * must check it first. The program must reject a name that is empty, {@code .} or {@code ..}, contains {@code /}, {@code \}, {@code :} or
     * control characters, ends in a dot or a space, or is a device of Windows such as {@code CON}, {@code NUL} or {@code COM1}, also with an
     * extension. Names that end in {@code .part} or {@code .part-of} belong to this library. The safest name is one that the program makes itself.
     *
     * @param path the path of the file, in an existing folder on the JVM; empty, the default, for no file
     */
    void setDownloadFile(String path);

    /**
     * Returns the path of the file that receives the body.
     *
     * @return the path, or empty for no file
     */
    String getDownloadFile();

    /**
     * Sets whether an interrupted download can be resumed. If so, the {@code .part} file is kept after a failure, a cancellation or the end of
     * the process. The next GET of the same URL to the same file then requests only the missing bytes, with {@code Range} and {@code If-Range}
     * (RFC 9110 section 14). If the file has changed on the server, the server sends all of it. If the server sends less than was requested, the
     * rest is requested too.
     *
     * <p>
     * A response can be resumed only if it has a strong {@code ETag}, or a {@code Last-Modified} that is older than its {@code Date}, and no
     * content coding. Therefore {@code Accept-Encoding: identity} is sent while this is on. The {@code .part} file is
     * continued only if the response is a 206 and its final URL (after redirects) is the one that the bytes in the file came from. If the earlier
     * response had an {@code ETag}, the 206 must have the same one. If it had only a {@code Last-Modified}, the 206 must have the same one and no
     * {@code ETag} (RFC 9110 section 15.3.7.3). The complete length must be the same, if the earlier response told it, and the body must be as long
     * as the {@code Content-Range} says. If the 206 does not meet these conditions, or if the server answers with 304, 412 or 416 instead, the
     * whole file is requested from the beginning, at most once. If a 206 contains less than was requested, the
     * remaining bytes are requested with a further request. Each such 206 must contain new bytes; otherwise the download ends in
     * {@link Result#RESULT_REQUEST_FAILED}. In the browser this has no effect: each download starts at the beginning.
     *
     * <p>
     * The file {@code path} + {@code ".part-of"} stores the URL, which may contain a secret, beside the {@code .part} file. Where the file system
     * has POSIX permissions, only the owner can read it.
     *
     * @param enabled true to resume downloads; the default is false
     */
    void setDownloadResumed(boolean enabled);

    /**
     * Returns whether an interrupted download can be resumed.
     *
     * @return false by default
     */
    boolean isDownloadResumed();

    /**
     * Limits the number of redirects. One more redirect ends in {@link Result#RESULT_REDIRECT_LIMIT_REACHED}. In the browser this has no effect,
     * because browsers have a limit of their own, which is 20.
     *
     * @param redirects the largest number of redirects, or -1 for no limit; the default is 8
     * @throws IllegalArgumentException if redirects is less than -1
     */
    void setMaxRedirects(int redirects);

    /**
     * Returns the largest number of redirects.
     *
     * @return the number, or -1 for no limit
     */
    int getMaxRedirects();

    /**
     * Sets a hook that is asked before each redirect. It may refuse the redirect, or remove headers. In the browser it is not called, because
     * browsers follow redirects unseen; {@link HTTPResponse#url} tells afterwards where they ended. Therefore strict portable mode rejects a hook.
     *
     * @param hook the hook, or null, the default, for none
     * @return {@code OK}; {@code ERR_UNAVAILABLE} in strict portable mode for a hook that is not null. Then the hook is not set, and
     *         {@link #getRejection()} returns the reason
     */
    ErrorCode setRedirectHook(@Nullable RedirectHook hook);

    /**
     * Limits the duration of a request, from the call that accepted it to its end. Redirects, retries and the pauses before retries count. When
     * the time is over, the next {@link HTTPRequest#poll()} reports {@link Result#RESULT_TIMEOUT}. The time is measured by a monotonic clock, not by counting
     * frames.
     *
     * <p>
     * A pause between two polls (with {@link #setUseThreads}, between two steps of the library's thread) counts as at most one second, and as at most
     * half of the limit. A program that did not poll for a long time (a hidden tab, a debugger) therefore gets what has arrived in the meantime,
     * instead of a timeout. After the whole body has arrived, only the time to store it remains, and the request no longer times out.
     *
     * @param seconds the limit in seconds, or 0, the default, for no limit
     * @throws IllegalArgumentException if seconds is negative or NaN
     */
    void setTimeout(double seconds);

    /**
     * Returns the limit on the duration of a request.
     *
     * @return the limit in seconds, or 0 for no limit
     */
    double getTimeout();

    /**
     * Limits the time in which no byte moves in either direction, measured as by {@link HTTPClient#setReadTimeout}. When it is over, the
     * request ends in {@link Result#RESULT_TIMEOUT}. Connecting is also limited to this time, and to 30 seconds in any case.
     *
     * @param seconds the limit in seconds, or 0, the default, for no limit
     * @throws IllegalArgumentException if seconds is negative or NaN
     */
    void setStallTimeout(double seconds);

    /**
     * Returns the limit on the time in which no byte moves.
     *
     * @return the limit in seconds, or 0 for no limit
     */
    double getStallTimeout();

    /**
     * Sets whether a background thread of the library executes requests, so that not even decoding takes time of a frame. One thread, a daemon named
     * {@code PollHTTP request}, serves all requests with this setting. It sleeps while no request can make progress, and ends five seconds after the
     * last one. {@link HTTPRequest#poll()} still calls the listener on the thread that calls {@code poll()}. In the browser this has no effect.
     *
     * @param enabled true to use a background thread; the default is false
     */
    void setUseThreads(boolean enabled);

    /**
     * Returns whether a background thread executes requests.
     *
     * @return false by default
     */
    boolean isUsingThreads();

    /**
     * Sets how often a failed request is retried, and after which pauses.
     *
     * @param policy the policy; the default is {@link RetryPolicy#NONE}
     */
    void setRetryPolicy(RetryPolicy policy);

    /**
     * Returns how often a failed request is retried.
     *
     * @return the policy
     */
    RetryPolicy getRetryPolicy();

    /**
     * Sets whether the browser reports how much of a request body it has sent. {@link HTTPClient#setUploadProgressEnabled} lists what this costs
     * in the browser. On the JVM this has no effect, because the count is always available.
     *
     * @param enabled true to count; the default is false
     */
    void setUploadProgressEnabled(boolean enabled);

    /**
     * Sets the longest time that the connection stays open without a request; see {@link HTTPClient#setMaxIdleTime}. In the browser this has no
     * effect.
     *
     * @param seconds the time in seconds; 0 for no limit of the library's own; the default is 60
     * @throws IllegalArgumentException if seconds is negative or NaN
     */
    void setMaxIdleTime(double seconds);

    /**
     * Returns why the last call that returned an {@link ErrorCode} was rejected.
     *
     * @return a sentence for the developer, or null if that call returned {@code OK}
     */
    @Nullable
    String getRejection();

    /**
     * Copies these settings.
     *
     * @return settings with the same values. A later change of one of the two does not change the other
     */
    RequestSettings copy();

    /**
     * Gives another object the values of these settings, for its requests that start later. This replaces all of its settings. A later change of one of
     * the two objects does not change the other.
     *
     * @param target an {@link HTTPRequest}, or the settings of a queue
     */
    void applyTo(RequestSettings target);
}
