package io.github.pollhttp.demo.server;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Serves the page and the game from the class path on the first origin only. On the second one its same-origin requests would be cross-origin. */
final class Page extends ResourceHandler {
    private final ServerConnector connector;

    Page(Server server, ServerConnector connector) {
        this.connector = connector;
        ResourceFactory resources = ResourceFactory.of(server);
        setBaseResource(ResourceFactory.combine(resources.newClassLoaderResource("/page/"),
                resources.newClassLoaderResource("/game-page/")));
        // In a reproducible jar every build has the same date, so a browser would take its cached copy for the current one.
        setCacheControl("no-store");
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return request.getConnectionMetaData().getConnector() == connector && super.handle(request, response, callback);
    }
}
