package io.github.pollhttp.contract;

/** A part of the contract that a backend may lack. A scenario lists the features that it needs, see {@link Scenario#features()}. */
public enum Feature {
    /** {@code HTTPRequest}, {@code HTTPRequestQueue} and {@code EventSource}, for which a backend needs a {@code RequestPlatform}. */
    HTTP_REQUEST,
    /** Downloads to files, and request bodies from files. */
    FILES,
    /** {@code getUploadedBytes}. */
    UPLOAD_PROGRESS,
    /** Host names instead of addresses, and the status {@code STATUS_RESOLVING}. */
    NAME_LOOKUP
}
