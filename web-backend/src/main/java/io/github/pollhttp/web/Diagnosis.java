package io.github.pollhttp.web;

import io.github.pollhttp.spi.BackendFailure;

/**
 * Looks for the cause of a failed cross-origin GET or HEAD: asks once more in a way that CORS does not forbid. An answer means that the server
 * is there, and that CORS is what refused.
 */
class Diagnosis {
    private Probe probe;

    /** @return null while the answer is awaited */
    BackendFailure failure(OriginUrl target, FetchExchange failed) {
        if (!isWorthAsking(target, failed)) {
            return new FetchFailure(target, failed, false);
        }
        if (probe == null) {
            probe = Probe.start(failed.getRequest());
        }
        return probe.isSettled() ? new FetchFailure(target, failed, probe.isAnswered()) : null;
    }

    private static boolean isWorthAsking(OriginUrl target, FetchExchange failed) {
        FetchRequest request = failed.getRequest();
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && failed.getResponse() == null
                && !target.getOrigin().equals(Browser.pageOrigin())
                && Page.violatedDirective(Browser.PAGE, request.getUrl()) == null;
    }

    /** Forgets what was asked, answered or not. */
    void abort() {
        if (probe != null) {
            probe.abort();
            probe = null;
        }
    }
}
