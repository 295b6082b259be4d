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
     * Takes an element. Empty elements are skipped (RFC 9110 section 5.6.1). Only if the whole value has no element, one empty element is passed.
     *
     * @param fields the parser with the bytes
     * @param start  index of the element's first byte
     * @param end    index after its last byte
     */
    void element(FieldLines fields, int start, int end);
}
