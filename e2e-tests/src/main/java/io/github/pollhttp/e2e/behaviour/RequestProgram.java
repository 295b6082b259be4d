package io.github.pollhttp.e2e.behaviour;

import java.util.List;
import java.util.function.BooleanSupplier;

import org.teavm.jso.JSExport;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.contract.Body;
import io.github.pollhttp.events.EventSource;
import io.github.pollhttp.internal.Utf8;
import io.github.pollhttp.queue.HTTPRequestQueue;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPRequest.Result;

/** An HTTPRequest, a queue and an event source in a page. A test sends steps and gets a trace back, as with {@link BehaviourProgram}. */
public final class RequestProgram {
    private static final int FRAMES_AFTER_AN_END = 5;
    private static final int FRAMES_TO_SEND = 20;

    private static HTTPRequest http = HTTPRequest.create();
    private static HTTPRequestQueue queue = HTTPRequestQueue.create();
    private static EventSource events = EventSource.create();
    private static StringBuilder trace = new StringBuilder();
    /** One frame of the current step, which returns true when the step is done; null without a step. */
    private static BooleanSupplier frame;
    private static int ended;
    private static int frames;

    private RequestProgram() {}

    /** Runs one frame of the current step. Returns true when the step is done. */
    @JSExport
    public static boolean frame() {
        if (frame != null && !frame.getAsBoolean()) {
            return false;
        }
        frame = null;
        return true;
    }

    /** Returns the trace since the last call. */
    @JSExport
    public static String trace() {
        String words = trace.toString();
        trace = new StringBuilder();
        return words;
    }

    private static void note(String word) {
        trace.append(trace.isEmpty() ? "" : " ").append(word);
    }

    /** Closes everything and begins anew. */
    @JSExport
    public static void begin() {
        http.close();
        queue.close();
        queue.poll();
        events.close();
        http = HTTPRequest.create();
        queue = HTTPRequestQueue.create();
        events = EventSource.create();
        ended = 0;
        trace = new StringBuilder();
    }

    /** Enables upload progress. */
    @JSExport
    public static void uploads() {
        http.setUploadProgressEnabled(true);
        queue.settings().setUploadProgressEnabled(true);
    }

    /** Limits the size of the body, in bytes. */
    @JSExport
    public static void limit(String bytes) {
        http.setBodySizeLimit(Integer.parseInt(bytes));
    }

    /** Downloads the next body to a file. */
    @JSExport
    public static void file(String path) {
        http.setDownloadFile(path);
    }

    /** Sends a request with a body of text, which may be empty, and waits for its end. The end must not be reported twice. */
    @JSExport
    public static void send(String method, String url, String text) {
        frames = 0;
        int before = ended;
        http.setRequestCompletedListener((result, code, headers, body) -> end("", result, code, body));
        if (http.requestRaw(url, List.of(), Method.valueOf("METHOD_" + method), Utf8.encode(text)) != ErrorCode.OK) {
            note("rejected");
            return;
        }
        frame = () -> {
            http.poll();
            return ended > before && ++frames > FRAMES_AFTER_AN_END;
        };
    }

    /** Sends a GET and waits for its end. */
    @JSExport
    public static void get(String url) {
        send("GET", url, "");
    }

    /** Notes why the last request has failed. */
    @JSExport
    public static void reason() {
        note("because:" + http.getFailure().reason());
    }

    // Polls that a test counts

    /** Starts a GET. Only {@link #poll} polls it. */
    @JSExport
    public static void ask(String url) {
        http.setPollBudget(10); // seconds, so that one poll does all that is possible
        http.setRequestCompletedListener((result, code, headers, body) -> end("", result, code, body));
        if (http.request(url) != ErrorCode.OK) {
            note("rejected");
        }
    }

    /** Polls once. */
    @JSExport
    public static void poll() {
        http.poll();
    }

    /** Polls until the request has ended. */
    @JSExport
    public static void finish() {
        frame = () -> {
            http.poll();
            return ended > 0;
        };
    }

    /** Cancels the request. */
    @JSExport
    public static void cancel() {
        http.cancelRequest();
        http.poll();
    }

    /** Starts a GET. At its end, notes the characters of the text that are not ASCII in hexadecimal. */
    @JSExport
    public static void askText(String url) {
        http.setResponseListener(response -> {
            StringBuilder text = new StringBuilder();
            for (char c : response.text().toCharArray()) {
                text.append(c > ' ' && c < 0x7F ? String.valueOf(c) : "%" + Integer.toHexString(c));
            }
            ended++;
            note("text:" + text);
        });
        http.request(url);
    }

    private static void end(String name, Result result, int code, byte[] body) {
        ended++;
        Body token = new Body();
        token.add(body, body.length);
        note(name + result.name().substring("RESULT_".length()) + ":" + code + ":" + token.token());
    }

    /** Notes the size of the body, or -1 if it is unknown, and the number of bytes that have arrived. */
    @JSExport
    public static void size() {
        note("size:" + http.getBodySize() + " downloaded:" + http.getDownloadedBytes());
    }

    // Queue and stream

    /** Adds requests to the queue. Their ends are counted, not noted. A star in the URL stands for the number of the request. */
    @JSExport
    public static void add(String count, String method, String url, String text) {
        ended = 0;
        for (int i = 0; i < Integer.parseInt(count); i++) {
            queue.request(url.replace("*", Integer.toString(i)), List.of(), Method.valueOf("METHOD_" + method),
                    Utf8.encode(text),
                    (result, code, headers, body) -> ended += result == Result.RESULT_SUCCESS ? 1 : 1000);
        }
    }

    /** Polls the queue until its requests have been sent, and notes the number of active ones. */
    @JSExport
    public static void active() {
        frames = 0;
        frame = () -> {
            queue.poll();
            if (++frames < FRAMES_TO_SEND) {
                return false;
            }
            note("active:" + queue.getActiveCount());
            return true;
        };
    }

    /** Polls the queue until it is empty, and notes the number of requests that succeeded and of those that failed. */
    @JSExport
    public static void drain() {
        frame = () -> {
            queue.poll();
            if (queue.getActiveCount() + queue.getWaitingCount() > 0) {
                return false;
            }
            queue.poll();
            note("succeeded:" + ended % 1000 + " failed:" + ended / 1000);
            return true;
        };
    }

    /** Opens an event source and waits until it is open. */
    @JSExport
    public static void stream(String url) {
        if (events.open(url) != ErrorCode.OK) {
            note("rejected");
            return;
        }
        frame = () -> {
            events.poll();
            return events.getReadyState() == EventSource.ReadyState.OPEN;
        };
    }
}
