package io.github.pollhttp.bench.peer;

import java.util.List;

import io.github.pollhttp.bench.workload.Workload;

/**
 * The clients that are compared.
 *
 * @param name as the table has it
 * @param type its class, by name, so that a process loads no client but its own
 * @param jars how the names of its jars begin
 */
public enum Peers {
    POLLHTTP("PollHTTP", "PollHttpPeer", "pollhttp-api", "pollhttp-jvm"), POLLHTTP_THREADS(
            "PollHTTP with useThreads", "PollHttpThreadsPeer", "pollhttp-api",
            "pollhttp-jvm"), L1("L1 bare blocking socket",
                    "BareSocketPeer"), L2("L2 bare channel", "BareChannelPeer"), JDK("java.net.http",
                            "JdkPeer"), URL_CONNECTION("HttpURLConnection", "UrlConnectionPeer"), OKHTTP("OkHttp 5",
                                    "OkHttpPeer", "okhttp", "okio", "kotlin-stdlib"), APACHE("Apache HttpClient 5",
                                            "ApachePeer", "httpclient5", "httpcore5",
                                            "slf4j"), JETTY("Jetty client 12", "JettyPeer", "jetty-", "slf4j"), NETTY(
                                                    "Netty 4",
                                                    "NettyPeer", "netty-"), GDX("libGDX NetJavaImpl", "GdxPeer", "gdx");

    private final String title;
    private final String type;
    private final List<String> jars;

    Peers(String title, String type, String... jars) {
        this.title = title;
        this.type = type;
        this.jars = List.of(jars);
    }

    public String title() {
        return title;
    }

    public String type() {
        return getClass().getPackageName() + "." + type;
    }

    public List<String> jars() {
        return jars;
    }

    /** Whether that is what it is for: only whole requests can have threads. */
    public boolean does(Workload workload) {
        return this != POLLHTTP_THREADS || workload == Workload.FRAME_LOOP;
    }

    /** Whether it is a floor to compare with, not a client that someone would use. */
    public boolean isBare() {
        return this == L1 || this == L2;
    }

    /** Whether it has no threads and goes on only while it is polled. */
    public boolean isPolled() {
        return this == POLLHTTP || this == L2;
    }

    public static Peer create(String type) {
        try {
            return (Peer) Class.forName(type).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
