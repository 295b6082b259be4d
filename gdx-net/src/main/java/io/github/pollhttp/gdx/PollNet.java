package io.github.pollhttp.gdx;

import java.util.Objects;

import com.badlogic.gdx.Net;
import com.badlogic.gdx.net.ServerSocket;
import com.badlogic.gdx.net.ServerSocketHints;
import com.badlogic.gdx.net.Socket;
import com.badlogic.gdx.net.SocketHints;

import io.github.pollhttp.queue.HTTPRequestQueue;

/**
 * A libGDX {@code Net} that sends HTTP requests with PollHTTP. Sockets and {@code openURI} stay with the {@code Net} that the game had before. The
 * behaviour is the same on the desktop and in the browser, unless a paragraph below says otherwise. One line in {@code create()} replaces the
 * {@code Net} of a game:
 *
 * <pre>{@code
 * Gdx.net = PollNet.over(Gdx.net);
 * }</pre>
 *
 * {@code Gdx.app.getNet()} still returns the earlier {@code Net}.
 *
 * <p>
 * <b>Callbacks.</b> Each request calls exactly one method of its listener, exactly once. {@code handleHttpResponse} and {@code failed} are
 * called on the render thread, by {@link #poll()} and never inside of {@code sendHttpRequest}. {@code cancelled} is called inside of
 * {@code cancelHttpRequest}, on the thread that calls it. An exception of {@code handleHttpResponse} or {@code failed} is written to the log with
 * {@code Gdx.app.error}. The game goes on, and {@code failed} is not called in addition. The listener may be null.
 *
 * <p>
 * <b>Responses.</b> {@code handleHttpResponse} means that the complete body is in memory, whatever the status code. The methods {@code getResult},
 * {@code getResultAsString} and {@code getResultAsStream} can be called repeatedly, and also after the callback. The string is decoded as UTF-8
 * without a byte order mark. {@code getHeader} ignores the case of the name; of several headers with this name, it returns the value of the last one.
 * The keys of {@code getHeaders} ignore their case, and no key is null. In the browser, several headers with one name are one header, whose value is a
 * list with commas, and CORS hides most headers of another origin.
 *
 * <p>
 * <b>Failures.</b> {@code failed} gets a {@link RequestFailedException}, for example if the name of the server cannot be resolved, there is no
 * connection, a time limit has passed, the body is cut short, the URL is invalid or the method is unknown. A status such as 404 is a response, not a
 * failure.
 *
 * <p>
 * <b>Requests.</b> {@code sendHttpRequest} copies the request and reads its content stream to the end, so that the game can change, reuse or
 * {@linkplain com.badlogic.gdx.utils.Pool#free free} the request immediately. Reading a long stream can delay the frame. The stream is not
 * closed. One request can be sent several times at once.
 * <ul>
 * <li>The content of GET and HEAD is the query of the URL; a stream is not sent. The content of every other method, PATCH and DELETE included, is the
 * body. A string is sent as UTF-8. A string without a {@code Content-Type} header is sent as {@code application/x-www-form-urlencoded}, except by PUT.
 * The {@code Net} of libGDX on the desktop does the same.
 * <li>Headers whose values the client itself decides are not sent, as with the JDK: {@code Access-Control-Request-Headers},
 * {@code Access-Control-Request-Method}, {@code Connection}, {@code Content-Length}, {@code Content-Transfer-Encoding}, {@code Host},
 * {@code Keep-Alive}, {@code Origin}, {@code Trailer}, {@code Transfer-Encoding}, {@code Upgrade} and {@code Via}. A header with the value null is not
 * sent, too.
 * <li>A compressed body is decompressed. On the desktop it is not decompressed if the request has an {@code Accept-Encoding} header.
 * <li>{@code setTimeOut} limits the time, in milliseconds, in which no byte moves: while connecting, while waiting for the response, and between two
 * pieces of the body. 0 or less means no limit, except that connecting always takes at most 30 seconds. The time in which a request waits for a free
 * connection does not count.
 * <li>{@code setFollowRedirects(false)} gives the redirect itself as the response, with an empty body. Otherwise 301, 302, 303, 307 and 308 are
 * followed, at most 8 times, also from http to https. In the browser redirects are always followed, and libGDX throws
 * {@code IllegalArgumentException} for {@code false}.
 * <li>{@code setIncludeCredentials} lets the browser send cookies to another origin. It has no effect on the desktop. {@code HttpRequest.reset()} of
 * libGDX does not clear it.
 * </ul>
 *
 * <p>
 * <b>Cancelling</b> ends the transfer at the next {@link #poll()}. {@code isHttpRequestPending} is true from {@code sendHttpRequest} until just before
 * the callback, also for a request without a listener.
 *
 * <p>
 * <b>Polling.</b> While a request is pending, this object posts itself with {@code Gdx.app.postRunnable} once a frame. See {@link #setAutoPoll} for
 * games that prefer to call {@link #poll()}.
 *
 * <p>
 * <b>Threads.</b> {@code sendHttpRequest}, {@code cancelHttpRequest} and {@code isHttpRequestPending} can be called on any thread. Everything else
 * belongs to the render thread.
 */
