package io.github.pollhttp.jvm.http1;

/**
 * Collects the elements of a field whose value is a comma-separated list. It does not report an invalid value until it is asked, because not every
 * response depends on the field.
 */
interface ListField {
    /** @return the field name in lower case */
    String lowerCaseName();

    /** Begins a new response. */
    void clear();

    /**
     * Takes an element, in the order of the lines. An element may be empty: a list allows this (RFC 9110 section 5.6.1), a length does not.
     *
     * @param fields the parser with the bytes
     * @param start  index of the element's first byte
     * @param end    index after its last byte
     */
    void element(FieldLines fields, int start, int end);
}
