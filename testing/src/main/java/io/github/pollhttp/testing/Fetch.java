package io.github.pollhttp.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.WebOptions.Credentials;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.internal.HeaderLine;
import io.github.pollhttp.internal.Redirect;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;
import io.github.pollhttp.spi.BackendFailure;

/** Sends one request as a browser does: with preflights, redirects, cookies and the CORS check (Fetch Standard). */
final class Fetch {
    private static final int MOST_REDIRECTS = 20;
    private static final byte[] NO_BODY = {};

    private final Page page;
    private final CookieJar cookies;
    private final ScriptedNetwork network;
    private final Options options;

    private RequestUrl url;
    private SentRequest request;
    private String origin;
    private boolean isCrossOrigin;

    /** The sum of the delays so far, in nanoseconds. */
    private long delay;

    /** What the program has set. */
    record Options(Credentials credentials, boolean upload, boolean diagnostics) {}

    Fetch(ScriptedNetwork network, Options options) {
        this.page = network.page();
        this.cookies = network.cookies();
        this.network = network;
        this.options = options;
    }

    Exchange.Arrival send(SentRequest first, RequestUrl to) {
        request = first;
        url = to;
        origin = page.origin();
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            Exchange.Arrival arrival = sendOnce();
            if (arrival != null) {
                return arrival;
            }
        }
        return networkOrCors(false);
    }

    /** @return null after a redirect */
    private Exchange.Arrival sendOnce() {
        BackendFailure blocked = page.blocks(url.origin());
        if (blocked != null) {
            return Exchange.Arrival.failed(delay, blocked);
        }
        isCrossOrigin |= page.isOtherOrigin(url.origin());
        Cors cors = cors();
        if (isCrossOrigin && cors.needsPreflight(request)) {
            Reply permission = network.take(cors.preflight(request));
            if (permission != null && permission.end().silent()) {
                return Exchange.Arrival.silence();
            }
            delay += permission == null ? 0 : permission.delayNanos();
            if (permission == null || !cors.permits(permission.head(), request)) {
                return networkOrCors(permission != null && permission.head() != null);
            }
        }
        Reply reply = network.take(withHeadersOfBrowser());
        if (reply == null) {
            return Exchange.Arrival.failed(delay, network.unscripted(Reason.NETWORK_OR_CORS, request));
        }
        delay += reply.delayNanos();
        return reply.head() == null ? unanswered(reply.end()) : answered(reply, cors);
    }

    private Cors cors() {
        return new Cors(origin, options.credentials() == Credentials.INCLUDE, options.upload());
    }

    private SentRequest withHeadersOfBrowser() {
        List<String> headers = new ArrayList<>(request.headers());
        boolean isSimple = request.method() == Method.METHOD_GET || request.method() == Method.METHOD_HEAD;
        if (isCrossOrigin || !isSimple) {
            headers.add("Origin: " + origin);
        }
        String stored = sendsCookies() ? cookies.cookiesFor(url.toString()) : "";
        if (!stored.isEmpty()) {
            headers.add("Cookie: " + stored);
        }
        return new SentRequest(request.method(), url.toString(), headers, request.body());
    }

    private boolean sendsCookies() {
        return options.credentials() == Credentials.INCLUDE
                || options.credentials() == Credentials.SAME_ORIGIN && !isCrossOrigin;
    }

    private Exchange.Arrival unanswered(Reply.End end) {
        Fault fault = end.fault();
        if (fault == null || fault.isSilence()) {
            return Exchange.Arrival.silence();
        }
        boolean isShown = fault.isOfBrowsersOnly() && fault.reason() != Reason.NETWORK_OR_CORS
                || fault.reason() == Reason.FILE_UNREADABLE;
        return isShown ? Exchange.Arrival.failed(delay, fault.failure(url.origin().origin())) : networkOrCors(false);
    }

    private Exchange.Arrival answered(Reply reply, Cors cors) {
        Reply.Head head = reply.head();
        if (isCrossOrigin && !cors.allows(head)) {
            return networkOrCors(true);
        }
        if (sendsCookies()) {
            cookies.store(url.toString(), HeaderLine.values(head.headers(), "Set-Cookie"));
        }
        try {
            String location = Redirect.location(head.code(), HeaderLine.values(head.headers(), "Location"));
            if (location.isEmpty()) {
                return response(reply, cors);
            }
            follow(Redirect.target(url, location), head.code());
            return null;
        } catch (RejectionException e) {
            return networkOrCors(false);
        }
    }

    private void follow(RequestUrl target, int code) {
        boolean sameOrigin = target.origin().equals(url.origin());
        if (isCrossOrigin && !sameOrigin) {
            origin = "null";
        }
        boolean withBody = !Redirect.becomesGet(request.method().token(), code);
        request = new SentRequest(withBody ? request.method() : Method.METHOD_GET, target.toString(),
                Redirect.headers(request.headers(), sameOrigin, withBody), withBody ? request.body() : NO_BODY);
        url = target;
    }

    private Exchange.Arrival response(Reply reply, Cors cors) {
        Map<String, String> visible = new TreeMap<>();
        for (String line : reply.sentHeaders()) {
            String name = HeaderLine.name(line).toLowerCase(Locale.ROOT);
            boolean isHidden = name.equals("set-cookie") || isCrossOrigin && !cors.exposes(reply.head(), name);
            if (!isHidden) {
                visible.merge(name, HeaderLine.value(line), (one, other) -> one + ", " + other);
            }
        }
        List<String> lines = visible.entrySet().stream().map(each -> each.getKey() + ": " + each.getValue()).toList();
        ScriptedHead head = new ScriptedHead(reply.head().code(), lines, bodyLength(reply, cors), false,
                url.toString());
        Fault fault = reply.end().fault();
        BackendFailure broken = fault == null
                ? null
                : new Fault(Phase.BODY, Reason.CONNECTION_RESET).failure(url.origin().origin(),
                        "the connection ended in the middle of the response body; send the request again");
        return new Exchange.Arrival(head, delay, reply.parts(), reply.end().silent(), broken);
    }

    /** The length is unknown if the page cannot tell whether the body has a content coding, see docs/browser-and-cors.md. */
    private long bodyLength(Reply reply, Cors cors) {
        if (!ScriptedHead.hasBody(reply.head().code())) {
            return -1;
        }
        if (request.method() == Method.METHOD_HEAD) {
            return 0;
        }
        boolean isCoded = reply.head().has("Content-Encoding");
        boolean isKnown = !isCrossOrigin || cors.exposes(reply.head(), "content-encoding")
                && cors.exposes(reply.head(), "access-control-expose-headers");
        return isCoded || !isKnown ? -1 : Sender.length(reply.sentHeaders());
    }

    /** @param isAnswered whether the server has answered, so that CORS is the cause */
    private Exchange.Arrival networkOrCors(boolean isAnswered) {
        boolean isProbed = options.diagnostics() && isAnswered
                && (request.method() == Method.METHOD_GET || request.method() == Method.METHOD_HEAD);
        Reason reason = isProbed ? Reason.CORS_REFUSED : Reason.NETWORK_OR_CORS;
        return Exchange.Arrival.failed(delay, Fault.of(reason).failure(url.origin().origin(), text(reason)));
    }

    private String text(Reason reason) {
        if (reason == Reason.CORS_REFUSED) {
            return "the server answers, but CORS hides its response from this page; let the server send "
                    + cors().advice(request);
        }
        return isCrossOrigin
                ? "the network failed or CORS blocked the response, and the browser does not say which; "
                        + "check that the server runs and sends " + cors().advice(request)
                : "the request failed, and the browser does not say why; check that the server runs";
    }
}
