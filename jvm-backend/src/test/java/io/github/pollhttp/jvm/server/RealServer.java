package io.github.pollhttp.jvm.server;

import java.nio.file.Path;

import io.github.pollhttp.jvm.tls.Identity;

/**
 * A server that others wrote, with default settings except for short time limits. Each serves the files of a folder, answers {@code /count} with the
 * number of requests to it, and answers {@code /early} with 413 before it has read the body.
 */
public interface RealServer extends AutoCloseable {
    /** A server closes a connection after it was idle for this time. */
    int IDLE_MILLIS = 300;

    /** Which server to start. */
    enum Kind {
        TOMCAT, UNDERTOW, JDK;

        /** @param identity the certificate, or null for http */
        public RealServer start(Path folder, Identity identity) throws Exception {
            return switch (this) {
                case TOMCAT -> new TomcatServer(folder, identity);
                case UNDERTOW -> new UndertowServer(folder, identity);
                case JDK -> new JdkServer(identity);
            };
        }
    }

    int port();

    @Override
    void close();
}
