package io.github.pollhttp.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.internal.Sentence;
import io.github.pollhttp.spi.Backend;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.BackendProvider;
import io.github.pollhttp.spi.FailureException;
import io.github.pollhttp.spi.RequestPlatform;

/**
 * A network without sockets, for the tests of a game on the JVM. A test scripts the replies and moves the clock. All clients, requests, queues and
 * event sources that are created while the network is installed use it instead of the backend on the class path.
 *
 * <pre>{@code
 * try (ScriptedNetwork network = ScriptedNetwork.install()) {
 *     network.on("https://example.com/level.json", Reply.of(200, "a cave"));
 *     LevelScreen screen = new LevelScreen();
 *     network.play(1, screen::frame); // one second, 60 frames
 *     assertEquals("a cave", screen.text());
 * }
 * }</pre>
 *
 * <p>
 * <b>The same code runs.</b> Statuses, redirects, cookies, content codings, timeouts, retries and downloads are those of the library. The network only
 * decides which bytes arrive, and when.
 *
 * <p>
 * <b>Time</b> stands still until the test calls {@link #play}, {@link #playUntil} or {@link #advance}. It begins with 0 seconds, which the library
 * takes for the beginning of 1970. Only a {@code CookieJar} still uses the time of the computer. A client in blocking mode moves the clock while it
 * waits.
 *
 * <p>
 * <b>A request without a reply</b> fails at once, with a message that names its URL and what was scripted, and {@link #close()} then throws an
 * {@link AssertionError}.
 *
 * <p>
 * <b>Threads.</b> Use the network and its clients on one thread. {@code HTTPRequest.setUseThreads} has no effect. Only one network can be installed
 * at a time, so tests that use one must not run in parallel in the same JVM.
 */
public final class ScriptedNetwork implements AutoCloseable {
    /** The time of a frame. */
    static final long FRAME_NANOS = 1_000_000_000 / 60;

    private static final double LONGEST_PLAY_SECONDS = 600;

    private final ManualClock clock = new ManualClock();
    private final Routes routes = new Routes();
    private final List<SentRequest> requests = new ArrayList<>();
    private final List<SentRequest> unscripted = new ArrayList<>();

    /** What {@link #close} throws because a function of the test has thrown; null if none has. */
    private AssertionError thrown;
    private final CookieJar cookies = CookieJar.create();
    private final Provider provider;

    /** Null unless the network behaves like a browser. */
    private final Page page;

    private ScriptedNetwork(Page page) {
        BackendProvider installed = BackendProvider.installed();
        if (installed instanceof Provider) {
            throw new IllegalStateException("a scripted network is installed already; close it first.");
        }
        this.page = page;
        this.provider = new Provider(installed);
        BackendProvider.replace(provider);
    }

    private final class Provider implements BackendProvider {
        private final BackendProvider installed;
        private final RequestPlatform platform;

        Provider(BackendProvider installed) {
            this.installed = installed;
            this.platform = new ScriptedPlatform(installed.requestPlatform(), page);
        }

        @Override
        public String artifact() {
            return "pollhttp-testing";
        }

        @Override
        public Backend create() {
            ScriptedNetwork network = ScriptedNetwork.this;
            return new ScriptedBackend(network, new Sender(network), installed.create());
        }

        @Override
        public RequestPlatform requestPlatform() {
            return platform;
        }

        @Override
        public long nanoTime() {
            return clock.nanoTime();
        }

        @Override
        public long currentTimeMillis() {
            return clock.nanoTime() / 1_000_000;
        }

        @Override
        public double random() {
            return 0;
        }
    }

    /**
     * Installs a network that behaves like that of a desktop.
     *
     * @return the network; {@link #close()} it at the end of the test
     * @throws IllegalStateException if another one is installed
     */
    public static ScriptedNetwork install() {
        return new ScriptedNetwork(null);
    }

    /**
     * Installs a network that behaves like a browser with a page. CORS hides responses of other origins, preflights are sent, the browser follows redirects,
     * stores cookies, leaves out the headers that only it may set, and does not tell why a request has failed. Relative URLs are resolved against the
     * page.
     *
     * @param pageUrl the absolute URL of the page, for example {@code https://game.example/index.html}
     * @return the network; {@link #close()} it at the end of the test
     * @throws IllegalStateException    if another one is installed
     * @throws IllegalArgumentException if the URL is invalid
     */
    public static ScriptedNetwork installBrowser(String pageUrl) {
        return new ScriptedNetwork(Page.of(pageUrl));
    }

    // The script

    /**
     * Scripts the replies to all requests for a URL, whatever their method. Replaces earlier replies for it. Preflights need replies of their own, for
     * {@code METHOD_OPTIONS}.
     *
     * @param url     an absolute URL with its query; with a {@code *} at its end for all URLs that begin with it. If several match, the last one that
     *                was scripted counts
     * @param replies the replies in order; the last one is also the reply to all later requests
     * @throws IllegalArgumentException if the URL is invalid, or there is no reply
     */
    public void on(String url, Reply... replies) {
        routes.add(null, url, List.of(replies));
    }

