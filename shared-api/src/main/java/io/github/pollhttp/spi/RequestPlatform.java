package io.github.pollhttp.spi;

import io.github.pollhttp.CookieJar;

/** What {@link io.github.pollhttp.HTTPRequest} needs of a platform beside its connections: content codings, files, a thread. */
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
    PartialFile findPart(String path);

    /**
     * Begins to write a file; the file of this name appears, whole, when the sink has finished.
     *
     * @param path the file's name
     * @param part what to go on with: a new part of length 0, or one that {@link #findPart} found, to be appended to; null for one that is
     *             not to be resumed, so that nothing stays of it unless it is finished
     * @return the sink, which tells later if the file cannot be opened
     */
    BodySink openFile(String path, PartialFile part);

    /**
     * Begins to read a file that a sink has written.
     *
     * @param path the file's name
     * @return the source, which tells later if there is no such file
     */
    FileSource readFile(String path);

    /**
     * Which jar to use.
     *
     * @param jar the program's, null for none
     * @return the same; null where the platform keeps cookies by itself, as browsers do
     */
    CookieJar cookieJar(CookieJar jar);

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
