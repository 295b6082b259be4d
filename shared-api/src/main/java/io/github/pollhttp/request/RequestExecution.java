package io.github.pollhttp.request;

import io.github.pollhttp.internal.Redirect;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.spi.BackgroundWork;
import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.ContentDecoder;
import io.github.pollhttp.spi.RequestPlatform;

/**
 * One accepted request from its beginning to its one outcome, over as many hops as that takes. It belongs to the thread that steps it; others
 * may look at its progress, and {@link #cancel} it.
 */
final class RequestExecution implements BackgroundWork {
    /** So much of a redirect's own body is read to keep the connection, and none of it is waited for. */
    private static final int MOST_DRAINED = 64 * 1024;

    private static final int SWITCHING_PROTOCOLS = 101;

    private enum Phase {
        OPENING, CONNECTING, REQUESTING, TRANSFERRING, PAUSING
    }

    private final Connection connection;
    private final HTTPClient client;
    private final Settings settings;
    private final RequestPlatform platform;
    private final Environment environment;
    private final ContentCodings codings;
    private final Redirects redirects;
    private final Retries retries;
    private final ResumableDownload download;
    private final long start;
    private RequestSpec request;
    private Phase phase = Phase.OPENING;
    private BodyTransfer transfer;
    private long offset;
    private long pauseStart;
    private long pause;
    private RequestResult result;

