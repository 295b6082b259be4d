package io.github.pollhttp.stars.server;

import java.io.IOException;

/** Starts the development server and serves until it is stopped by Ctrl-C. */
public final class ServerLauncher {
    private static final int PORT = 8090;

    private ServerLauncher() {}

    /**
     * Starts the server at http://localhost:8090/.
     *
     * @param args none
     * @throws IOException if another program uses the port
     */
    public static void main(String[] args) throws IOException {
        GameServer server = GameServer.start(PORT);
        System.out.println("The game's server listens at " + server.url() + " Ctrl-C ends it.");
    }
}
