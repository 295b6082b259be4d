package io.github.pollhttp.demo;

import io.github.pollhttp.HTTPClient.Status;

/**
 * How a run ended.
 *
 * @param verdict  whether the run ended as expected
 * @param status   the last status
 * @param transfer bytes read, and duration of the run
 * @param checksum the CRC-32 of the body
 * @param failure  the failure in a sentence; null if there was a response
 */
public record DemoResult(Verdict verdict, Status status, Transfer transfer, String checksum, String failure) {

    /** Compares the end of a run with its expectation. */
    public enum Verdict {
        /** The run ended as expected. Some cases are expected to fail. */
        AS_EXPECTED,
        /** The run ended in another way. */
        UNEXPECTED,
        /** The user cancelled the run. */
        CANCELLED,
        /** The run ended, and no result was expected, because a visitor has chosen the URL. */
        NOTHING_EXPECTED
    }
}
