package io.github.pollhttp.request;

import java.util.List;
import java.util.function.LongSupplier;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.spi.BackendProvider;
import io.github.pollhttp.spi.BackgroundWork;
import io.github.pollhttp.spi.ClientFacts;
import io.github.pollhttp.spi.CollectedBody;
import io.github.pollhttp.spi.RequestPlatform;
import io.github.pollhttp.spi.ResponseHead;

/**
 * Executes one accepted request, with its redirects and retries, and produces one result. Belongs to the thread that steps it. Other threads may read
 * its progress and {@link #cancel} it.
 */
final class RequestExecution implements BackgroundWork {
    /** The largest number of body bytes that {@link #drain} discards. */
    private static final int DRAIN_LIMIT = 64 * 1024;

    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int PARTIAL_CONTENT = 206;

    // The steps. Ints, because each constant of an enum or each lambda would make a browser program about 100 bytes larger.
    private static final int OPEN = 0;
    private static final int CONNECT = 1;
    private static final int AWAIT_RESPONSE = 2;
    private static final int TRANSFER = 3;
    private static final int FINISH = 4;
    private static final int AWAIT_END_OF_PAUSE = 5;

    private final Connection connection;
    private final HTTPClient client;
    private final ClientFacts facts;
    private final Settings settings;
    private final RequestPlatform platform;
    private final BackendProvider provider;

    // Optional features of a request. Each is null if the program does not use it or the platform has it built in. TeaVM then leaves out its code.
    private final OriginTls tls;
    private final ClientSide clientSide;
    private final Retries retries;
    private final ResumableDownload download;
    private final TotalTimeout timeout;

    private RequestSpec request;
    /** The next step. */
    private int next = OPEN;
    /**
     * The body that the platform collects, even while the program does not poll (see {@link ClientFacts#collectBody}). Null if the platform collects no
     * bodies, and if the body goes to a file.
     */
    private CollectedBody collected;
    private BodyTransfer transfer;
    private RequestResult success;
    /** The pause before the request is sent again; null if it was sent only once. */
    private Pause pause;
    private RequestResult result;
    private boolean stepping;
    /** This field makes the JVM load the class {@link RequestResult} when this object is created, while there is memory. */
    private final RequestResult outOfMemory = RequestResult.OUT_OF_MEMORY;
    /** Whether the request has its result or was cancelled. {@link #done} follows when the step has ended. */
    private boolean ended;

    /** What the program's code threw during a step; null if nothing. */
    private Throwable thrown;

    // Read or written by other threads
    private volatile boolean cancelled;
    /** Whether the complete {@code .part} file, to which a download is first written, is being renamed. Then it is too late to cancel. */
    private volatile boolean naming;
    private volatile boolean done;
    private volatile Status status = Status.STATUS_DISCONNECTED;
    /** Supplies the size of the latest body; null before the first. A field with the size itself would need the code that computes it in every browser
     * program, and few programs ask for the size. */
    private volatile LongSupplier bodySize;
    private volatile long downloadedBytes;
    private volatile long uploadedBytes;
    /** The head of the response to the request that was sent last. Null until it has arrived; each redirect or retry sets it to null again. */
    private volatile ResponseHead head;
    /** The head of the latest response. It stays while a redirect or retry waits for its own head; null before the first response. */
    private volatile ResponseHead lastHead;

    RequestExecution(RequestSpec request, Connection connection, Settings settings, RequestPlatform platform,
            BackendProvider provider) {
        this.request = request;
        this.connection = connection;
        this.client = connection.client();
        this.facts = (ClientFacts) client;
        this.settings = settings;
        this.platform = platform;
        this.provider = provider;
        tls = settings.tls == null ? null : settings.tls.create(request.url().origin());
        clientSide = settings.clientSide == null ? null : settings.clientSide.create(request, settings, tls);
        retries = retries();
        download = settings.download == null ? null : settings.download.create(settings.resume, request);
        timeout = settings.timeout == null ? null : settings.timeout.create(provider);
    }

    private Retries retries() {
        if (settings.retries != null) {
            return settings.retries.create(provider);
        }
        return clientSide == null ? null : clientSide.retries(provider);
    }

    RequestSpec request() {
        return request;
    }

    RequestPlatform platform() {
        return platform;
    }

    Settings settings() {
        return settings;
    }

    HTTPClient client() {
        return client;
    }

    ResponseHead head() {
        return head;
    }

    /** @return the time until the request times out */
    long nanosToTimeout() {
        return timeout == null ? Long.MAX_VALUE : timeout.nanosLeft();
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
        return new HTTPResponse(ended, request.url(), redirectUrls());
    }

    /**
     * Ends the request at its next step, unless its finished part file is already being renamed (see {@link #naming}).
     *
     * @return true if the request counts as cancelled from now on; false if the rename has begun or was about to begin, so that the request may
     *         succeed, fail, or still end as cancelled (see {@link #finish})
     */
    boolean cancel() {
        cancelled = true;
        return !naming;
    }

