package io.github.pollhttp.web;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.internal.PortableRules;
import io.github.pollhttp.spi.BackendFailure;

/**
 * A request that failed in the browser. The browser does not report a cause, so the failure is explained from other facts: the page's origin and
 * policy, whether the browser is offline, and the result of the {@link Probe}.
 *
 * <p>
 * Not a record, because {@code java.lang.Record} would be a part of every program for this class alone.
 */
final class FetchFailure implements BackendFailure {
    private final OriginUrl server;
    private final BrowserExchange exchange;
    private final boolean answersProbe;
    /** Noted when the request fails, because the program may keep the failure and ask for its reason later. */
    private final boolean offline = Browser.isOffline();

    /** @param answersProbe whether the server answered the probe, which CORS does not block */
    FetchFailure(OriginUrl server, BrowserExchange exchange, boolean answersProbe) {
        this.server = server;
        this.exchange = exchange;
        this.answersProbe = answersProbe;
    }

    @Override
    public Reason reason() {
        if (exchange.getResponse() != null) {
            return Reason.CONNECTION_RESET;
        }
        if (isBlocked()) {
            return Reason.BLOCKED_BY_POLICY;
        }
        if (isMixedContent()) {
            return Reason.MIXED_CONTENT;
        }
        if (isOffline()) {
            return Reason.OFFLINE;
        }
        return answersProbe ? Reason.CORS_REFUSED : Reason.NETWORK_OR_CORS;
    }

    /** Without the checks of {@link #reason}, which would make an event source larger. A request that this page blocks, or
     * that it makes while it is offline, is sent and fails a second time. */
    @Override
    public boolean mayBeCors() {
        return exchange.getResponse() == null;
    }

    private boolean isBlocked() {
        return Page.blocks(Browser.PAGE, exchange.getRequest().getUrl());
    }

    private boolean isOffline() {
        return offline && !OriginUrl.isLoopback(server);
    }

    @Override
    public Failure failure() {
        Reason reason = reason();
        Phase phase = reason == Reason.CONNECTION_RESET ? Phase.BODY : Phase.REQUEST;
        return new Failure(phase, reason, server.getOrigin() + ": " + text(reason), null);
    }

    private String text(Reason reason) {
        return switch (reason) {
            case CONNECTION_RESET -> "the connection ended in the middle of the response body; send the request again";
            case BLOCKED_BY_POLICY -> "the page's content security policy "
                    + (Page.allows(Browser.PAGE, exchange.getRequest().getUrl())
                            ? "allows this URL, but blocks where it redirects to; add that origin"
                            : "blocks this request; add " + server.getOrigin())
                    + " to its connect-src";
            case MIXED_CONTENT ->
                "the browser blocks http requests of a page that was loaded over https; serve this address over https, too";
            case OFFLINE -> "the browser is offline; check the network";
            case CORS_REFUSED -> "the server answers, but CORS hides its response from this page; let the server send "
                    + CorsAdvice.headers(exchange);
            default -> advice() + furtherCauses();
        };
    }

    private String advice() {
        String portRejection = PortableRules.portRejectionMessage(OriginUrl.port(server));
        if (portRejection != null) {
            return portRejection;
        }
        return Browser.isOtherOrigin(server)
                ? "the network failed or CORS blocked the response, and the browser does not say which; "
                        + "check that the server runs and sends "
                        + CorsAdvice.headers(exchange)
                : "the request failed, and the browser does not say why; check that the server runs";
    }

    private String furtherCauses() {
        FetchRequest request = exchange.getRequest();
        boolean hasBody = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        return (request.isKeepalive() && hasBody
                ? "; the bodies of keepalive requests have at most 64 KiB together, so turn keepalive off for larger ones"
                : "")
                + (Browser.isLocalForThisPage(server)
                        ? "; the browser or its user may have denied this page access to the local network"
                        : "");
    }

    private boolean isMixedContent() {
        return server.getProtocol().equals("http:") && Browser.isHttps() && !OriginUrl.isLoopback(server);
    }
}
