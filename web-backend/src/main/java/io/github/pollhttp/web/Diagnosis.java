package io.github.pollhttp.web;

import io.github.pollhttp.spi.Fault;

/**
 * Looks for the cause of a failed cross-origin GET or HEAD: asks once more in a way that CORS does not forbid. An answer means that the server
 * is there, and that CORS is what refused.
 */
class Diagnosis {
    private Probe probe;

    /** @return null while the answer is awaited */
    Fault fault(Target target, Fetch failed) {
        if (!isWorthAsking(target, failed)) {
            return new FetchFault(target, failed, false);
        }
        if (probe == null) {
            probe = Probe.start(failed.getRequest());
        }
        return probe.isSettled() ? new FetchFault(target, failed, probe.isAnswered()) : null;
    }

    private static boolean isWorthAsking(Target target, Fetch failed) {
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
