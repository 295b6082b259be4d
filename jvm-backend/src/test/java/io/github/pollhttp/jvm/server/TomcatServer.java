package io.github.pollhttp.jvm.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

import io.github.pollhttp.jvm.tls.Identity;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Apache Tomcat. It closes a connection after three requests. */
final class TomcatServer implements RealServer {
    private static final String PASSWORD = "changeit";

    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector();
    private final AtomicInteger requests = new AtomicInteger();

    private final class Servlet extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().equals("/early")) {
                response.setStatus(413);
            } else {
                requests.incrementAndGet();
            }
            response.getWriter().print(requests);
        }
    }

    TomcatServer(Path folder, Identity identity) throws Exception {
        tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
        tomcat.setSilent(true);
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxKeepAliveRequests", "3");
        connector.setProperty("keepAliveTimeout", Integer.toString(IDLE_MILLIS));
        connector.setProperty("compression", "on");
        connector.setProperty("compressibleMimeType", "text/plain");
        if (identity != null) {
            useTls(identity);
        }
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", folder.toString());
        context.addMimeMapping("txt", "text/plain");
        Wrapper files = Tomcat.addServlet(context, "files", new DefaultServlet());
        files.addInitParameter("useStrongETags", "true");
        context.addServletMapping("/", "files");
        Wrapper texts = Tomcat.addServlet(context, "texts", new DefaultServlet()); // Tomcat does not compress what has a strong entity tag
        texts.addInitParameter("sendfileSize", "-1"); // nor what the system sends
        context.addServletMapping("*.txt", "texts");
        Tomcat.addServlet(context, "own", new Servlet());
        context.addServletMapping("/count", "own");
        context.addServletMapping("/early", "own");
        tomcat.start();
    }

    private void useTls(Identity identity) throws Exception {
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("SSLEnabled", "true");
        SSLHostConfig host = new SSLHostConfig();
        SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(host,
                SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystore(identity.keyStore(PASSWORD.toCharArray()));
        certificate.setCertificateKeystorePassword(PASSWORD);
        host.addCertificate(certificate);
        connector.addSslHostConfig(host);
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("Tomcat did not stop", e);
        }
    }
}
