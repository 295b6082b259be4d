package io.github.pollhttp.web;

import io.github.pollhttp.spi.BackendFailure;

/**
 * Looks for the cause of a failed cross-origin GET or HEAD. It sends a second request that CORS does not block. If the server answers that one, the
 * server runs, and CORS is the likely cause.
 */
class Diagnosis {
    private Probe probe;

    /**
     * Explains a failed exchange.
     *
     * @return the failure, or null while the answer to the second request is awaited
     */
    BackendFailure failure(OriginUrl server, BrowserExchange failed) {
        if (!canProbe(server, failed)) {
            return new FetchFailure(server, failed, false);
        }
        if (probe == null) {
            probe = Probe.start(failed.getRequest());
        }
        return probe.isSettled() ? new FetchFailure(server, failed, probe.isAnswered()) : null;
    }

    private static boolean canProbe(OriginUrl server, BrowserExchange failed) {
        FetchRequest request = failed.getRequest();
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && failed.getResponse() == null
                && Browser.isOtherOrigin(server)
                && !Page.blocks(Browser.PAGE, request.getUrl());
    }

    /** Aborts the second request and forgets its answer. */
    void abort() {
        if (probe != null) {
            probe.abort();
            probe = null;
        }
    }
}
