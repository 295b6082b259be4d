package io.github.pollhttp.e2e.behaviour;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

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
import io.github.pollhttp.contract.Body;
import io.github.pollhttp.contract.Pattern;
import io.github.pollhttp.contract.Trace;
import io.github.pollhttp.internal.HeaderLine;

/**
 * One client in a page, led step by step by a test on the JVM, and the trace of what it sees. After each step the page's script calls
 * {@link #frame} as a game does until the step is done. All arguments are text, for a program comes as text.
 */
public final class BehaviourProgram {
    private static final byte[] NO_BYTES = {};
    private static final double MEBIBYTE = 1024 * 1024;
    /** Direct, as a game would have it that streams much. */
    private static final ByteBuffer BUFFER = ByteBuffer.allocateDirect(64 * 1024);

    private static HTTPClient client = HTTPClient.create();
    private static Trace trace = new Trace(client);
    private static Frame frame;
    private static List<String> headers = List.of();
    private static byte[] content = NO_BYTES;
    private static Body body = new Body();
    private static double skipped;
    private static long sent;

    private interface Frame {
        /** @return true when the step is done */
        boolean advance();
    }

    private BehaviourProgram() {}

    /** One frame of the step; true when it is done. */
    @JSExport
    public static boolean frame() {
        if (frame != null && !frame.advance()) {
            return false;
        }
        frame = null;
        return true;
    }

    /** What has happened since the last call. */
    @JSExport
    public static String trace() {
        String words = trace.toString();
        trace = new Trace(client);
        return words;
    }

    // Steps of the client

    /** Throws the client away and takes a new one. */
    @JSExport
    public static void begin() {
        client.close();
        client = HTTPClient.create();
        trace = new Trace(client);
    }

    /** @param origin scheme, host and port */
    @JSExport
    public static void connect(String origin) {
        int colon = origin.lastIndexOf(':');
        trace.note("connect:"
                + client.connectToHost(origin.substring(0, colon), Integer.parseInt(origin.substring(colon + 1))));
        frame = () -> {
            if (isConnecting()) {
                trace.poll();
            }
            return !isConnecting();
        };
    }

    private static boolean isConnecting() {
        Status status = client.getStatus();
        return status == Status.STATUS_RESOLVING || status == Status.STATUS_CONNECTING;
    }

    /** Adds a header line to the next request. */
    @JSExport
    public static void header(String line) {
        List<String> more = new ArrayList<>(headers);
        more.add(line);
        headers = more;
    }

    /** Gives the next request a body of ASCII text. */
    @JSExport
    public static void text(String text) {
        content = new byte[text.length()];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) text.charAt(i);
        }
    }

    /** Gives the next request a body of {@link Pattern} bytes. */
    @JSExport
    public static void pattern(String length) {
        content = Pattern.bytes(Integer.parseInt(length));
    }

    /** Sends a request. */
    @JSExport
    public static void request(String method, String target) {
        body = new Body();
        skipped = 0;
        sent = 0;
        trace.note("request:" + client.requestRaw(Method.valueOf("METHOD_" + method), target, headers, content));
        headers = List.of();
        content = NO_BYTES;
    }

    /** Awaits the response's head; if there is a failure instead, looks whether anything of the response can be seen. */
    @JSExport
    public static void head() {
        frame = () -> {
            if (client.getStatus() == Status.STATUS_REQUESTING) {
                trace.poll();
            }
            if (client.getStatus() == Status.STATUS_REQUESTING) {
                return false;
            }
            if (client.getStatus() == Status.STATUS_CONNECTION_ERROR) {
                noteWhatIsSeen();
            } else if (client.hasResponse()) {
                trace.note("code:" + client.getResponseCode());
            }
            return true;
        };
    }

    private static void noteWhatIsSeen() {
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

    /** Reads until the body has so many bytes, or ends. */
    @JSExport
    public static void some(String bytes) {
        int wanted = Integer.parseInt(bytes);
        frame = () -> isRead(wanted);
    }

    private static boolean isRead(int wanted) {
        if (client.getStatus() == Status.STATUS_CONNECTION_ERROR) {
            return true;
        }
        client.poll();
        int count = -1;
        while (count != 0 && body.length() < wanted && client.getStatus() == Status.STATUS_BODY) {
            byte[] chunk = client.readResponseBodyChunk();
            count = chunk.length;
            body.add(chunk, count);
        }
        if (client.getStatus() == Status.STATUS_BODY && body.length() < wanted) {
            return false;
        }
        trace.note("body:" + body.token());
        if (client.getStatus() == Status.STATUS_CONNECTION_ERROR) {
            trace.poll();
            noteFailure();
        }
        return true;
    }

    /** Reads into one buffer, and keeps nothing, until so many mebibytes of the body have come, or it ends; notes how many these are. */
    @JSExport
    public static void skip(String mebibytes) {
        double wanted = Integer.parseInt(mebibytes) * MEBIBYTE;
        frame = () -> {
            client.poll();
            int count = -1;
            while (count != 0 && skipped < wanted && client.getStatus() == Status.STATUS_BODY) {
                count = client.readResponseBodyChunk(BUFFER.clear());
                skipped += count;
            }
            if (skipped < wanted && client.getStatus() == Status.STATUS_BODY) {
                return false;
            }
            trace.note("MiB:" + (int) (skipped / MEBIBYTE));
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

    /** @param milliseconds see {@link HTTPClient#setReadTimeout} */
    @JSExport
    public static void timeout(String milliseconds) {
        client.setReadTimeout(Integer.parseInt(milliseconds) / 1000.0);
    }

    /** Turns on the probe that looks for the cause of a failure. */
    @JSExport
    public static void diagnostics() {
        client.setDiagnosticsEnabled(true);
    }

    /** Sends cookies to every origin. */
    @JSExport
    public static void include() {
        client.setWebOptions(WebOptions.DEFAULT.withCredentials(Credentials.INCLUDE));
    }

    /** Lets the browser count what it sends, from the next request on. */
    @JSExport
    public static void uploads() {
        client.setUploadProgressEnabled(true);
    }

    /** Sets how the browser sends requests, by the names of the constants. */
    @JSExport
    public static void options(String credentials, String cache, String keepalive, String priority, String referrer) {
        client.setWebOptions(new WebOptions(Credentials.valueOf(credentials), Cache.valueOf(cache),
                keepalive.equals("true"), Priority.valueOf(priority), ReferrerPolicy.valueOf(referrer)));
    }

    /** Polls until more of the body has been sent than at the last call. */
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

    /** Notes the length of the body as far as it is known. */
    @JSExport
    public static void bodyLength() {
        trace.note("length:" + client.getResponseBodyLength());
    }

    /** Notes where the response came from. */
    @JSExport
    public static void url() {
        trace.note("url:" + client.getResponseUrl());
    }

    /** Notes how much of the body has been sent. */
    @JSExport
    public static void sent() {
        trace.note("sent:" + client.getUploadedBytes());
    }

    /** Notes why the last call was refused. */
    @JSExport
    public static void refusal() {
        trace.note("rejection:" + client.getRejection());
    }

    /** Notes the sentence about the last failure. */
    @JSExport
    public static void sentence() {
        Failure failure = client.getFailure();
        trace.note("sentence:" + (failure == null ? "" : failure.message()));
    }
}
