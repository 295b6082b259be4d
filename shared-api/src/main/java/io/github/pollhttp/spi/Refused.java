package io.github.pollhttp.spi;

import io.github.pollhttp.ErrorCode;

/**
 * A call that is refused before anything was done. The sentence is made when it is asked for: a browser program that never asks links none.
 */
public interface Refused {
    /**
     * What the refused call answers.
     *
     * @return {@code ERR_INVALID_PARAMETER}, unless it is {@code ERR_UNAVAILABLE}
     */
    default ErrorCode code() {
        return ErrorCode.ERR_INVALID_PARAMETER;
    }

    /**
     * Why the call was refused, for the person who wrote it.
     *
     * @return a sentence
     */
    String sentence();
}
