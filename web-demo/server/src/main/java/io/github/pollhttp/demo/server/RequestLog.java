package io.github.pollhttp.demo.server;

import java.util.function.Consumer;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Logs each request when it is over. Jetty's own log does not tell whether the client went away. */
final class RequestLog extends Handler.Wrapper {
    private final Consumer<ServedRequest> log;

    RequestLog(Handler handler, Consumer<ServedRequest> log) {
        super(handler);
        this.log = log;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String url = request.getHttpURI().asString();
        Request.addCompletionListener(request, failure -> log
                .accept(new ServedRequest(request.getMethod(), url, response.getStatus(), failure != null)));
        return super.handle(request, response, callback);
    }
}
