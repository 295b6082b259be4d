package io.github.pollhttp.bench.peer;

import java.util.List;

import io.github.pollhttp.bench.workload.Workload;

/**
 * The clients that are compared.
 *
 * @param title the name in the tables
 * @param type  the name of its {@link Peer} class, not the class itself, so that a process loads only one client
 * @param jars  the beginnings of the names of its jars
 */
public enum Peers {
    POLLHTTP("PollHTTP", "PollHttpPeer", "pollhttp-api", "pollhttp-jvm"), //
    POLLHTTP_REQUEST("PollHTTP HTTPRequest", "PollHttpRequestPeer", "pollhttp-api", "pollhttp-jvm"), //
    POLLHTTP_THREADS("PollHTTP HTTPRequest with useThreads", "PollHttpThreadsPeer", "pollhttp-api", "pollhttp-jvm"), //
    L1("L1 bare blocking socket", "BareSocketPeer"), //
    L2("L2 bare channel", "BareChannelPeer"), //
    JDK("java.net.http", "JdkPeer"), //
    URL_CONNECTION("HttpURLConnection", "UrlConnectionPeer"), //
    OKHTTP("OkHttp 5", "OkHttpPeer", "okhttp", "okio", "kotlin-stdlib"), //
    APACHE("Apache HttpClient 5", "ApachePeer", "httpclient5", "httpcore5", "slf4j"), //
    JETTY("Jetty client 12", "JettyPeer", "jetty-", "slf4j"), //
    NETTY("Netty 4", "NettyPeer", "netty-"), //
    GDX("libGDX NetJavaImpl", "GdxPeer", "gdx");

    /** HTTPRequest holds a whole body in memory, so its downloads are not longer than this. */
    private static final long LONGEST_IN_MEMORY = 64L * 1024 * 1024;

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

    /** Returns true if the peer takes part in a workload with bodies of this length. Threads of the library matter only to the frame loop. */
    public boolean does(Workload workload, long length) {
        return switch (this) {
            case POLLHTTP_THREADS -> workload == Workload.FRAME_LOOP;
            case POLLHTTP_REQUEST -> workload != Workload.DOWNLOAD || length <= LONGEST_IN_MEMORY;
            default -> true;
        };
    }

    /** Returns true for L1 and L2, which are lower bounds and not clients for programs. */
    public boolean isBare() {
        return this == L1 || this == L2;
    }

    public boolean isPollHttp() {
        return this == POLLHTTP || this == POLLHTTP_REQUEST || this == POLLHTTP_THREADS;
    }

    public static Peer create(String type) {
        try {
            return (Peer) Class.forName(type).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