    /** Whether the request ends at its next step, because it was cancelled. */
    boolean isCancelling() {
        return cancelled;
    }

    Status status() {
        return status;
    }

    /** @return see {@link BodyTransfer#bodySize}; null before the first body */
    LongSupplier bodySize() {
        return bodySize;
    }

    long downloadedBytes() {
        return downloadedBytes;
    }

    long uploadedBytes() {
        return uploadedBytes;
    }

    List<String> redirectUrls() {
        return clientSide == null ? List.of() : clientSide.redirectUrls();
    }

    String responseUrl() {
        return lastHead == null ? "" : lastHead.url();
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
        } catch (Throwable e) { // also a checked exception that the program has not declared
            failThrown(e);
        }
        stepping = false;
        done = ended; // last, because another thread may use the client from then on
        return progressed;
    }

    @Override
    public void abandon(Throwable e) {
        boolean memory = e instanceof OutOfMemoryError;
        thrown = memory ? null : e;
        end(memory ? outOfMemory : RequestResult.THROWN);
        done = true;
    }

    @Override
    public long nanosToNextStep() {
        long nanos = isPausing() ? pause.nanosLeft() : facts.remainingNanos();
        return timeout == null ? nanos : Math.min(nanos, timeout.nanosToCheck());
    }

    @Override
    public boolean isPausing() {
        return next == AWAIT_END_OF_PAUSE;
    }

    private boolean tryToStep() {
        try {
            boolean progressed = !isCancelled() && run(next);
            checkTimeout(progressed);
            return progressed;
        } catch (RequestFailure e) {
            return retryOrFail(e.why());
        }
    }

    /** @return true if there was progress */
    private boolean run(int step) throws RequestFailure {
        return switch (step) {
            case OPEN -> open();
            case CONNECT -> connect();
            case AWAIT_RESPONSE -> awaitResponse();
            case TRANSFER -> transfer();
            case FINISH -> finish();
            default -> awaitEndOfPause();
        };
    }

    private boolean isCancelled() {
        if (cancelled && !naming) {
            abort(true);
            ended = true;
        }
        return ended;
    }

    private boolean open() throws RequestFailure {
        if (download != null) {
            download.findPart(request);
        }
        head = null;
        if (clientSide != null) {
            clientSide.beforeConnect(client);
        }
        Endpoint origin = request.url().origin();
        if (connection.open(origin, tls == null ? null : tls.optionsFor(origin), settings) != ErrorCode.OK) {
            throw new RequestFailure(BasicWhy.notConnected(facts.rejection()));
        }
        next = CONNECT;
        return client.getStatus() != Status.STATUS_CONNECTED || connect();
    }

    private boolean connect() throws RequestFailure {
        Status before = client.getStatus();
        if (before == Status.STATUS_CONNECTED) {
            send();
            return uploadedBytes != request.body().length(); // false if the whole body is sent: the next step can only wait for the response
        } else if (before == Status.STATUS_RESOLVING || before == Status.STATUS_CONNECTING) {
            client.poll();
        } else {
            throw clientFailed();
        }
        return client.getStatus() != before;
    }

    private RequestFailure clientFailed() {
        return new RequestFailure(BasicWhy.clientFailed(facts, settings.stallTimeout > 0));
    }

    private void send() throws RequestFailure {
        List<String> headers = request.headers();
        if (download != null) {
            headers = download.addTo(headers);
        }
        if (clientSide != null) {
            headers = clientSide.addTo(headers, request, download != null && download.forbidsContentCoding());
        }
        if (cancelled) {
            return; // the cookie jar or another thread has just cancelled the request, and may have closed the client
        }
        if (settings.strictMode != null) {
            settings.strictMode.beforeSend(client, request);
        }
        if (request.body().send(client, request.method(), request.url().target(), headers) != ErrorCode.OK) {
            throw new RequestFailure(BasicWhy.notSent(facts.rejection()));
        }
        collected = download == null ? collectBody() : null; // a download to a file is never in memory as a whole
        uploadedBytes = client.getUploadedBytes();
        next = AWAIT_RESPONSE;
    }

    private boolean awaitResponse() throws RequestFailure {
        client.poll();
        long before = uploadedBytes;
        uploadedBytes = client.getUploadedBytes();
        if (client.getStatus() == Status.STATUS_REQUESTING) {
            return uploadedBytes > before;
        }
        ResponseHead arrived = facts.head();
        if (arrived == null) {
            throw clientFailed();
        }
        head = arrived.kept();
        lastHead = head;
        boolean again = clientSide != null && clientSide.follow(this)
                || cancelled // perhaps by the cookie jar; the client may be closed, too
                || retries != null && retries.retryResponse(this)
                || download != null && download.requestWhole(this);
        if (!again) {
            beginTransfer();
        }
        return true;
    }

    private void beginTransfer() throws RequestFailure {
        transfer = transferOf(client.getStatus() == Status.STATUS_BODY && request.method() != Method.METHOD_HEAD);
        bodySize = transfer.bodySize();
        downloadedBytes = transfer.downloadedBytes();
        next = TRANSFER;
    }

    private BodyTransfer transferOf(boolean hasBody) throws RequestFailure {
        if (download != null && hasBody && head.code() / 100 == 2) {
            return download.transfer(this, clientSide == null ? null : clientSide.decoder(this));
        }
        if (download != null) {
            collected = collectBody(); // this body does not go to the file, for example because the response is an error
        }
        long partLength = hasBody && head.code() == PARTIAL_CONTENT ? head.partLength() : -1;
        return collected == null
                ? clientSide.memoryTransfer(this, hasBody, partLength)
                : new CollectedTransfer(client, settings, collected, head, partLength);
    }

    private CollectedBody collectBody() {
        return facts.collectBody(settings.bodySizeLimit(MemorySink.LARGEST));
    }

    private boolean transfer() throws RequestFailure {
        boolean progressed = transfer.step();
        downloadedBytes = transfer.downloadedBytes();
        if (!transfer.isStored()) {
            return progressed;
        }
        if (!transfer.isLast()) {
            transfer.suspend();
            transfer = null;
            download.requestRest(this);
            return true;
        }
        success = RequestResult.success(head, transfer.body());
        next = FINISH;
        return finish();
    }

    /**
     * Completes the request. For a body that goes to a file, this method sets {@code naming} before it reads {@code cancelled}, and {@link #cancel}
     * sets {@code cancelled} before it reads {@code naming}. So if both run at the same time, at least one sees what the other has set. If this
     * method sees {@code cancelled}, it does not rename the file, and the request ends as cancelled, without a result. Even in this case
     * {@link #cancel} may have returned false: {@code naming} is true for a moment, from the line that sets it to the line that resets it, and
     * {@link #cancel} may read it in that moment. So if {@link #cancel} returns false, the request may succeed, or end as cancelled.
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

    /**
     * Discards the response and sends another request, or the same again: to follow a redirect, to retry, or to request more of a downloaded file or
     * the whole file anew.
     *
     * @param nextRequest the request to send
     * @param pauseNanos  how long to wait before, in nanoseconds
     */
    void sendAgain(RequestSpec nextRequest, long pauseNanos) {
        request = nextRequest;
        drain();
        pause = new Pause(provider, pauseNanos);
        next = AWAIT_END_OF_PAUSE;
    }

    /**
     * Discards the rest of the response, so that the next request can reuse the connection. Does not wait for bytes: if the rest has not arrived or
     * is too long, closes the connection.
     */
    private void drain() {
        if (connection.isTo(request.url().origin())) {
            int count = 1;
            int left = DRAIN_LIMIT;
            while (count > 0 && left > 0 && client.getStatus() == Status.STATUS_BODY) {
                count = collected == null ? client.readResponseBodyChunk().length : facts.countBody(left);
                left -= count;
            }
        }
        if (client.getStatus() != Status.STATUS_CONNECTED) {
            client.close();
        }
    }

    private boolean awaitEndOfPause() {
        if (pause.isOver()) {
            next = OPEN;
        }
        return next == OPEN;
    }

    // Ending

    private void checkTimeout(boolean progressed) throws RequestFailure {
        if (timeout != null && !ended) {
            timeout.check(progressed, transfer, request);
        }
    }

    private boolean retryOrFail(Why why) {
        boolean wrongPart = download != null && download.hasWrongPart(why);
        abort(!wrongPart);
        boolean again = wrongPart && download.requestWholeAfterFailure(this)
                || retries != null && retries.retryFailure(this, why);
        if (!again) {
            end(RequestResult.failed(why, head));
        }
        return true;
    }

    /**
     * Ends the request because there is no memory for the body, or because code of the program, such as a cookie jar, has thrown an exception. If
     * there is no memory, the method first frees the body, and then makes a result with the response's code and headers. If even that fails, the
     * request ends with a result that was made in advance.
     */
    private void failThrown(Throwable e) {
        boolean memory = e instanceof OutOfMemoryError;
        thrown = memory ? null : e;
        RequestResult failed = memory ? outOfMemory : RequestResult.THROWN;
        try {
            abort(false);
            status = client.getStatus();
            failed = memory ? RequestResult.failed(outOfMemory.why(), head) : failed;
        } catch (Throwable again) {
            // A part file or an open connection may remain, but the request must end with a result. The next request closes the connection.
            transfer = null; // frees its memory
            bodySize = null;
        }
        endUnlessDone(failed);
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
        collected = null;
    }

    private void end(RequestResult finalResult) {
        result = finalResult;
        ended = true;
    }
}
