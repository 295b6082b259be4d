package io.github.pollhttp.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.WebOptions.Credentials;
import io.github.pollhttp.internal.Decimal;
import io.github.pollhttp.internal.Endpoint;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.OutgoingRequest;
import io.github.pollhttp.internal.PortableRules;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.spi.BackendFailure;
import io.github.pollhttp.spi.BodyPart;

/** Sends the requests of one client to the scripted network, directly or as a browser. */
final class Sender {
    private final ScriptedNetwork network;
    private Credentials credentials = Credentials.SAME_ORIGIN;
    private boolean uploadProgress;
    private boolean diagnostics;
    private long uploaded;

    Sender(ScriptedNetwork network) {
        this.network = network;
    }

    void setCredentials(Credentials credentials) {
        this.credentials = credentials;
    }

    void setUploadProgress(boolean enabled) {
        uploadProgress = enabled;
    }

    void setDiagnostics(boolean enabled) {
        diagnostics = enabled;
    }

    /** @return the length of the last request's body, as far as the program may see it */
    long uploaded() {
        return network.page() == null || uploadProgress ? uploaded : 0;
    }

    /**
     * Leaves out what a browser leaves out.
     *
     * @throws RejectionException if a browser does not send the request
     */
    OutgoingRequest checked(OutgoingRequest request) throws RejectionException {
        if (network.page() == null) {
            return request;
        }
        List<String> kept = new ArrayList<>();
        for (String line : request.headers()) {
            if (!HeaderLine.isNamed(line, "Content-Length") && isSentByBrowsers(line)) {
                kept.add(line);
            }
        }
        OutgoingRequest rest = new OutgoingRequest(request.method(), request.target(), List.copyOf(kept),
                request.bodyLength());
        PortableRules.check(rest);
        return rest;
    }

    private static boolean isSentByBrowsers(String line) {
        try {
            PortableRules.check(new OutgoingRequest("GET", "/", List.of(line), 0));
            return true;
        } catch (RejectionException e) {
            return false;
        }
    }

    /** @param reused whether the connection has had a request before */
    Exchange send(Endpoint server, Method method, OutgoingRequest request, List<BodyPart> parts, boolean reused)
            throws RejectionException {
        boolean isPath = request.target().startsWith("/");
        String url = isPath ? server.origin() + request.target() : request.target();
        Exchange.Arrival arrival;
        try {
            byte[] body = bytes(parts);
            uploaded = body.length;
            List<String> headers = new ArrayList<>(request.headers());
            headers.removeIf(line -> HeaderLine.isNamed(line, "Proxy-Authorization")); // never sent to a server
            SentRequest sent = new SentRequest(method, url, List.copyOf(headers), body);
            arrival = network.page() == null ? direct(server, sent, reused) : fetch(server, sent, request.target());
        } catch (IOException | InvalidPathException e) {
            arrival = Exchange.Arrival.failed(0, Fault.of(Reason.FILE_UNREADABLE).failure(server.origin(),
                    "a file of the request body cannot be read: " + e));
        }
        Reason truncated = network.page() == null ? Reason.BODY_TRUNCATED : Reason.CONNECTION_RESET;
        return new Exchange(arrival, method, network.clock(),
                new Fault(Phase.BODY, truncated).failure(server.origin()));
    }

    private static byte[] bytes(List<BodyPart> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (BodyPart part : parts) {
            bytes.write(part.bytes() == null ? Files.readAllBytes(Path.of(part.path())) : part.bytes());
        }
        return bytes.toByteArray();
    }

    private Exchange.Arrival fetch(Endpoint server, SentRequest request, String target) {
        Fetch.Options options = new Fetch.Options(credentials, uploadProgress, diagnostics);
        return new Fetch(network, options).send(request,
                new RequestUrl(server, target));
    }

    private Exchange.Arrival direct(Endpoint server, SentRequest request, boolean reused) {
        if (network.isAway(request)) {
            Reason closed = reused ? Reason.CONNECTION_CLOSED_IDLE : Reason.CONNECTION_RESET;
            return Exchange.Arrival.failed(0, Fault.of(closed).failure(server.origin()));
        }
        Reply reply = network.take(request);
        if (reply == null) {
            return Exchange.Arrival.failed(0, network.unscripted(Reason.CONNECTION_RESET, request));
        }
        Fault fault = reply.end().fault();
        check(fault);
        BackendFailure failure = fault == null ? null : fault.failure(server.origin());
        if (reply.head() == null) {
            return new Exchange.Arrival(null, reply.delayNanos(), List.of(), reply.end().silent(), failure);
        }
        List<String> headers = reply.sentHeaders();
        int code = reply.head().code();
        long length = !ScriptedHead.hasBody(code) ? -1 : request.method() == Method.METHOD_HEAD ? 0 : length(headers);
        ScriptedHead head = new ScriptedHead(code, headers, length, reply.head().isChunked(), request.url());
        return new Exchange.Arrival(head, reply.delayNanos(), reply.parts(), reply.end().silent(), failure);
    }

    private static void check(Fault fault) {
        if (fault != null && fault.isBeforeRequest()) {
            throw new IllegalStateException("a function replies to a request that was sent, so " + fault.reason()
                    + " comes too late; pass the reply itself to the network.");
        }
        if (fault != null && fault.isOfBrowsersOnly()) {
            throw new IllegalStateException(
                    fault.reason() + " occurs only in browsers; use ScriptedNetwork.installBrowser.");
        }
    }

    /** @return the value of Content-Length, or -1 */
    static long length(List<String> headers) {
        String value = HeaderLine.first(headers, "Content-Length");
        boolean isChunked = HeaderLine.has(headers, "Transfer-Encoding");
        return value == null || isChunked ? -1 : Decimal.parse(value, Long.MAX_VALUE);
    }
}