public final class PollNet implements Net {
    private final Net other;
    private final Pump pump = new Pump(this);
    private final Inbox inbox = new Inbox();
    private final PendingRequests pending = new PendingRequests();
    private final PumpedQueue queue = new PumpedQueue(HTTPRequestQueue.create(), pump);

    private PollNet(Net other) {
        this.other = other;
    }

    /**
     * Creates a {@code Net} that sends HTTP requests with PollHTTP. The backend, {@code pollhttp-jvm} or {@code pollhttp-web}, has to be on the class
     * path; without it, the {@link #poll()} that starts the first request throws an {@link IllegalStateException}.
     *
     * @param other opens sockets and URIs, usually {@code Gdx.net}
     * @return the {@code Net} to store in {@code Gdx.net}
     * @throws NullPointerException if other is null, for example because the application has not started
     */
    public static PollNet over(Net other) {
        return new PollNet(Objects.requireNonNull(other, "The Net is null. Call PollNet.over(Gdx.net) in create()."));
    }

    /**
     * Returns the queue that executes the requests. A game can use it directly, for progress, for files, and for settings that {@code Net} does not
     * have. Its requests are polled together with those of this object, so the game does not have to call its {@code poll()}.
     * {@code close()} cancels all requests; later polls call {@code cancelled}.
     *
     * @return the queue, always the same. It belongs to the render thread
     */
    public HTTPRequestQueue queue() {
        return queue;
    }

    /**
     * Sets whether this object polls itself once a frame while requests are pending. Turn it off if the game calls {@link #poll()} in {@code render()}.
     * If the window does not render continuously, the runnables of automatic polling make it render while requests are pending. With gdx-teavm,
     * automatic polling also works in the first 60 frames, in which {@code render()} is not called yet.
     *
     * @param enabled true, the default, to poll automatically
     */
    public void setAutoPoll(boolean enabled) {
        pump.setEnabled(enabled);
        if (hasWork()) {
            pump.wake();
        }
    }

    /**
     * Continues the requests and calls the listeners of those that have ended. Works for about 2 milliseconds at most, see
     * {@link HTTPRequestQueue#setPollBudget}. Call it once a frame if automatic polling is off; otherwise calls are allowed, but not necessary.
     */
    public void poll() {
        inbox.runAll();
        queue.poll();
    }

    /** Returns whether a later poll has something to do. */
    boolean hasWork() {
        return queue.hasUnfinished() || !inbox.isEmpty();
    }

    @Override
    public void sendHttpRequest(HttpRequest httpRequest, HttpResponseListener httpResponseListener) {
        SentRequest sent = new SentRequest(httpRequest, httpResponseListener, pending);
        pending.add(sent);
        onRenderThread(() -> sent.start(queue));
    }

    @Override
    public void cancelHttpRequest(HttpRequest httpRequest) {
        for (SentRequest each : pending.of(httpRequest)) {
            if (each.cancel()) {
                onRenderThread(each::stop);
                each.tellCancelled();
            }
        }
    }

    @Override
    public boolean isHttpRequestPending(HttpRequest httpRequest) {
        return !pending.of(httpRequest).isEmpty();
    }

    private void onRenderThread(Runnable work) {
        inbox.add(work);
        pump.wake();
    }

    @Override
    public ServerSocket newServerSocket(Protocol protocol, String hostname, int port, ServerSocketHints hints) {
        return other.newServerSocket(protocol, hostname, port, hints);
    }

    @Override
    public ServerSocket newServerSocket(Protocol protocol, int port, ServerSocketHints hints) {
        return other.newServerSocket(protocol, port, hints);
    }

    @Override
    public Socket newClientSocket(Protocol protocol, String host, int port, SocketHints hints) {
        return other.newClientSocket(protocol, host, port, hints);
    }

    @Override
    public boolean openURI(String uri) {
        return other.openURI(uri);
    }
}
