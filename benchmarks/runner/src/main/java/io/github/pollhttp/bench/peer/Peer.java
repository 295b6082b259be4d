package io.github.pollhttp.bench.peer;

import java.io.IOException;

import io.github.pollhttp.bench.wire.Answer;

/**
 * One HTTP client under test, as a program would use it that wants it fast: kept-alive connections, bodies in pieces as the client gives them,
 * no text made of header fields that nobody asks for.
 */
public interface Peer extends AutoCloseable {
    /**
     * Called once, before all else.
     *
     * @param origin      such as {@code http://127.0.0.1:8080}
     * @param connections how many may be kept
     */
    void open(String origin, int connections) throws Exception;

    /** A GET, from beginning to end; on a kept connection if there is one. */
    void get(String path, Answer answer) throws Exception;

    /** A POST, from beginning to end. */
    void post(String path, byte[] content, Answer answer) throws Exception;

    /** Begins a GET and does not wait. */
    Call start(String path, Answer answer);

    /** The same as a game would have it: the whole answer at once, if the client has a call for that. */
    default Call fetch(String path, Answer answer) {
        return start(path, answer);
    }

    /** So many requests on so many connections, each of which asks again as soon as it has been answered. */
    void loop(String path, int connections, int requests, Answers answers) throws Exception;

    @Override
    void close() throws IOException;

    /** What was begun and is looked at once a frame. */
    interface Call {
        /** Does what can be done without waiting. @return whether it is over; one that failed throws */
        boolean poll();
    }

    /** One for each connection. */
    interface Answers {
        Answer next();
    }
}
