package io.github.pollhttp.e2e.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** A web server that has the files of one folder and nothing else, and sends no CORS headers. */
final class FileHost implements AutoCloseable {
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final List<String> requests = new CopyOnWriteArrayList<>();

    FileHost(Path folder) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ResourceHandler files = new ResourceHandler();
        files.setBaseResource(ResourceFactory.of(server).newResource(folder));
        files.setDirAllowed(false);
        server.setHandler(new Handler.Wrapper(files) {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                requests.add(request.getMethod() + " " + request.getHttpURI().getPath());
                return super.handle(request, response, callback);
            }
        });
        server.start();
    }

    /** The URL of the folder, with a slash at the end. */
    String url() {
        return "http://localhost:" + connector.getLocalPort() + "/";
    }

    /** Method and path of each request so far. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
