package io.github.pollhttp.web;

import java.util.ArrayDeque;

import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSPromise;
import org.teavm.jso.core.JSString;
import org.teavm.jso.streams.ReadableStreamDefaultReader;
import org.teavm.jso.streams.ReadableStreamReadResult;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * One fetch, and what its promises have delivered since the last poll. Callbacks only store; each request has a mailbox of its own, so that
 * what comes late for an aborted one is nobody's.
 */
final class Mailbox {
    private static final int MOST_CHUNKS = 4;
    private static final int MOST_BYTES = 1024 * 1024;

    private final AbortController abortController = new AbortController();
    private final ArrayDeque<Int8Array> chunks = new ArrayDeque<>();
    private FetchResponse response;
    private ReadableStreamDefaultReader reader;
    private boolean readUnderWay;
    private boolean ended;
    private boolean failed;
    private int waiting;
    private long activity;

    Mailbox(String url, String method, JSArray<JSString> headers, Int8Array body) {
        JSPromise<FetchResponse> answer = Browser.fetch(url, method, headers, body, abortController.getSignal());
        answer.then(each -> {
            responseCame(each);
            return null;
        }, error -> {
            failed = true;
            return null;
        });
    }

    private void responseCame(FetchResponse came) {
        response = came;
        activity++;
        if (came.getBody() == null) {
            ended = true;
        } else {
            reader = came.getBody().getReader();
            readAhead();
        }
    }

    /** Asks for the next chunk, unless enough of them wait: a program that stops reading stops the server. */
    private void readAhead() {
        if (readUnderWay || ended || failed || chunks.size() >= MOST_CHUNKS || waiting >= MOST_BYTES) {
            return;
        }
        readUnderWay = true;
        reader.read().then(each -> {
            chunkCame(each);
            return null;
        }, error -> {
            readUnderWay = false;
            failed = true;
            return null;
        });
    }

    private void chunkCame(ReadableStreamReadResult result) {
        readUnderWay = false;
        if (result.isDone()) {
            ended = true;
            return;
        }
        // Declared as Int8Array, and a Uint8Array in truth; a view of the same bytes costs nothing.
        Int8Array bytes = result.getValue();
        chunks.add(new Int8Array(bytes.getBuffer(), bytes.getByteOffset(), bytes.getLength()));
        waiting += bytes.getLength();
        activity += bytes.getLength();
        readAhead();
    }

    /** @return the response, or null while it has not come */
    FetchResponse response() {
        return response;
    }

    /** Whether the fetch failed, and everything that came before has been taken. */
    boolean isFailed() {
        return failed && chunks.isEmpty();
    }

    /** Whether the body is whole, and all of it has been taken. */
    boolean isEnded() {
        return ended && chunks.isEmpty();
    }

    long activity() {
        return activity;
    }

    /** @return at most so many bytes, or null if none are there */
    Int8Array take(int limit) {
        Int8Array first = chunks.poll();
        if (first == null) {
            return null;
        }
        Int8Array taken = first;
        if (first.getLength() > limit) {
            taken = new Int8Array(first.getBuffer(), first.getByteOffset(), limit);
            chunks.addFirst(new Int8Array(first.getBuffer(), first.getByteOffset() + limit, first.getLength() - limit));
        }
        waiting -= taken.getLength();
        readAhead();
        return taken;
    }

    void abort() {
        abortController.abort();
    }
}
