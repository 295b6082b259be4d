package io.github.pollhttp.web;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.internal.PortableRules;
import io.github.pollhttp.spi.BackendFailure;

/**
 * A fetch that failed. A browser names no cause, so this says what is known from elsewhere, and never more.
 *
 * @param answersProbe whether the server answered when it was asked without CORS
 */
record FetchFailure(OriginUrl target, FetchExchange fetch, boolean answersProbe) implements BackendFailure {
    @Override
    public Failure failure() {
        if (fetch.getResponse() != null) {
            return failure(Phase.BODY, Reason.CONNECTION_RESET, "the connection ended in the middle of the body");
        }
        String directive = Page.violatedDirective(Browser.PAGE, fetch.getRequest().getUrl());
        if (directive != null) {
            return request(Reason.BLOCKED_BY_POLICY, "the page's content security policy forbids it; add "
                    + target.getOrigin() + " to its " + directive);
        }
        if (isMixedContent()) {
            return request(Reason.MIXED_CONTENT,
                    "a page that came over https may not ask for http; serve it over https");
        }
        if (Browser.isOffline() && isNotLoopback()) {
            return request(Reason.OFFLINE, "the browser is offline");
        }
        if (answersProbe) {
            return request(Reason.CORS_REFUSED, "the server answers, and CORS keeps the answer from this page; "
                    + "the server has to send " + CorsAdvice.headers(fetch.getRequest()));
        }
        return request(Reason.NETWORK_OR_CORS, advice());
    }

    private String advice() {
        String badPort = PortableRules.portRejectionMessage(OriginUrl.port(target));
        if (badPort != null) {
            return badPort;
        }
        return target.getOrigin().equals(Browser.pageOrigin())
                ? "the request failed, the browser does not tell why; see whether the server runs"
                : "the network failed or CORS refused, the browser does not tell which; see whether the server runs and sends "
                        + CorsAdvice.headers(fetch.getRequest());
    }

    private boolean isMixedContent() {
        return target.getProtocol().equals("http:") && Browser.pageOrigin().startsWith("https:") && isNotLoopback();
    }

    /** Loopback is reached without a network, and counts as secure without TLS (Secure Contexts, section 3.1). */
    private boolean isNotLoopback() {
        String host = target.getHostname();
        return !host.equals("localhost") && !host.endsWith(".localhost") && !host.startsWith("127.")
                && !host.equals("[::1]");
    }

    private Failure request(Reason reason, String what) {
        return failure(Phase.REQUEST, reason, what);
    }

    private Failure failure(Phase phase, Reason reason, String what) {
        return new Failure(phase, reason, target.getOrigin() + ": " + what, null);
    }
}
