package io.github.pollhttp.request;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.content.DecoderChain;
import io.github.pollhttp.content.ExpectedBody;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.spi.BackgroundWork;
import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.RequestPlatform;

/**
 * Executes one accepted request, with its redirects and retries, and produces one result. Belongs to the thread that steps it. Other threads may read
 * its progress and {@link #cancel} it.
 */
final class RequestExecution implements BackgroundWork {
    /** The largest number of body bytes that {@link #drain} discards. */
    private static final int DRAIN_LIMIT = 64 * 1024;

    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int PARTIAL_CONTENT = 206;

    private enum Phase {
        OPENING, CONNECTING, REQUESTING, TRANSFERRING, FINISHING, PAUSING
    }

    private final Connection connection;
    private final HTTPClient client;
    private final Settings settings;
    private final RequestPlatform platform;
    private final Environment environment;
    private final Redirects redirects;
    private final Retries retries;
    private final ResumableDownload download;
    private final TotalTimeout timeout;
    private final OriginTls tls;

    /** Credentials for the proxy; null for none. Kept here, because a redirect to another origin removes them from the headers. */
    private final String proxyAuthorization;
    private RequestSpec request;
    private Phase phase = Phase.OPENING;
    private BodyTransfer transfer;
    private ExpectedBody expected = ExpectedBody.WHOLE;
    private RequestResult success;
    private long pauseStart;
    private long pauseNanos;
    private RequestResult result;
    private boolean stepping;
    /** Read at the start, so that its class is loaded while there is memory. */
    private final RequestResult outOfMemory = RequestResult.OUT_OF_MEMORY;
    /** Whether the client has a response to the last request of this execution, and not an older one. */
    private boolean answered;

    /** Whether the request has its result or was cancelled. {@link #done} follows when the step has ended. */
    private boolean ended;

    /** What the program's code threw during a step; null if nothing. */
    private Throwable thrown;

    // Read or written by other threads
    private volatile boolean cancelled;
    /** Whether the finished part file is being renamed to the file that the program asked for, so that it is too late to cancel. */
    private volatile boolean naming;
    private volatile boolean done;
    private volatile Status status = Status.STATUS_DISCONNECTED;
    private volatile long bodySize = -1;
    private volatile long downloadedBytes;
    private volatile long uploadedBytes;
    private volatile String responseUrl = "";

    RequestExecution(RequestSpec request, Connection connection, Settings settings, RequestPlatform platform,
            Environment environment) {
        this.request = request;
        this.connection = connection;
        this.client = connection.client();
        this.settings = settings;
        this.platform = platform;
        this.environment = environment;
        redirects = new Redirects(settings.maxRedirects, settings.redirectHook);
        retries = new Retries(settings.backoff, environment);
        download = settings.download == null ? null : settings.download.create(settings.resume, request);
        proxyAuthorization = HeaderLine.first(request.headers(), "Proxy-Authorization");
        timeout = new TotalTimeout(settings.timeoutNanos, environment.nanoClock());
        tls = new OriginTls(request.url().origin(), settings.tlsOptions);
    }

    // Progress and result

    @Override
    public boolean isDone() {
        return done;
    }

    /** @return the result; null until the request is done, and if it was cancelled before it had one */
    RequestResult result() {
        return result;
    }

    /** If the program's code, such as a cookie jar, threw something during a step, throws it again. {@link PollingRequest#poll} calls this after the listener. */
    void rethrow() {
        if (thrown != null) {
            RequestExecution.<RuntimeException>throwUnchecked(thrown);
        }
    }

    /** Throws also a checked exception, which code in Kotlin or Scala may throw without declaring it. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwUnchecked(Throwable e) throws T {
        throw (T) e;
    }

    /** @return the response for the listener: the given result, with the URL and the redirects of this request */
    HTTPResponse response(RequestResult ended) {
        String last = responseUrl;
        return new HTTPResponse(ended, ended.code() == 0 || last.isEmpty() ? request.url().toString() : last,
                redirects.urls());
    }