    // What other threads look at.
    private volatile boolean cancelled;
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
        codings = new ContentCodings(platform, settings);
        redirects = new Redirects(settings.maxRedirects);
        retries = new Retries(settings.backoff, environment);
        download = settings.download == null ? null : settings.download.begin(settings.resume, request);
        start = environment.nanoClock().getAsLong();
    }

    // Looking from outside

    @Override
    public boolean isDone() {
        return done;
    }

    /** What the request has come to, once it is done. */
    RequestResult result() {
        return result;
    }

    /** Ends it at its next step, without an outcome. */
    void cancel() {
        cancelled = true;
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

    // Going on

    @Override
    public boolean step() {
        boolean moved;
        try {
            moved = !isCancelled() && advance();
            checkTimeout();
        } catch (RequestFailure e) {
            moved = retryOrFail(e);
        } catch (OutOfMemoryError e) {
            moved = retryOrFail(new RequestFailure(Result.RESULT_BODY_SIZE_LIMIT_EXCEEDED,
                    "the body does not fit into the memory; see setBodySizeLimit and setDownloadFile"));
        }
        status = client.getStatus();
        return moved;
    }

    private boolean isCancelled() {
        if (cancelled) {
            drop();
            done = true;
        }
        return done;
    }

    private boolean advance() throws RequestFailure {
        return switch (phase) {
            case OPENING -> open();
            case CONNECTING -> connect();
            case REQUESTING -> awaitResponse();
            case TRANSFERRING -> transfer();
            case PAUSING -> awaitEndOfPause();
        };
    }

    private boolean open() throws RequestFailure {
        if (download != null) {
            download.look();
        }
        if (connection.open(request.url().origin(), settings) != ErrorCode.OK) {
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
        List<String> headers = new ArrayList<>(request.headers());
        if (download != null) {
            headers.addAll(download.headers());
        }
        if (settings.cookieJar != null && !request.has("Cookie")) {
            String cookies = settings.cookieJar.cookiesFor(request.url().toString());
            if (!cookies.isEmpty()) {
                headers.add("Cookie: " + cookies);
            }
        }
        if (download == null || !download.wantsNoCoding()) {
            headers.addAll(codings.headers(request));
        }
        if (client.requestRaw(request.method(), request.url().target(), headers, request.body()) != ErrorCode.OK) {
            throw new RequestFailure(Result.RESULT_REQUEST_FAILED, client.getRejection());
        }
        uploadedBytes = 0;
        phase = Phase.REQUESTING;
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
        responseUrl = client.getResponseUrl();
        if (settings.cookieJar != null) {
            settings.cookieJar.store(request.url().toString(), client.getResponseHeader("Set-Cookie"));
        }
        takeResponse();
        return true;
    }

    /** A response leads to another request, or to the same one again, or it is the answer. */
    private void takeResponse() throws RequestFailure {
        List<String> locations = client.getResponseHeader("Location");
        if (Redirect.isRedirect(client.getResponseCode()) && !locations.isEmpty()) {
            request = redirects.follow(request, client.getResponseCode(), locations.get(0));
            askAgain(0);
            return;
        }
        long later = retries.pauseAfter(request, client, nanosLeft());
        if (later != Retries.NEVER) {
            askAgain(later);
        } else if (download != null && download.mustBeginAnew(client)) {
            download.beginAnew();
            askAgain(0);
        } else {
            beginTransfer();
        }
    }

    private void beginTransfer() throws RequestFailure {
        boolean hasBody = client.getStatus() == Status.STATUS_BODY && request.method() != Method.METHOD_HEAD;
        ContentDecoder decoder = hasBody ? codings.decoder(client, request) : null;
        boolean intoFile = download != null && hasBody && client.getResponseCode() / 100 == 2;
        offset = intoFile ? download.offset(client) : 0;
        BodySink sink = intoFile
                ? download.sink(client, decoder != null)
                : new MemorySink(platform, decoder == null ? client.getResponseBodyLength() : -1,
                        settings.downloadChunkSize);
        transfer = new BodyTransfer(client, settings, decoder, sink, offset);
        long length = client.getResponseBodyLength();
        bodySize = length < 0 ? -1 : offset + length;
        downloadedBytes = offset;
        phase = Phase.TRANSFERRING;
    }

    private boolean transfer() throws RequestFailure {
        boolean moved = transfer.step();
        downloadedBytes = offset + transfer.read();
        if (transfer.isFinished()) {
            transfer.close();
            int code = client.getResponseCode();
            end(new RequestResult(Result.RESULT_SUCCESS, code, client.getResponseHeaders(), transfer.body(),
                    RequestResult.Why.SUCCESS));
            if (code == SWITCHING_PROTOCOLS) {
                client.close(); // what speaks something else now serves no further request
            }
        }
        return moved;
    }

    // Asking again

    private void askAgain(long nanos) {
        drain();
        pause = nanos;
        pauseStart = environment.nanoClock().getAsLong();
        phase = Phase.PAUSING;
    }

    /** Takes the rest of a response that is of no interest, so that its connection can be used again; if it is not there, the connection goes. */
    private void drain() {
        if (connection.leadsTo(request.url().origin())) {
            ByteBuffer scratch = ByteBuffer.allocate(MOST_DRAINED);
            int count = 1;
            while (count > 0 && client.getStatus() == Status.STATUS_BODY) {
                count = client.readResponseBodyChunk(scratch);
            }
        }
        if (client.getStatus() != Status.STATUS_CONNECTED) {
            client.close();
        }
    }

    private boolean awaitEndOfPause() {
        if (environment.nanoClock().getAsLong() - pauseStart < pause) {
            return false;
        }
        phase = Phase.OPENING;
        return true;
    }

    private long nanosLeft() {
        return settings.timeoutNanos == 0
                ? Long.MAX_VALUE
                : settings.timeoutNanos - (environment.nanoClock().getAsLong() - start);
    }

    // Ending

    private void checkTimeout() throws RequestFailure {
        if (!done && nanosLeft() <= 0) {
            throw new RequestFailure(Result.RESULT_TIMEOUT, request.url() + " was not there within the timeout");
        }
    }

    private boolean retryOrFail(RequestFailure e) {
        int code = client.getResponseCode();
        List<String> headers = client.getResponseHeaders();
        drop();
        long later = retries.pauseAfter(request, e.failure(), nanosLeft());
        if (later == Retries.NEVER) {
            end(RequestResult.failed(e, code, headers));
        } else {
            askAgain(later);
        }
        return true;
    }

    private void drop() {
        if (transfer != null) {
            transfer.discard();
            transfer = null;
        }
        client.close();
    }

    private void end(RequestResult what) {
        result = what;
        done = true;
    }
}
