package io.github.pollhttp.demo;

import java.util.List;

import io.github.pollhttp.HTTPClient.ResponseCode;
import io.github.pollhttp.HTTPClient.Status;

/** The cases of the demo. */
public final class DemoCases {
    private static final int ECHOED_BYTES = 256 * 1024;

    /** The cases in the order in which page and desktop show them. */
    public static final List<DemoCase> ALL = List.of(
            new DemoCase("json", "JSON", "A short JSON text, read in one piece.",
                    DemoRequest.get(Place.PAGE, "/api/json"), Expectation.everywhere(Ending.OK)),
            new DemoCase("stream", "Slow stream",
                    "The server sends one word at a time, and each can be read when it arrives.",
                    DemoRequest.get(Place.PAGE, "/api/stream"), Expectation.everywhere(Ending.OK)),
            new DemoCase("download", "32 MiB download",
                    "Read in pieces, a few milliseconds in each frame. The checksum is compared with the server's.",
                    DemoRequest.get(Place.PAGE, "/api/download"), Expectation.everywhere(Ending.OK)),
            new DemoCase("echo", "Binary echo", "Sends 256 KiB and expects the same bytes back.",
                    DemoRequest.post("/api/echo", everyByte()), Expectation.everywhere(Ending.OK)),
            new DemoCase("not-found", "Not found", "A 404 is a response like any other, with a body to read.",
                    DemoRequest.get(Place.PAGE, "/api/missing"),
                    Expectation.everywhere(Ending.answered(ResponseCode.RESPONSE_NOT_FOUND))),
            new DemoCase("no-content", "No content", "A 204 has no body, so the client never reaches STATUS_BODY.",
                    DemoRequest.get(Place.PAGE, "/api/empty"),
                    Expectation.everywhere(Ending.answered(ResponseCode.RESPONSE_NO_CONTENT))),
            new DemoCase("cors-allowed", "Cross-origin, allowed",
                    "The second server allows other origins to read its response and one of its headers.",
                    DemoRequest.get(Place.SECOND, "/api/cors-allowed"), Expectation.everywhere(Ending.OK)),
            new DemoCase("cors-refused", "Cross-origin, refused",
                    "The second server sends no CORS headers, so a browser hides the response. The desktop has no CORS.",
                    DemoRequest.get(Place.SECOND, "/api/cors-refused"),
                    new Expectation(Ending.OK, Ending.NETWORK_ERROR)),
            new DemoCase("refused", "Refused connection",
                    "The port refuses connections. The desktop reports that; a browser does not tell why a request failed.",
                    DemoRequest.get(Place.NOBODY, "/"),
                    new Expectation(new Ending(Status.STATUS_CANT_CONNECT, 0), Ending.NETWORK_ERROR)));

    /** Asks for the {@link Addresses}. It is a case, too, because it uses the library; the page runs it first. */
    public static final DemoCase ADDRESSES = new DemoCase("addresses", "Addresses", "The origins of the servers.",
            DemoRequest.get(Place.PAGE, Addresses.PATH), Expectation.everywhere(Ending.OK));

    private DemoCases() {}

    /** Bytes of every value, in an order in which a lost or repeated piece changes the checksum. */
    private static byte[] everyByte() {
        byte[] bytes = new byte[ECHOED_BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 8));
        }
        return bytes;
    }
}
