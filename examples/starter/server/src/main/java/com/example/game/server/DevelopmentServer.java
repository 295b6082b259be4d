package com.example.game.server;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Set;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.CrossOriginHandler;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Serves a folder while you develop. Only this computer can reach it. Pages of all origins may read the files. */
public final class DevelopmentServer {
    private DevelopmentServer() {}

    /**
     * Starts a server.
     *
     * @param port   its port, 0 for any free one
     * @param folder the folder that it serves
     * @return the URL of the folder, for example {@code http://localhost:8080/}
     */
    public static String start(int port, String folder) throws Exception {
        ResourceHandler files = new ResourceHandler();
        files.setBaseResource(ResourceFactory.root().newResource(Path.of(folder)));
        files.setMinMappedFileSize(0); // no mapping, so that Maven can replace the files on Windows, too
        files.setCacheControl("no-cache"); // the browser asks for each file whether it has changed
        CrossOriginHandler cors = new CrossOriginHandler();
        cors.setAllowedOriginPatterns(Set.of("*"));
        cors.setExposedHeaders(Set.of("*")); // for progress bars
        cors.setHandler(files);
        Server server = new Server(new InetSocketAddress("localhost", port));
        server.setHandler(cors);
        server.start();
        return server.getURI().toString();
    }

    /** Serves a page until you press Ctrl-C. The arguments are the port and the folder. */
    public static void main(String[] args) throws Exception {
        String url = start(Integer.parseInt(args[0]), args[1]);
        System.out.println("The game as JavaScript:  " + url);
        System.out.println("The game as WebAssembly: " + url + "?wasm");
        System.out.println("Press Ctrl-C to stop the server.");
    }
}