    /**
     * Ends the request at its next step, unless its finished part file is already being renamed (see {@link #naming}).
     *
     * @return true if the request counts as cancelled from now on; false if the rename has begun, so that the request may still succeed
     */
    boolean cancel() {
        cancelled = true;
        return !naming;
    }

    Status status() {
        return status;
    }

    long bodySize() {
        return bodySize;
    }

    long downloadedBytes() {
        return downloadedBytes;
    }

    long uploadedBytes() {
        return uploadedBytes;
    }

    List<String> redirectUrls() {
        return redirects.urls();
    }

    String responseUrl() {
        return responseUrl;
    }

    // Steps

    @Override
    public boolean step() {
        if (stepping) {
            return false; // a step is already running: it has called code of the program, such as a cookie jar, and that code polls or cancels the request
        }
        boolean progressed = true;
        stepping = true;
        try {
            progressed = tryToStep();
            status = client.getStatus();
        } catch (OutOfMemoryError e) {
            failOutOfMemory();
        } catch (Throwable e) { // also a checked exception that the program has not declared
            failThrown(e);
        } finally {
            stepping = false;
            done = ended; // last, because another thread may use the client from then on
        }
        return progressed;
    }

    @Override
    public void abandon(Throwable e) {
        boolean memory = e instanceof OutOfMemoryError;
        thrown = memory ? null : e;
        end(memory ? outOfMemory : RequestResult.THROWN);
        done = true;
    }

    private boolean tryToStep() {
        try {
            boolean progressed = !isCancelled() && advance();
            timeout.count();
            checkTimeout(progressed);
            return progressed;
        } catch (RequestFailure e) {
            return retryOrFail(e);
        }
    }

    private boolean isCancelled() {
        if (cancelled && !naming) {
            abort(true);
            ended = true;
        }
        return ended;
    }

    private boolean advance() throws RequestFailure {
        return switch (phase) {
            case OPENING -> open();
            case CONNECTING -> connect();
            case REQUESTING -> awaitResponse();
            case TRANSFERRING -> transfer();
            case FINISHING -> finish();
            case PAUSING -> awaitEndOfPause();
        };
    }

    private boolean open() throws RequestFailure {
        if (download != null) {
            download.findPart(request);
        }
        answered = false;
        client.setProxyAuthorization(proxyAuthorization);
        Endpoint origin = request.url().origin();
        if (connection.open(origin, tls.optionsFor(origin), settings) != ErrorCode.OK) {
            throw new RequestFailure(Result.RESULT_CANT_CONNECT, client.getRejection());
        }
        phase = Phase.CONNECTING;
        return true;
    }

    private boolean connect() throws RequestFailure {
        Status before = client.getStatus();
        switch (before) {
            case STATUS_RESOLVING, STATUS_CONNECTING -> client.poll();
            case STATUS_CONNECTED -> send();
            default -> throw RequestFailure.of(client, settings);
        }
        return client.getStatus() != before;
    }

    private void send() throws RequestFailure {
        List<String> headers = request.headers();
        if (download != null) {
            headers = joined(headers, download.headers());
        }
        if (settings.cookieJar != null && !request.has("Cookie")) {
            String cookies = settings.cookieJar.cookiesFor(request.url().toString());
            if (cancelled) {
                return; // by the jar, which may also have closed the client
            }
            headers = joined(headers, cookies.isEmpty() ? List.of() : List.of("Cookie: " + cookies));
        }
        boolean plain = download != null && download.forbidsContentCoding();
        headers = joined(headers, settings.codings.headers(request.headers(), plain));
        if (client.requestRaw(request.method(), request.url().target(), headers, request.body()) != ErrorCode.OK) {
            throw new RequestFailure(Result.RESULT_REQUEST_FAILED, client.getRejection());
        }
        uploadedBytes = 0;
        phase = Phase.REQUESTING;
    }