    /**
     * Scripts the replies to the requests with one method, see {@link #on(String, Reply...)}.
     *
     * @param method  the method
     * @param url     an absolute URL, perhaps with a {@code *} at its end
     * @param replies the replies in order; the last one is also the reply to all later requests
     * @throws IllegalArgumentException if the URL is invalid, or there is no reply
     */
    public void on(Method method, String url, Reply... replies) {
        routes.add(method, url, List.of(replies));
    }

    /**
     * Scripts replies that depend on the request, see {@link #on(String, Reply...)}.
     *
     * <p>
     * If the function throws an exception, for example an {@link AssertionError} about the request, the call that sends the request throws it. For an
     * {@code HTTPRequest}, a queue or an event source, that is {@code poll()}. The function is not called again: later requests throw the same
     * exception. {@link #close()} then throws an {@link AssertionError} with the exception as its cause, so that the test fails also if the game catches
     * what {@code poll()} throws.
     *
     * @param url    an absolute URL, perhaps with a {@code *} at its end
     * @param server returns the reply to a request; not one that fails before the request is sent
     * @throws IllegalArgumentException if the URL is invalid
     */
    public void on(String url, Function<SentRequest, Reply> server) {
        routes.add(null, url, server);
    }

    // Time

    /**
     * Moves the clock without a frame. The library counts at most one second between two polls for its timeouts, so use {@link #play} for those.
     *
     * @param seconds the time in seconds, 0 or more
     */
    public void advance(double seconds) {
        clock.advance(ManualClock.nanos(seconds));
    }

    /**
     * Moves the clock, with 60 frames a second.
     *
     * @param seconds the time in seconds, 0 or more
     * @param frame   what the game does in one frame, such as {@code poll()}
     */
    public void play(double seconds, Runnable frame) {
        long end = clock.nanoTime() + ManualClock.nanos(seconds);
        while (clock.nanoTime() < end) {
            clock.advance(Math.min(FRAME_NANOS, end - clock.nanoTime()));
            frame.run();
        }
    }

    /**
     * Moves the clock, with 60 frames a second, until a condition holds.
     *
     * @param condition the condition, checked before each frame
     * @param frame     what the game does in one frame
     * @throws AssertionError if the condition does not hold within 600 seconds of the clock
     */
    public void playUntil(BooleanSupplier condition, Runnable frame) {
        long end = clock.nanoTime() + ManualClock.nanos(LONGEST_PLAY_SECONDS);
        while (!condition.getAsBoolean()) {
            if (clock.nanoTime() >= end) {
                throw new AssertionError("The condition did not hold within 600 seconds. The network received "
                        + requests + ".");
            }
            clock.advance(FRAME_NANOS);
            frame.run();
        }
    }

    // What has happened

    /**
     * Returns all requests that the network has received, those of redirects, retries and preflights included.
     *
     * @return a copy, in the order of their arrival
     */
    public List<SentRequest> requests() {
        return List.copyOf(requests);
    }

    /**
     * Puts the backend of the class path back. Clients of the network keep it.
     *
     * @throws AssertionError if a request had no scripted reply, or a function of the test threw an exception instead of returning a reply
     */
    @Override
    public void close() {
        BackendProvider.replace(provider.installed);
        if (thrown != null) {
            throw thrown;
        }
        if (!unscripted.isEmpty()) {
            throw new AssertionError("The test has scripted no reply for " + unscripted + ", only for " + routes + ".");
        }
    }

    // For the clients

    ManualClock clock() {
        return clock;
    }

    Page page() {
        return page;
    }

    CookieJar cookies() {
        return cookies;
    }

    Reply takeConnectFault(String origin) {
        return routes.takeConnectFault(origin);
    }

    /** Whether the next reply to a request is a failure to connect, so that an open connection must have been closed. */
    boolean isAway(SentRequest request) {
        return routes.isAway(request);
    }

    /** @return the reply, or null if the test has scripted none */
    Reply take(SentRequest request) {
        requests.add(request);
        try {
            Reply reply = routes.take(request);
            if (reply == null) {
                unscripted.add(request);
            }
            return reply;
        } catch (Throwable e) {
            if (thrown == null) {
                thrown = new AssertionError(
                        Sentence.ended("The function that replies to " + request + " threw " + e), e);
            }
            throw e;
        }
    }

    BackendFailure unscripted(Reason reason, SentRequest request) {
        return new FailureException(new Failure(Phase.REQUEST, reason,
                "The test has scripted no reply for " + request + ", only for " + routes + ".", null));
    }
}
