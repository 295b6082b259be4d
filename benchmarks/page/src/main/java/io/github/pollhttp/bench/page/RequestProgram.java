package io.github.pollhttp.bench.page;

import org.teavm.jso.JSExport;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.request.HTTPRequest;
import io.github.pollhttp.request.HTTPResponse;

/** An HTTPRequest in the browser. The script of the page starts a GET and calls {@link #frame} in each frame until the GET has ended. */
public final class RequestProgram {
    private static final HTTPRequest HTTP = HTTPRequest.create();
    private static String origin;
    private static HTTPResponse response;
    private static String rejection;

    private RequestProgram() {}

    /** Does nothing. TeaVM needs a main class, but the page only calls the exported methods. */
    public static void main(String[] args) {}

    /** Only stores the address, because HTTPRequest connects with the request. */
    @JSExport
    public static boolean connect(int port, boolean direct) {
        origin = "http://127.0.0.1:" + port;
        HTTP.setResponseListener(ended -> response = ended);
        return true;
    }

    /** Starts a GET. */
    @JSExport
    public static void start(String path) {
        response = null;
        rejection = HTTP.request(origin + path) == ErrorCode.OK ? null : HTTP.getRejection();
    }

    /** Polls once. True when the response is complete or has failed. */
    @JSExport
    public static boolean frame() {
        HTTP.poll();
        return response != null || rejection != null;
    }

    /** Bytes received so far. */
    @JSExport
    public static double received() {
        return HTTP.getDownloadedBytes();
    }

    /** The reason why the last GET failed, or null. */
    @JSExport
    public static String failure() {
        return rejection == null ? response.message() : rejection;
    }

    /** Asks for the body as an array. Returns what is wrong with its bytes, or null: byte i of the body is i mod 251. */
    @JSExport
    public static String array() {
        byte[] body = response.bytes();
        int last = body.length - 1;
        return body[0] == 0 && body[last] == (byte) (last % 251) ? null : "the body is wrong";
    }
}
