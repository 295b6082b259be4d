package io.github.pollhttp.e2e.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.teavm.jso.JSExport;

import io.github.pollhttp.Failure;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.WebOptions.Cache;
import io.github.pollhttp.WebOptions.Credentials;
import io.github.pollhttp.WebOptions.Priority;
import io.github.pollhttp.WebOptions.ReferrerPolicy;
import io.github.pollhttp.contract.Pattern;
import io.github.pollhttp.contract.Trace;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.Utf8;

/**
 * One client in a page. A test on the JVM sends it steps and gets a trace back. After each step, the page's script calls {@link #frame}
 * until the step is done, as a game loop does. All arguments are strings, because the test sends the steps as text.
 */
public final class BehaviourProgram {
    private static final byte[] NO_BYTES = {};

    private static HTTPClient client = HTTPClient.create();
    static Trace trace = new Trace(client);
    /** One frame of the current step, which returns true when the step is done; null without a step. */
    static BooleanSupplier frame;
    private static List<String> headers = new ArrayList<>();
    private static byte[] content = NO_BYTES;
    private static BodyReader reader = new BodyReader(client);
    private static long sent;

    private BehaviourProgram() {}

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
        trace = new Trace(client);
        return words;
    }

    /** Closes the client and creates a new one. */
    @JSExport
    public static void begin() {
        client.close();
        client = HTTPClient.create();
        trace = new Trace(client);
    }

    /**
     * Connects, and waits until the client is connected or has failed.
     *
     * @param origin scheme, host and port, for example {@code http://127.0.0.1:8080}
     */
    @JSExport
    public static void connect(String origin) {
        int colon = origin.lastIndexOf(':');
        trace.note("connect:"
                + client.connectToHost(origin.substring(0, colon), Integer.parseInt(origin.substring(colon + 1))));
        frame = () -> !pollWhile(Status.STATUS_RESOLVING, Status.STATUS_CONNECTING);
    }

    /** Polls once if the client has one of the statuses. Returns whether it still has one of them. */
    private static boolean pollWhile(Status... statuses) {
        if (List.of(statuses).contains(client.getStatus())) {
            trace.poll();
        }
        return List.of(statuses).contains(client.getStatus());
    }

    /** Adds a header line to the next request. */
    @JSExport
    public static void header(String line) {
        headers.add(line);
    }

    /** Gives the next request a body of UTF-8 text. */
    @JSExport
    public static void text(String text) {
        content = Utf8.encode(text);
    }

    /** Gives the next request a body of {@link Pattern} bytes. */
    @JSExport
    public static void pattern(String length) {
        content = Pattern.bytes(Integer.parseInt(length));
    }

    /**
     * Sends a request.
     *
     * @param method for example {@code GET}
     * @param target path and query
     */
    @JSExport
    public static void request(String method, String target) {
        reader = new BodyReader(client);
        sent = 0;
        trace.note("request:" + client.requestRaw(Method.valueOf("METHOD_" + method), target, headers, content));
        headers = new ArrayList<>();
        content = NO_BYTES;
    }

    /** Waits for the response's head. After a failure, notes the reason and whether any part of the response is visible. */
    @JSExport
    public static void head() {
        frame = () -> {
            if (pollWhile(Status.STATUS_REQUESTING)) {
                return false;
            }
            if (client.getStatus() == Status.STATUS_CONNECTION_ERROR) {
                noteVisibleParts();
            } else if (client.hasResponse()) {
                trace.note("code:" + client.getResponseCode());
            }
            return true;
        };
    }

    private static void noteVisibleParts() {
        boolean nothing = !client.hasResponse() && client.getResponseCode() == 0
                && client.getResponseHeaders().isEmpty()
                && client.getResponseHeadersAsDictionary().isEmpty() && client.getResponseBodyLength() == -1
                && client.getResponseUrl().isEmpty() && client.readResponseBodyChunk().length == 0;
        trace.note(nothing ? "nothing" : "something");
        noteFailure();
    }

    private static void noteFailure() {
        Failure failure = client.getFailure();
        trace.note("because:" + (failure == null ? "of-nothing" : failure.reason()));
    }

    /** Reads the body to its end. */
    @JSExport
    public static void body() {
        frame = () -> isRead(Integer.MAX_VALUE);
    }

    /** Reads until the body has this many bytes or ends. */
    @JSExport
    public static void some(String bytes) {
        int wanted = Integer.parseInt(bytes);
        frame = () -> isRead(wanted);
    }

    private static boolean isRead(int wanted) {
        if (client.getStatus() == Status.STATUS_CONNECTION_ERROR) {
            return true;
        }
        if (!reader.read(wanted)) {
            return false;
        }
        trace.note("body:" + reader.token());
        if (client.getStatus() == Status.STATUS_CONNECTION_ERROR) {
            trace.poll();
            noteFailure();
        }
        return true;
    }

    /** Reads and drops the body until this many mebibytes have come or it ends. Notes the number of mebibytes. */
    @JSExport
    public static void skip(String mebibytes) {
        int wanted = Integer.parseInt(mebibytes);
        frame = () -> {
            if (!reader.skip(wanted)) {
                return false;
            }
            trace.note("MiB:" + reader.skippedMebibytes());
            return true;
        };
    }

    /** Polls once. */
    @JSExport
    public static void poll() {
        trace.note("poll:" + client.poll());
    }

    /** Closes the client. */
    @JSExport
    public static void close() {
        client.close();
        trace.note("close");
    }

    /** Sets the read timeout in milliseconds, see {@link HTTPClient#setReadTimeout}. */
    @JSExport
    public static void timeout(String milliseconds) {
        client.setReadTimeout(Integer.parseInt(milliseconds) / 1000.0);
    }

    /** Enables the probe that looks for the cause of a failure. */
    @JSExport
    public static void diagnostics() {
        client.setDiagnosticsEnabled(true);
    }

    /** Sends cookies to every origin. */
    @JSExport
    public static void include() {
        client.setWebOptions(WebOptions.DEFAULT.withCredentials(Credentials.INCLUDE));
    }

    /** Enables upload progress from the next request on. */
    @JSExport
    public static void uploads() {
        client.setUploadProgressEnabled(true);
    }

    /** Sets the web options. Each argument is the name of a constant, except {@code keepalive}, which is {@code true} or {@code false}. */
    @JSExport
    public static void options(String credentials, String cache, String keepalive, String priority, String referrer) {
        client.setWebOptions(new WebOptions(Credentials.valueOf(credentials), Cache.valueOf(cache),
                keepalive.equals("true"), Priority.valueOf(priority), ReferrerPolicy.valueOf(referrer)));
    }

    /** Polls until more bytes of the body have been sent than at the last call. */
    @JSExport
    public static void sendsMore() {
        frame = () -> {
            client.poll();
            if (client.getUploadedBytes() <= sent) {
                return client.getStatus() != Status.STATUS_REQUESTING;
            }
            sent = client.getUploadedBytes();
            trace.note("sent-more");
            return true;
        };
    }

    // Questions

    /** Notes the values of a header. */
    @JSExport
    public static void values(String header) {
        trace.note(header + ":" + client.getResponseHeader(header));
    }

    /** Notes the names of all headers. */
    @JSExport
    public static void names() {
        List<String> names = new ArrayList<>();
        for (String line : client.getResponseHeaders()) {
            names.add(HeaderLine.name(line));
        }
        trace.note("names:" + names);
    }

    /** Notes the length of the body, or -1 if it is unknown. */
    @JSExport
    public static void bodyLength() {
        trace.note("length:" + client.getResponseBodyLength());
    }

    /** Notes the URL of the response. */
    @JSExport
    public static void url() {
        trace.note("url:" + client.getResponseUrl());
    }

    /** Notes the number of bytes of the request's body that have been sent. */
    @JSExport
    public static void sent() {
        trace.note("sent:" + client.getUploadedBytes());
    }

    /** Notes why the last call was rejected. */
    @JSExport
    public static void rejection() {
        trace.note("rejection:" + client.getRejection());
    }

    /** Notes the message of the last failure. */
    @JSExport
    public static void message() {
        Failure failure = client.getFailure();
        trace.note("message:" + (failure == null ? "" : failure.message()));
    }
}
