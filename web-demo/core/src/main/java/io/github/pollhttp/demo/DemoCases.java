package io.github.pollhttp.demo;

import java.util.List;

import io.github.pollhttp.HTTPClient.ResponseCode;
import io.github.pollhttp.HTTPClient.Status;

/** All the cases, in the order in which they are shown. */
public final class DemoCases {
    private static final int ECHOED_BYTES = 256 * 1024;

    /** What page and desktop show. */
    public static final List<DemoCase> ALL = List.of(
            new DemoCase("json", "JSON", "A small text, asked for and read at once.",
                    DemoRequest.get(Place.PAGE, "/api/json"), Expectation.everywhere(Ending.OK)),
            new DemoCase("stream", "Slow stream",
                    "The server sends a word at a time. Each one is there to read when it arrives.",
                    DemoRequest.get(Place.PAGE, "/api/stream"), Expectation.everywhere(Ending.OK)),
            new DemoCase("download", "32 MiB download",
                    "Read in pieces, within a few milliseconds of each frame. The checksum is compared with the server's.",
                    DemoRequest.get(Place.PAGE, "/api/download"), Expectation.everywhere(Ending.OK)),
            new DemoCase("echo", "Binary echo", "256 KiB are posted, and the same 256 KiB have to come back.",
                    DemoRequest.post("/api/echo", everyByte()), Expectation.everywhere(Ending.OK)),
            new DemoCase("not-found", "Not found", "A 404 is an answer like any other, with a body to read.",
                    DemoRequest.get(Place.PAGE, "/api/missing"),
                    Expectation.everywhere(Ending.answered(ResponseCode.RESPONSE_NOT_FOUND))),
            new DemoCase("no-content", "No content", "A 204 has no body, so the status BODY does not occur.",
                    DemoRequest.get(Place.PAGE, "/api/empty"),
                    Expectation.everywhere(Ending.answered(ResponseCode.RESPONSE_NO_CONTENT))),
            new DemoCase("cors-allowed", "Cross-origin, allowed",
                    "The second server lets other origins read its answer, and one header of its own.",
                    DemoRequest.get(Place.SECOND, "/api/cors-allowed"), Expectation.everywhere(Ending.OK)),
            new DemoCase("cors-refused", "Cross-origin, refused",
                    "The second server says nothing about CORS. A browser withholds such an answer; the desktop has no CORS.",
                    DemoRequest.get(Place.SECOND, "/api/cors-refused"),
                    new Expectation(Ending.OK, Ending.NETWORK_ERROR)),
            new DemoCase("refused", "Refused connection",
                    "Nobody listens there. The desktop knows it as a refusal; a browser tells no program why it failed.",
                    DemoRequest.get(Place.NOBODY, "/"),
                    new Expectation(new Ending(Status.STATUS_CANT_CONNECT, 0), Ending.NETWORK_ERROR)));

    /** How the page learns its {@link Addresses}: a case as well, and the first one that has to work. */
    public static final DemoCase ADDRESSES = new DemoCase("addresses", "Addresses", "Where the servers are.",
            DemoRequest.get(Place.PAGE, Addresses.PATH), Expectation.everywhere(Ending.OK));

    private DemoCases() {}

    /** Bytes of every value, in an order in which a lost or doubled piece shows in the checksum. */
    private static byte[] everyByte() {
        byte[] bytes = new byte[ECHOED_BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 8));
        }
        return bytes;
    }
}
