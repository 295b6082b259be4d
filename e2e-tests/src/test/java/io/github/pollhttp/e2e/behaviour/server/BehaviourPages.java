package io.github.pollhttp.e2e.behaviour.server;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Serves the suite page from the class path. The query {@code ?header=Name:value} adds a header field to the response. */
final class BehaviourPages extends ResourceHandler {
    BehaviourPages(Server server) {
        setBaseResource(ResourceFactory.of(server).newClassLoaderResource("/suite/"));
        setCacheControl("no-store");
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        for (Fields.Field each : Request.extractQueryParameters(request)) {
            if (each.getName().equals("header")) {
                String[] nameAndValue = each.getValue().split(":", 2);
                response.getHeaders().add(nameAndValue[0], nameAndValue[1]);
            }
        }
        response.getHeaders().add("Access-Control-Allow-Origin", "*"); // a sandboxed frame loads its scripts with CORS
        return super.handle(request, response, callback);
    }
}
