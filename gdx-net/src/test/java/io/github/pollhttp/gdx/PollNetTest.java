package io.github.pollhttp.gdx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.badlogic.gdx.Net;
import com.badlogic.gdx.Net.HttpMethods;
import com.badlogic.gdx.Net.HttpRequest;
import com.badlogic.gdx.Net.Protocol;

import io.github.pollhttp.request.HTTPRequest.Result;

/** What the scenarios of a Net cannot show: threads, polling, the queue and the other methods of Net. */
@Timeout(30)
class PollNetTest {
    private final ManualApplication application = ManualApplication.install();
    private final List<String> delegated = new ArrayList<>();
    private final PollNet net = PollNet.over(otherNet());
    private final RecordingListener listener = new RecordingListener();
    private TestServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = TestServer.start();
    }

    @AfterEach
    void stopServer() {
        net.queue().close();
        net.poll();
        server.close();
    }

    private Net otherNet() {
        return (Net) Proxy.newProxyInstance(PollNetTest.class.getClassLoader(), new Class<?>[]{Net.class},
                (proxy, method, args) -> {
                    delegated.add(method.getName() + args.length);
                    return method.getReturnType() == boolean.class ? true : null;
                });
    }

    private static HttpRequest get(String url) {
        HttpRequest request = new HttpRequest(HttpMethods.GET);
        request.setUrl(url);
        return request;
    }

    private void framesUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertFalse(Thread.interrupted(), "the time limit has passed");
            application.frame();
            Thread.onSpinWait();
        }
    }

    @Test
    void socketsAndUrisStayWithTheEarlierNet() {
        assertTrue(net.openURI("https://example.com"));
        net.newClientSocket(Protocol.TCP, "localhost", 1, null);
        net.newServerSocket(Protocol.TCP, 1, null);
        net.newServerSocket(Protocol.TCP, "localhost", 1, null);

        assertEquals(List.of("openURI1", "newClientSocket4", "newServerSocket3", "newServerSocket4"), delegated);
    }

    @Test
    void aMissingNetIsRejectedWithAdvice() {
        assertEquals("The Net is null. Call PollNet.over(Gdx.net) in create().",
                assertThrows(NullPointerException.class, () -> PollNet.over(null)).getMessage());
    }

    @Test
    void aRequestOfAnotherThreadIsAnsweredOnTheRenderThread() throws InterruptedException {
        HttpRequest request = get(server.file("/a", "hello".getBytes()));
        Thread loader = new Thread(() -> net.sendHttpRequest(request, listener));
        loader.start();
        loader.join();
        framesUntil(() -> !listener.calls.isEmpty());

        assertEquals(List.of("200 hello"), listener.calls);
        assertSame(Thread.currentThread(), listener.threads.get(0));
    }

    @Test
    void manyThreadsCanSendAtOnce() throws InterruptedException {
        String url = server.file("/a", "hello".getBytes());
        List<Thread> loaders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread loader = new Thread(() -> {
                for (int each = 0; each < 25; each++) {
                    net.sendHttpRequest(get(url), listener);
                }
            });
            loaders.add(loader);
            loader.start();
        }
        framesUntil(() -> listener.calls.size() == 8 * 25);
        for (Thread each : loaders) {
            each.join();
        }
        application.frame();

        assertEquals(0, application.postedCount());
        assertEquals(8 * 25, server.requests());
    }

    @Test
    void aRequestThatIsCancelledBeforeItsFirstFrameIsNotSent() {
        HttpRequest request = get(server.file("/a", "hello".getBytes()));
        net.sendHttpRequest(request, listener);
        net.cancelHttpRequest(request);
        net.sendHttpRequest(get(server.url("/a")), null);
        framesUntil(() -> application.postedCount() == 0);

        assertEquals(List.of("cancelled"), listener.calls);
        assertEquals(1, server.requests());
    }

    @Test
    void cancellingEndsTheTransfer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HttpRequest request = get("http://127.0.0.1:" + silent.getLocalPort() + "/");
            net.sendHttpRequest(request, listener);
            framesUntil(() -> net.queue().getActiveCount() == 1);
            application.frame();
            try (Socket connection = silent.accept()) {
                net.cancelHttpRequest(request);
                assertEquals(List.of("cancelled"), listener.calls);
                framesUntil(() -> application.postedCount() == 0);
                connection.getInputStream().readAllBytes(); // returns when the client has closed the connection
            }
        }

        assertEquals(List.of("cancelled"), listener.calls);
    }

    @Test
    void anyThreadCanCancel() throws InterruptedException {
        HttpRequest request = get(server.file("/a", "hello".getBytes()));
        net.sendHttpRequest(request, listener);
        Thread canceller = new Thread(() -> net.cancelHttpRequest(request));
        canceller.start();
        canceller.join();
        framesUntil(() -> application.postedCount() == 0);

        assertEquals(List.of("cancelled"), listener.calls);
        assertSame(canceller, listener.threads.get(0));
        assertFalse(net.isHttpRequestPending(request));
    }

    @Test
    void anUnknownRequestIsNotPendingAndCanBeCancelled() {
        HttpRequest request = get(server.url("/a"));
        net.cancelHttpRequest(request);

        assertFalse(net.isHttpRequestPending(request));
        assertEquals(0, application.postedCount());
    }

    @Test
    void oneRunnableIsPostedWhileARequestIsPending() {
        net.sendHttpRequest(get(server.file("/a", "hello".getBytes())), listener);
        net.sendHttpRequest(get(server.url("/a")), listener);
        assertEquals(1, application.postedCount());
        framesUntil(() -> {
            assertTrue(application.postedCount() <= 1);
            return listener.calls.size() == 2;
        });
        application.frame();

        assertEquals(0, application.postedCount());
    }

    @Test
    void withoutAutomaticPollingTheGamePolls() {
        net.setAutoPoll(false);
        net.sendHttpRequest(get(server.file("/a", "hello".getBytes())), listener);
        assertEquals(0, application.postedCount());
        while (listener.calls.isEmpty()) {
            assertFalse(Thread.interrupted(), "the time limit has passed");
            net.poll();
            Thread.onSpinWait();
        }

        assertEquals(List.of("200 hello"), listener.calls);
        assertEquals(0, application.postedCount());
    }

    @Test
    void automaticPollingCanBeTurnedOnAgain() {
        net.setAutoPoll(false);
        net.sendHttpRequest(get(server.file("/a", "hello".getBytes())), listener);
        net.setAutoPoll(true);
        framesUntil(() -> !listener.calls.isEmpty());

        assertEquals(List.of("200 hello"), listener.calls);
    }

    @Test
    void theRequestsOfTheQueueArePolledToo() {
        List<String> ends = new ArrayList<>();
        net.queue().get(server.file("/a", "hello".getBytes()), response -> ends.add(response.text()));
        net.queue().get("ftp://127.0.0.1/", response -> ends.add(response.result().name()));
        net.queue().request(server.url("/a"), List.of("Bad header"), io.github.pollhttp.HTTPClient.Method.METHOD_GET,
                new byte[0], settings -> settings.setTimeout(5), response -> ends.add(response.result().name()));
        framesUntil(() -> application.postedCount() == 0);

        assertEquals(3, ends.size());
        assertTrue(ends.containsAll(List.of("hello", "RESULT_REQUEST_FAILED")));
    }

    @Test
    void aListenerOfTheQueueThatThrowsDoesNotStopThePolling() {
        net.queue().get(server.file("/a", "hello".getBytes()), response -> {
            throw new IllegalStateException("thrown");
        });
        net.sendHttpRequest(get(server.url("/a")), listener);
        assertThrows(IllegalStateException.class, () -> framesUntil(() -> application.postedCount() == 0));
        framesUntil(() -> application.postedCount() == 0);

        assertEquals(List.of("200 hello"), listener.calls);
    }

    @Test
    void closingTheQueueCancelsTheRequests() {
        net.sendHttpRequest(get(server.file("/a", "hello".getBytes())), listener);
        net.poll();
        net.queue().close();
        framesUntil(() -> application.postedCount() == 0);

        assertEquals(List.of("cancelled"), listener.calls);
    }

    @Test
    void anExceptionOfAListenerIsLogged() {
        net.sendHttpRequest(get(server.file("/a", "hello".getBytes())), new ThrowingListener());
        framesUntil(() -> application.postedCount() == 0);

        assertEquals(List.of("The listener of a request threw an exception. java.lang.IllegalStateException: thrown"),
                application.errors);
    }

    @Test
    void aFailureTellsItsReason() {
        net.sendHttpRequest(get("https://user:secret@127.0.0.1/"), listener);
        assertTrue(listener.calls.isEmpty());
        framesUntil(() -> application.postedCount() == 0);

        RequestFailedException failure = (RequestFailedException) listener.failure;
        assertEquals(List.of("failed"), listener.calls);
        assertEquals(Result.RESULT_REQUEST_FAILED, failure.response().result());
        assertEquals(failure.response().message(), failure.getMessage());
        assertFalse(failure.getMessage().contains("secret"), failure.getMessage());
    }

    @Test
    void aStreamThatCannotBeReadIsAFailure() {
        HttpRequest request = get(server.url("/a"));
        request.setMethod(HttpMethods.POST);
        request.setContent(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("damaged");
            }
        }, 10);
        net.sendHttpRequest(request, listener);
        framesUntil(() -> application.postedCount() == 0);

        assertEquals("The content stream of the request could not be read.", listener.failure.getMessage());
        assertEquals("damaged", listener.failure.getCause().getMessage());
        assertEquals(0, server.requests());
    }

    @Test
    void aHeaderWithoutAValueIsNotSent() {
        HttpRequest request = get(server.file("/a", "hello".getBytes()));
        request.setHeader("X-Nothing", null);
        net.sendHttpRequest(request, listener);
        framesUntil(() -> application.postedCount() == 0);

        assertEquals(List.of("200 hello"), listener.calls);
        assertFalse(server.lastNames().contains("X-nothing"), server.lastNames().toString());
    }

    private static final class ThrowingListener implements Net.HttpResponseListener {
        @Override
        public void handleHttpResponse(Net.HttpResponse response) {
            throw new IllegalStateException("thrown");
        }

        @Override
        public void failed(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        public void cancelled() {
            throw new AssertionError("cancelled");
        }
    }
}