    /** Joins two immutable lists without a copy if one of them is empty. */
    private static List<String> joined(List<String> first, List<String> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private boolean awaitResponse() throws RequestFailure {
        client.poll();
        long before = uploadedBytes;
        uploadedBytes = client.getUploadedBytes();
        if (client.getStatus() == Status.STATUS_REQUESTING) {
            return uploadedBytes > before;
        }
        if (!client.hasResponse()) {
            throw RequestFailure.of(client, settings);
        }
        answered = true;
        responseUrl = client.getResponseUrl();
        if (settings.cookieJar != null) {
            settings.cookieJar.store(request.url().toString(), client.getResponseHeader("Set-Cookie"));
        }
        if (cancelled) {
            return true; // perhaps by the jar, which may also have closed the client
        }
        handleResponse();
        return true;
    }

    /** Follows a redirect, sends the request again, or starts to transfer the body. */
    private void handleResponse() throws RequestFailure {
        String location = Redirects.location(client);
        if (!location.isEmpty()) {
            request = redirects.follow(request, client.getResponseCode(), location, tls);
            sendAgainAfter(0);
            return;
        }
        long pause = retries.pauseAfter(request, client, timeout.nanosLeft());
        if (pause != Retries.NEVER) {
            sendAgainAfter(pause);
            return;
        }
        boolean judged = download != null && request.method() != Method.METHOD_HEAD;
        switch (judged ? download.judge(client) : ResumableDownload.Verdict.ACCEPT) {
            case ACCEPT -> beginTransfer();
            case BEGIN_ANEW -> beginAnew();
            case REJECT -> throw download.rejection(client);
        }
    }

    private void beginAnew() {
        download.beginAnew();
        sendAgainAfter(0);
    }

    private void beginTransfer() throws RequestFailure {
        boolean hasBody = client.getStatus() == Status.STATUS_BODY && request.method() != Method.METHOD_HEAD;
        DecoderChain decoder = hasBody ? decoder() : null;
        boolean toFile = download != null && hasBody && client.getResponseCode() / 100 == 2;
        boolean part = hasBody && client.getResponseCode() == PARTIAL_CONTENT;
        ExpectedBody inMemory = part ? ExpectedBody.standalone(client, platform) : ExpectedBody.WHOLE;
        expected = toFile ? download.expectedBody() : inMemory;
        long length = client.getResponseBodyLength();
        if (expected.length() < 0 && platform.checksBodyLength()) {
            expected = expected.ofLength(length);
        }
        BodySink sink = toFile
                ? download.sink(client, decoder != null)
                : new MemorySink(platform, decoder == null ? length : -1);
        transfer = new BodyTransfer(client, settings, platform, decoder, sink, expected);
        bodySize = expected.complete() >= 0 || length < 0 ? expected.complete() : length;
        downloadedBytes = expected.offset();
        phase = Phase.TRANSFERRING;
    }

    private DecoderChain decoder() throws RequestFailure {
        try {
            return settings.codings.decoder(client, request.headers());
        } catch (IOException e) {
            throw new RequestFailure(Result.RESULT_BODY_DECOMPRESS_FAILED, e.getMessage());
        }
    }

    private boolean transfer() throws RequestFailure {
        boolean progressed = transfer.step();
        downloadedBytes = expected.offset() + transfer.readBytes();
        if (!transfer.isStored()) {
            return progressed;
        }
        if (!expected.isLast()) {
            transfer.suspend();
            transfer = null;
            download.continueAfterPart();
            sendAgainAfter(0); // for the rest of the file
            return true;
        }
        success = new RequestResult(Result.RESULT_SUCCESS, client.getResponseCode(), client.getResponseHeaders(),
                transfer.body(), RequestResult.Why.SUCCESS);
        phase = Phase.FINISHING;
        return finish();
    }

    /**
     * Completes the request. For a body that goes to a file, this method sets {@code naming} before it reads {@code cancelled}, and {@link #cancel}
     * sets {@code cancelled} before it reads {@code naming}. So if both run at the same time, at least one sees what the other has set. If this
     * method sees {@code cancelled}, the file is not renamed and the request has no result, even if cancel has returned false.
     */
    private boolean finish() throws RequestFailure {
        if (transfer.isToFile() && !naming) {
            naming = true;
            if (cancelled) {
                naming = false;
                return true;
            }
        }
        if (!transfer.finish()) {
            return false;
        }
        transfer.close();
        end(success);
        if (success.code() == SWITCHING_PROTOCOLS) {
            client.close(); // the connection no longer speaks HTTP
        }
        return true;
    }

    // Sending again

    private void sendAgainAfter(long nanos) {
        drain();
        pauseNanos = nanos;
        pauseStart = environment.nanoClock().getAsLong();
        phase = Phase.PAUSING;
    }

    /**
     * Discards the rest of the response, so that the next request can reuse the connection. Does not wait for bytes: if the rest has not arrived or
     * is too long, closes the connection.
     */
    private void drain() {
        if (connection.isTo(request.url().origin())) {
            ByteBuffer discarded = ByteBuffer.allocate(DRAIN_LIMIT);
            int count = 1;
            while (count > 0 && client.getStatus() == Status.STATUS_BODY) {
                count = client.readResponseBodyChunk(discarded);
            }
        }
        if (client.getStatus() != Status.STATUS_CONNECTED) {
            client.close();
        }
    }

    private boolean awaitEndOfPause() {
        if (environment.nanoClock().getAsLong() - pauseStart < pauseNanos) {
            return false;
        }
        phase = Phase.OPENING;
        return true;
    }

    // Ending

    private void checkTimeout(boolean progressed) throws RequestFailure {
        if (!ended && !naming && timeout.isPast(progressed && phase == Phase.TRANSFERRING)) {
            throw new RequestFailure(Result.RESULT_TIMEOUT, "The request for " + request.url().quoted()
                    + " did not complete within the timeout. Raise setTimeout if it needs longer.");
        }
    }

    private boolean retryOrFail(RequestFailure e) {
        int code = answered ? client.getResponseCode() : 0;
        List<String> headers = answered ? client.getResponseHeaders() : List.of();
        boolean isInDoubt = e.result() == Result.RESULT_CHUNKED_BODY_SIZE_MISMATCH;
        abort(!isInDoubt);
        if (isInDoubt && download != null && download.canBeginAnew()) {
            beginAnew();
            return true;
        }
        long pause = retries.pauseAfter(request, e.failure(), timeout.nanosLeft());
        if (pause == Retries.NEVER) {
            end(RequestResult.failed(e, code, headers));
        } else {
            sendAgainAfter(pause);
        }
        return true;
    }

    /** Ends the request with a result that was created in advance. If freeing the body leaves enough memory, the result also has the response's code and headers. */
    private void failOutOfMemory() {
        RequestResult failed = outOfMemory;
        try {
            discardTransfer();
            if (answered) {
                failed = failed.withResponse(client.getResponseCode(), client.getResponseHeaders());
            }
            client.close();
            status = client.getStatus();
        } catch (OutOfMemoryError again) {
            transfer = null; // frees its memory; if the connection is still open, the next request closes it
        }
        endUnlessDone(failed);
    }

    /** Ends the request because code of the program, such as a cookie jar, has thrown an exception. */
    private void failThrown(Throwable e) {
        thrown = e;
        try {
            abort(false);
            status = client.getStatus();
        } catch (Throwable again) {
            // A part file or an open connection may remain, but the request must end with a result.
            transfer = null;
        }
        endUnlessDone(RequestResult.THROWN);
    }

    /** Ends the request, unless it has ended before: if a step throws after that, the request keeps its result. */
    private void endUnlessDone(RequestResult failed) {
        if (!ended) {
            end(failed);
        }
    }

    /**
     * Ends the transfer, and closes the connection.
     *
     * @param keep true to keep the stored bytes of a download that can be resumed; false to delete them, for example because they may be wrong
     */
    private void abort(boolean keep) {
        if (transfer != null && keep) {
            transfer.suspend();
            transfer = null;
        }
        discardTransfer();
        client.close();
    }

    /** Discards the transfer, if there is one: frees the memory of the body, and deletes all stored bytes. */
    private void discardTransfer() {
        if (transfer != null) {
            transfer.discard();
        }
        transfer = null;
    }

    private void end(RequestResult finalResult) {
        result = finalResult;
        ended = true;
    }
}
