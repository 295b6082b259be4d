package io.github.pollhttp.demo;

import io.github.pollhttp.HTTPClient.Status;

/**
 * How a run ended.
 *
 * @param verdict  whether it ended as it should
 * @param status   the last status
 * @param transfer what was read, and how long the run took
 * @param checksum the CRC-32 of the body
 * @param failure  why there is no answer, in a sentence for a person; null if there is one
 */
public record DemoResult(Verdict verdict, Status status, Transfer transfer, String checksum, String failure) {

    /** What to think of an end. */
    public enum Verdict {
        /** It ended as it should, which for some cases is a failure. */
        AS_EXPECTED,
        /** It ended in another way. */
        UNEXPECTED,
        /** The user ended it. */
        CANCELLED
    }
}
