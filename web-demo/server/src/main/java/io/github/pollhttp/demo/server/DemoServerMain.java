package io.github.pollhttp.demo.server;

import java.nio.file.Path;

/** Serves the demo until it is stopped by Ctrl-C. */
public final class DemoServerMain {
    private static final int USUAL_PORT = 8080;

    private DemoServerMain() {}

    /**
     * Starts the server.
     *
     * @param arguments the file of the game's scores, without its ending
     * @throws Exception if that fails
     */
    public static void main(String[] arguments) throws Exception {
        try (DemoServer server = DemoServer.start(USUAL_PORT, Path.of(arguments[0]), DemoServerMain::print)) {
            System.out.println();
            System.out.println("  The PollHTTP demo is at   " + server.originA() + "/");
            System.out.println("  Its game is at            " + server.originA() + "/game/");
            System.out.println("  Its second origin is at   " + server.originB());
            System.out.println("  Ctrl-C ends it.");
            System.out.println();
            server.join();
        }
    }

    /** Prints only the requests of the cases, not the files of the page. They show, for example, that the server did send a response that CORS then hid. */
    private static void print(ServedRequest request) {
        if (request.url().contains("/api/")) {
            System.out.println("  " + request.method() + " " + request.url() + " " + request.code()
                    + (request.aborted() ? ", ended by the client" : ""));
        }
    }
}
