package io.github.pollhttp.demo;

import java.util.List;

import io.github.pollhttp.HTTPClient.ResponseCode;
import io.github.pollhttp.HTTPClient.Status;

/** The cases of the demo. */
public final class DemoCases {
    /** The path, within the folder of the page, of the JSON file. */
    public static final String JSON_FILE = "/files/level.json";
    /** The path, within the folder of the page, of the file with random bytes. */
    public static final String LARGE_FILE = "/files/random.bin";
    /** The size of the file with random bytes. */
    public static final int LARGE_FILE_BYTES = 4 * 1024 * 1024;

    private static final String LARGE_FILE_CHECKSUM = "e798f92c";
    private static final int ECHOED_BYTES = 256 * 1024;

    /** The cases in the order in which page and desktop show them. They need the demo server. */
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
                    Expectation.different(Ending.OK, Ending.NETWORK_ERROR)),
            new DemoCase("refused", "Refused connection",
                    "The port refuses connections. The desktop reports that; a browser does not tell why a request failed.",
                    DemoRequest.get(Place.NOBODY, "/"),
                    Expectation.different(new Ending(Status.STATUS_CANT_CONNECT, 0), Ending.NETWORK_ERROR)));

    /** The cases of a page without the demo server. Any web server that hosts the files of the page can answer them. */
    public static final List<DemoCase> FILES = List.of(
            new DemoCase("json", "JSON", "A short JSON file, read in one piece.",
                    DemoRequest.get(Place.PAGE, JSON_FILE), Expectation.everywhere(Ending.OK)),
            new DemoCase("download", "4 MiB download",
                    "Read in pieces, a few milliseconds in each frame. The checksum is compared with the known one.",
                    DemoRequest.get(Place.PAGE, LARGE_FILE), Expectation.checked(Ending.OK, LARGE_FILE_CHECKSUM)),
            new DemoCase("head", "Only the headers",
                    "HEAD asks for the size of the same file. The response has headers and no body.",
                    DemoRequest.head(Place.PAGE, LARGE_FILE), Expectation.everywhere(Ending.OK)),
            new DemoCase("not-found", "Not found", "A 404 is a response like any other, with a body to read.",
                    DemoRequest.get(Place.PAGE, "/files/missing.json"),
                    Expectation.everywhere(Ending.answered(ResponseCode.RESPONSE_NOT_FOUND))),
            new DemoCase("unknown-host", "Unknown host",
                    "No server has this name. The desktop reports that; a browser does not tell why a request failed.",
                    DemoRequest.get(Place.UNKNOWN, "/"),
                    Expectation.different(new Ending(Status.STATUS_CANT_RESOLVE, 0), Ending.NETWORK_ERROR)));

    /** Asks for the {@link Addresses}. It is a case, too, because it uses the library; the page runs it first. */
    public static final DemoCase ADDRESSES = new DemoCase("addresses", "Addresses", "The origins of the servers.",
            DemoRequest.get(Place.PAGE, Addresses.PATH), Expectation.everywhere(Ending.OK));

    private DemoCases() {}

    /**
     * The case of a visitor, who enters a URL.
     *
     * @param path path and query of the URL, beginning with a slash
     * @return a case that has no expectation
     */
    public static DemoCase entered(String path) {
        return new DemoCase("entered", "A URL of your choice",
                "If it belongs to another origin, its server has to send Access-Control-Allow-Origin. Most servers do not, and the browser then hides the response.",
                DemoRequest.get(Place.ENTERED, path), null);
    }

    /** Bytes of every value, in an order in which a lost or repeated piece changes the checksum. */
    private static byte[] everyByte() {
        byte[] bytes = new byte[ECHOED_BYTES];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 8));
        }
        return bytes;
    }
}
