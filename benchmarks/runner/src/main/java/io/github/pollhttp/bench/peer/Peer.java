package io.github.pollhttp.bench.peer;

import java.io.IOException;

import io.github.pollhttp.bench.wire.Answer;

/**
 * One of the compared HTTP clients, used in its fastest way: with kept-alive connections, with bodies in the pieces that the client delivers, and
 * without reading header fields that the benchmark does not need.
 */
public interface Peer extends AutoCloseable {
    /**
     * Called once, before all other methods.
     *
     * @param origin      such as {@code http://127.0.0.1:8080}
     * @param connections the largest number of connections to keep open
     */
    void open(String origin, int connections) throws Exception;

    /** Makes a GET and waits for its end. Uses a kept connection if there is one. */
    void get(String path, Answer answer) throws Exception;

    /** Makes a POST and waits for its end. */
    void post(String path, byte[] content, Answer answer) throws Exception;

    /** Starts a GET without waiting. */
    Call start(String path, Answer answer);

    /** Makes many GETs on several connections. Each connection sends its next request as soon as it has received a response. */
    void loop(String path, int connections, int requests, Answers answers) throws Exception;

    @Override
    void close() throws IOException;

    /** A started request, which the loop polls once a frame. */
    interface Call {
        /**
         * Does the work that is possible without waiting; throws if the request has failed.
         *
         * @return true if the request has ended
         */
        boolean poll();
    }

    /** Creates the {@link Answer} of each connection. */
    interface Answers {
        Answer next();
    }
}
