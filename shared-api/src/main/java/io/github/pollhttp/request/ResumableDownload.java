package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.content.ContentCodings;
import io.github.pollhttp.content.DecoderChain;
import io.github.pollhttp.content.ExpectedBody;
import io.github.pollhttp.content.Validator;
import io.github.pollhttp.internal.ContentRange;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.request.HTTPRequest.Result;
import io.github.pollhttp.spi.BodySink;
import io.github.pollhttp.spi.PartialDownload;
import io.github.pollhttp.spi.RequestPlatform;
import io.github.pollhttp.spi.ResponseHead;

/**
 * A download to a file: finds the bytes of an earlier attempt, requests the missing ones (RFC 9110 section 14), and checks the response. Bytes are
 * combined only if both responses came from the same URL with the same strong validator and the same complete length. In any doubt the download
 * begins anew, at most once per request. Not final, so that TeaVM can leave it out.
 */
class ResumableDownload {
    private static final int PARTIAL_CONTENT = 206;
    private static final int NOT_MODIFIED = 304;
    private static final int PRECONDITION_FAILED = 412;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    /** The settings contain a factory instead of a path. TeaVM then leaves this class out of programs that set no download file. */
    interface Factory {
        ResumableDownload create(boolean resume, RequestSpec request);
    }

    /** What to do with a response. */
    private enum Verdict {
        /** Store its body, of which {@link #expected} says more. */
        ACCEPT,
        /** Request the whole file instead. */
        BEGIN_ANEW,
        /** Fail: requesting the whole file led to this response. */
        REJECT
    }

    private final RequestPlatform platform;
    private final String path;
    private final boolean resumable;
    private final boolean hasOwnRange;
    /** The bytes of an earlier attempt; null if there are none that this attempt can use. */
    private PartialDownload part;
    private ExpectedBody expected = ExpectedBody.WHOLE;
    private String url = "";
    /** How many bytes of the file this request has stored in complete parts. */
    private long reached;
    private boolean ignoresPart;
    private boolean hasBegunAnew;

    /** @param resume whether to continue an earlier download, and to keep the bytes of this one if it fails */
    ResumableDownload(RequestPlatform platform, String path, boolean resume, RequestSpec request) {
        this.platform = platform;
        this.path = path;
        this.hasOwnRange = request.has("Range");
        this.resumable = resume && request.method() == Method.METHOD_GET && !hasOwnRange && !request.has("If-Range");
    }

    /**
     * Looks for the bytes of an earlier attempt. Called before each attempt, because the previous one may have left some.
     *
     * @param request the request of this attempt. After a redirect it has another URL, from which the part may not have come
     */
    void findPart(RequestSpec request) {
        url = request.url().toString();
        PartialDownload found = resumable && !ignoresPart ? platform.findPart(path) : null;
        boolean usable = found != null && found.url().equals(url) && found.length() > 0
                && Validator.isUsable(found.validator());
        part = usable ? found : null;
    }

    /** Whether the body must arrive without a content coding, because a part of an encoded body cannot be continued. */
    boolean forbidsContentCoding() {
        return resumable;
    }

    /** @return the header lines, and those that request the missing bytes */
    List<String> addTo(List<String> lines) {
        return part == null
                ? lines
                : HeaderLine.joined(lines,
                        List.of("Range: bytes=" + part.length() + "-", "If-Range: " + part.validator()));
    }

    /** Judges a response before its body is read. */
    private Verdict judge(HTTPClient client, ResponseHead head) {
        int code = client.getResponseCode();
        expected = ExpectedBody.WHOLE;
        if (code == NOT_MODIFIED || code == PRECONDITION_FAILED || code == RANGE_NOT_SATISFIABLE) {
            return part == null ? Verdict.ACCEPT : inDoubt(); // an answer to our If-Range or Range says nothing to the program
        }
        if (code / 100 != 2) {
            return Verdict.ACCEPT;
        }
        ContentRange range = ContentRange.of(client.getResponseHeader("Content-Range"),
                client.getResponseHeader("Content-Type"));
        if (code != PARTIAL_CONTENT) {
            return judgeWhole(range, client);
        }
        if (hasOwnRange) {
            expected = ExpectedBody.WHOLE.ofLength(head.partLength());
            return Verdict.ACCEPT;
        }
        if (range == null || !fits(range, client)) {
            return inDoubt();
        }
        expected = ExpectedBody.of(range);
        return Verdict.ACCEPT;
    }

