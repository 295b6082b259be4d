package io.github.pollhttp.web;

import io.github.pollhttp.Failure;
import io.github.pollhttp.Failure.Phase;
import io.github.pollhttp.Failure.Reason;
import io.github.pollhttp.spi.BackendException;

/** What went wrong with one origin, as far as the browser tells. */
record Failures(String origin) {

    BackendException mixedContent() {
        return failure(Phase.REQUEST, Reason.MIXED_CONTENT,
                "a page that came over https may not ask for http; serve it over https");
    }

    BackendException offline() {
        return failure(Phase.REQUEST, Reason.OFFLINE, "the browser is offline");
    }

    BackendException corsRefused() {
        return failure(Phase.REQUEST, Reason.CORS_REFUSED,
                "the server answers, and CORS keeps the answer from this page; "
                        + "the server has to send the header \"Access-Control-Allow-Origin: " + Browser.pageOrigin()
                        + "\"");
    }

    BackendException networkOrCors(boolean crossOrigin) {
        return failure(Phase.REQUEST, Reason.NETWORK_OR_CORS, crossOrigin
                ? "the network failed or CORS refused, the browser does not tell which; see whether the server runs and sends "
                        + "\"Access-Control-Allow-Origin: " + Browser.pageOrigin() + "\""
                : "the request failed, the browser does not tell why; see whether the server runs");
    }

    BackendException brokenBody() {
        return failure(Phase.BODY, Reason.CONNECTION_RESET, "the connection ended in the middle of the body");
    }

    private BackendException failure(Phase phase, Reason reason, String what) {
        return new BackendException(new Failure(phase, reason, origin + ": " + what, null));
    }
}
