package io.github.pollhttp.spi;

/** What {@link io.github.pollhttp.request.HTTPRequest} needs of a platform beside its connections: content codings, files, a thread. */
public interface RequestPlatform {
    /**
     * The content codings to ask a server for.
     *
     * @return the value of {@code Accept-Encoding}; null where the platform itself asks for codings and decodes them, as browsers do
     */
    String acceptEncoding();

    /**
     * Makes a decoder for one body.
     *
     * @param coding the name of a content coding in small letters (RFC 9110 section 8.4.1)
     * @return a new decoder, or null if this platform has none for it
     */
    ContentDecoder decoder(String coding);

    /**
     * Looks for what an earlier download has left to be resumed.
     *
     * @param path the file that was to be downloaded
     * @return the part, or null if there is none that can be resumed
     */
    PartialDownload findPart(String path);

    /**
     * Begins to write a file; the file of this name appears, whole, when the sink has finished.
     *
     * @param path the file's name
     * @param part what to go on with: a new part of length 0, or one that {@link #findPart} found, to be appended to; null for one that is
     *             not to be resumed, so that nothing stays of it unless it is finished
     * @return the sink, which tells later if the file cannot be opened
     */
    BodySink openFile(String path, PartialDownload part);

    /**
     * Begins to read a file that a sink has written.
     *
     * @param path the file's name
     * @return the source, which tells later if there is no such file
     */
    FileSource readFile(String path);

    /**
     * Takes or drops the cookie jar that a program has set. The jar itself is passed through, and not a boolean, so that TeaVM leaves it out
     * where it is dropped.
     *
     * @param <J> the type of the jar, which this package need not know
     * @param jar the program's jar, or null
     * @return the same jar; null where the platform keeps cookies itself, as browsers do
     */
    <J> J cookieJar(J jar);

    /**
     * Has a thread of the library's do some work until it is done.
     *
     * @param work what to do
     * @return false if this platform has no threads, so that the caller has to do it
     */
    boolean start(BackgroundWork work);

    /**
     * Whether bytes can arrive while a program polls.
     *
     * @return false where nothing arrives before the program has returned to the event loop, as in browsers
     */
    boolean isFedMeanwhile();
}
