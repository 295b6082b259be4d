package io.github.pollhttp.demo;

import java.util.List;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Status;
import io.github.pollhttp.demo.DemoResult.Verdict;

/**
 * Runs one case with one client. {@link #frame()} is called once a frame. A game uses the library in the same way; the rest of the demo only shows
 * the result.
 */
public final class DemoRun {
    /** Longest time for reading in one frame, of 16 ms. Without a limit, a fast server could hold the frame for as long as it has bytes. */
    private static final long READING_NANOS = 4_000_000;

    private final DemoCase demoCase;
    private final Addresses addresses;
    private final Platform platform;
    private final DemoView view;

    private final HTTPClient client = HTTPClient.create();
    private final long start = System.nanoTime();
    private final Checksum checksum = new Checksum();
    private final TextDecoder decoder = new TextDecoder();

    private Status lastStatus = Status.STATUS_DISCONNECTED;
    private boolean requested;
    private boolean answered;
    private boolean text;
    private long bytes;
    private long total = -1;
    private boolean over;

    /**
     * Begins a run.
     *
     * @param demoCase  the case
     * @param addresses the origins of the places
     * @param platform  the platform that this program runs on
     * @param view      shows the run
     */
    public DemoRun(DemoCase demoCase, Addresses addresses, Platform platform, DemoView view) {
        this.demoCase = demoCase;
        this.addresses = addresses;
        this.platform = platform;
        this.view = view;
        client.setDiagnosticsEnabled(true);
        Address address = addresses.of(demoCase.request().place());
        go(client.connectToHost(address.host(), address.port()));
    }

    /** Continues the run as far as is possible without waiting. Call it once a frame. */
    public void frame() {
        if (over) {
            return;
        }
        client.poll();
        noticeStatus();
        switch (client.getStatus()) {
            case STATUS_RESOLVING, STATUS_CONNECTING, STATUS_REQUESTING -> {
            }
            case STATUS_CONNECTED -> {
                if (requested) {
                    endWithAnswer();
                } else {
                    request();
                }
            }
            case STATUS_BODY -> read();
            case STATUS_DISCONNECTED -> endWithAnswer();
            case STATUS_CANT_RESOLVE, STATUS_CANT_CONNECT, STATUS_CONNECTION_ERROR, STATUS_TLS_HANDSHAKE_ERROR ->
                fail();
        }
    }

    /** Cancels the request. The server sees the connection end. */
    public void cancel() {
        if (!over) {
            client.close();
            noticeStatus();
            end(Verdict.CANCELLED, null);
        }
    }

    /**
     * Whether the run is over.
     *
     * @return true after {@link DemoView#ended}
     */
    public boolean isOver() {
        return over;
    }

    /**
     * The duration of the run so far.
     *
     * @return nanoseconds
     */
    public long nanos() {
        return System.nanoTime() - start;
    }

    private void request() {
        DemoRequest request = demoCase.request();
        requested = true;
        String path = addresses.of(request.place()).folder() + request.path();
        go(client.requestRaw(request.method(), path, request.headers(), request.body()));
    }

    private void read() {
        long deadline = System.nanoTime() + READING_NANOS;
        long before = bytes;
        byte[] piece = client.readResponseBodyChunk();
        while (piece.length > 0) {
            take(piece);
            piece = System.nanoTime() < deadline ? client.readResponseBodyChunk() : new byte[0];
        }
        if (bytes > before) {
            view.progressed(transfer());
        }
        noticeStatus();
        switch (client.getStatus()) {
            case STATUS_BODY -> {
            }
            case STATUS_CONNECTED, STATUS_DISCONNECTED -> endWithAnswer();
            default -> fail();
        }
    }

    private void take(byte[] piece) {
        bytes += piece.length;
        checksum.update(piece);
        if (text) {
            view.read(decoder.decode(piece));
        }
    }

    private void noticeStatus() {
        if (!answered && client.hasResponse()) {
            answered = true;
            text = isText();
            total = client.getResponseBodyLength();
            view.answered(client.getResponseCode(), client.getResponseHeaders());
        }
        Status status = client.getStatus();
        if (status != lastStatus) {
            lastStatus = status;
            view.passed(status);
        }
    }

    private boolean isText() {
        List<String> types = client.getResponseHeader("Content-Type");
        return !types.isEmpty() && (types.get(0).startsWith("text/") || types.get(0).startsWith("application/json"));
    }

    private void go(ErrorCode answer) {
        noticeStatus();
        if (answer != ErrorCode.OK) {
            end(unexpected(), client.getRejection());
        }
    }

    private void fail() {
        end(verdict(), client.getFailure().message());
    }

    private void endWithAnswer() {
        String wanted = wantedChecksum();
        if (!client.hasResponse()) {
            end(unexpected(), "The connection ended before there was an answer.");
        } else if (wanted != null && !wanted.equals(checksum.toString())) {
            end(unexpected(), "The checksum of the body is " + checksum + " and should be " + wanted + ".");
        } else {
            end(verdict(), null);
        }
    }

    /** The checksum of the sent body, which the server echoes, that of a known file, or the one that the server announces; null if there is none. */
    private String wantedChecksum() {
        if (demoCase.expectation() != null && demoCase.expectation().checksum() != null) {
            return demoCase.expectation().checksum();
        }
        if (demoCase.request().body().length > 0) {
            return Checksum.of(demoCase.request().body());
        }
        List<String> told = client.getResponseHeader("X-CRC32");
        return told.isEmpty() ? null : told.get(0);
    }

    private Verdict unexpected() {
        return demoCase.expectation() == null ? Verdict.NOTHING_EXPECTED : Verdict.UNEXPECTED;
    }

    private Verdict verdict() {
        if (demoCase.expectation() == null) {
            return Verdict.NOTHING_EXPECTED;
        }
        Ending ending = new Ending(client.getStatus(), client.getResponseCode());
        return ending.equals(demoCase.expectation().on(platform)) ? Verdict.AS_EXPECTED : Verdict.UNEXPECTED;
    }

    private void end(Verdict verdict, String failure) {
        over = true;
        view.ended(new DemoResult(verdict, client.getStatus(), transfer(), checksum.toString(), failure));
        client.close();
    }

    private Transfer transfer() {
        return new Transfer(bytes, total, nanos());
    }
}
