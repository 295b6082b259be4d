package io.github.pollhttp.jvm.proxy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ConnectHandler;
import org.eclipse.jetty.util.Callback;

/** A Jetty proxy for requests in absolute form and for tunnels. It may require the credentials {@code user:password}. */
final class JettyProxy implements AutoCloseable {
    private static final String USER_PASSWORD = "Basic dXNlcjpwYXNzd29yZA==";

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final List<String> served = new CopyOnWriteArrayList<>();
    private final boolean requiresPassword;

    private final class Forward extends ProxyHandler.Forward {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (!isAuthorized(request)) {
                response.getHeaders().put(HttpHeader.PROXY_AUTHENTICATE, "Basic realm=\"test\"");
                Response.writeError(request, response, callback, HttpStatus.PROXY_AUTHENTICATION_REQUIRED_407);
                return true;
            }
            served.add(request.getMethod() + " " + request.getHttpURI());
            return super.handle(request, response, callback);
        }
    }

    private final class Tunnels extends ConnectHandler {
        Tunnels() {
            super(new Forward());
        }

        @Override
        protected boolean handleAuthentication(Request request, Response response, String address) {
            boolean authorized = isAuthorized(request);
            if (authorized) {
                served.add("CONNECT " + address);
            }
            return authorized;
        }
    }

    JettyProxy(boolean requiresPassword) throws Exception {
        this.requiresPassword = requiresPassword;
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Tunnels());
        server.start();
    }

    private boolean isAuthorized(Request request) {
        return !requiresPassword || USER_PASSWORD.equals(request.getHeaders().get(HttpHeader.PROXY_AUTHORIZATION));
    }

    int port() {
        return connector.getLocalPort();
    }

    List<String> served() {
        return served;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the proxy did not stop", e);
        }
    }
}
