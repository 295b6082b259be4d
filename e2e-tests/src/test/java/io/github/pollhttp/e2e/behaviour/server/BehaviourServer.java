package io.github.pollhttp.e2e.behaviour.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * A server with several origins on this machine: A has the page. B is another port of the same host. C is B under another host name. S is like
 * A, but over TLS with a self-signed certificate. N is a port that refuses connections.
 */
public final class BehaviourServer implements AutoCloseable {
    private final Server server = new Server();
    private final SocketChannel closedPort = SocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final Map<String, Site> sites = new ConcurrentHashMap<>();

    private BehaviourServer(Path keyStore) throws IOException {
        HttpConnectionFactory http = new HttpConnectionFactory();
        http.getHttpConfiguration().setSendServerVersion(false);
        http.getHttpConfiguration().setSendDateHeader(false);
        int a = listen(new ServerConnector(server, http));
        int b = listen(new ServerConnector(server, http));
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(keyStore.toString());
        tls.setKeyStorePassword(Certificate.PASSWORD);
        int s = listen(new ServerConnector(server, new SslConnectionFactory(tls, "http/1.1"), http));
        origins.put("A", "http://127.0.0.1:" + a);
        origins.put("B", "http://127.0.0.1:" + b);
        origins.put("C", "http://localhost:" + b);
        origins.put("S", "https://127.0.0.1:" + s);
        origins.put("N", "http://127.0.0.1:" + ((InetSocketAddress) closedPort.getLocalAddress()).getPort());
        origins.put("host of B", "127.0.0.1:" + b);
        origins.put("UPPER-CASE A", "HTTP://127.0.0.1:" + a);
        server.setHandler(new Handler.Sequence(new ContextHandler(new BehaviourPages(server), "/suite"), new Sites()));
    }

    /** Starts a server, with its certificate in the directory. */
    public static BehaviourServer start(Path directory) throws Exception {
        BehaviourServer started = new BehaviourServer(Certificate.make(directory));
        started.server.start();
        return started;
    }

    private int listen(ServerConnector connector) throws IOException {
        connector.setHost("127.0.0.1");
        connector.open();
        server.addConnector(connector);
        return connector.getLocalPort();
    }

    /** Returns the origin of a letter, for example {@code http://127.0.0.1:8080}. */
    public String origin(String letter) {
        return origins.get(letter);
    }

    /** Creates a site. The paths of the replies start with a slash and may have a query. */
    public Site open(Map<String, Reply> replies) {
        String id = Integer.toString(sites.size());
        Site site = new Site(origins, id, replies);
        sites.put(id, site);
        return site;
    }

    @Override
    public void close() {
        try {
            server.stop();
            closedPort.close();
        } catch (Exception e) {
            throw new IllegalStateException("The server did not stop", e);
        }
    }

    private final class Sites extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String target = request.getHttpURI().getPathQuery();
            int end = target.indexOf('/', 1);
            Site site = end < 0 ? null : sites.get(target.substring(1, end));
            if (site == null) {
                return false;
            }
            String origin = request.getHttpURI().getScheme() + "://" + request.getHttpURI().getAuthority();
            Served served = new Served(site.letter(origin), request.getMethod(), target.substring(end),
                    HttpFields.build(request.getHeaders()).asImmutable(),
                    BufferUtil.toArray(Content.Source.asByteBuffer(request)));
            site.begin(served);
            try {
                site.reply(served.target()).to(new Visit(site, served, request, response));
                callback.succeeded();
            } catch (IOException e) {
                callback.failed(e); // the client closed the connection, or the reply ends it on purpose
            } finally {
                site.end();
            }
            return true;
        }
    }
}