    /**
     * Judges a response other than a 206. Its {@code Content-Range} means nothing (RFC 9110 section 14.4). But if it begins where the file
     * or its missing rest begins, and the body has exactly its length, the body is a part, which a server or a proxy has sent with a wrong status code.
     */
    private Verdict judgeWhole(ContentRange range, HTTPClient client) {
        boolean namesPart = !hasOwnRange && range != null && range.length() < range.complete()
                && (range.first() == 0 || range.first() == partLength());
        boolean unknown = platform.acceptEncoding() == null && ContentCodings.isCoded(client); // a browser hides the length of coded bytes
        if (!namesPart || unknown) {
            return Verdict.ACCEPT;
        }
        if (client.getResponseBodyLength() == range.length()) {
            return inDoubt();
        }
        expected = ExpectedBody.wholeUnless(range);
        return Verdict.ACCEPT;
    }

    private boolean fits(ContentRange range, HTTPClient client) {
        long announced = client.getResponseBodyLength();
        boolean progresses = range.isLast() || range.last() >= reached;
        if (ContentCodings.isCoded(client) || announced >= 0 && announced != range.length() || !progresses) {
            return false;
        }
        if (part == null) {
            return range.first() == 0 && (range.isLast() || resumable && !Validator.of(client).isEmpty());
        }
        return range.first() == part.length()
                && (part.completeLength() < 0 || part.completeLength() == range.complete())
                && Validator.matches(part.validator(), client);
    }

    private long partLength() {
        return part == null ? 0 : part.length();
    }

    private Verdict inDoubt() {
        return part == null || hasBegunAnew ? Verdict.REJECT : Verdict.BEGIN_ANEW;
    }

    /**
     * Requests the whole file if a response does not fit to the stored part.
     *
     * @return whether the response was discarded; false to accept it
     * @throws RequestFailure if requesting the whole file led to this response
     */
    boolean requestWhole(RequestExecution execution) throws RequestFailure {
        if (execution.request().method() == Method.METHOD_HEAD) {
            return false;
        }
        Verdict verdict = judge(execution.client(), execution.head());
        if (verdict == Verdict.REJECT) {
            throw rejection(execution.client());
        }
        return verdict == Verdict.BEGIN_ANEW && beginAnew(execution);
    }

    /** Whether a body has failed because its length differs from its {@code Content-Range}, so that its bytes may be wrong. */
    boolean hasWrongPart(Why why) {
        return why.result() == Result.RESULT_CHUNKED_BODY_SIZE_MISMATCH;
    }

    /** @return true if the whole file is requested; false if that was tried before */
    boolean requestWholeAfterFailure(RequestExecution execution) {
        return inDoubt() == Verdict.BEGIN_ANEW && beginAnew(execution);
    }

    private boolean beginAnew(RequestExecution execution) {
        reached = 0;
        ignoresPart = true;
        hasBegunAnew = true;
        execution.sendAgain(execution.request(), 0);
        return true;
    }

    /** Requests the rest of the file after a part is stored. From here on, each further part must have bytes that no earlier one had. */
    void requestRest(RequestExecution execution) {
        reached = expected.offset() + expected.length();
        execution.sendAgain(execution.request(), 0);
    }

    private RequestFailure rejection(HTTPClient client) {
        int code = client.getResponseCode();
        return new RequestFailure(Result.RESULT_REQUEST_FAILED, part == null
                ? "The server sent a part of the file (" + code + ") although the whole file was requested."
                : "The server's answers to requests for the rest of the file (the last one is " + code
                        + ") do not fit to its first part.");
    }

    /**
     * Begins to store the body of the accepted response.
     *
     * @param decoder null to store the body as it arrives
     * @return the transfer to the file
     */
    BodyTransfer transfer(RequestExecution execution, DecoderChain decoder) {
        return new SinkTransfer(execution, decoder, sink(execution.client(), decoder != null), expected);
    }

    /** @return a sink that writes to the file, after the part if the response continues it */
    private BodySink sink(HTTPClient client, boolean decoded) {
        ignoresPart = false; // from here on, the bytes on the disk are those of this response
        long complete = expected.complete() < 0 ? client.getResponseBodyLength() : expected.complete();
        if (expected.offset() > 0) {
            return platform.openFile(path, new PartialDownload(url, part.validator(), part.length(), complete));
        }
        String validator = resumable && !decoded && !ContentCodings.isCoded(client) ? Validator.of(client) : "";
        boolean keeps = !validator.isEmpty() && isNotable(client.getResponseCode());
        return platform.openFile(path, keeps ? new PartialDownload(url, validator, 0, complete) : null);
    }

    /** Whether the response has the bytes of the file itself, and not of something else that a later 206 would not continue. */
    private static boolean isNotable(int code) {
        return code == 200 || code == PARTIAL_CONTENT;
    }
}
