package io.github.pollhttp.jvm.http1;

/** What is known of a field whose value is a comma-separated list, while the head is read. It judges only when asked: not every response is. */
interface ListField {
    String lowerCaseName();

    /** Forgets the response before. */
    void clear();

    /** Takes an element; empty ones are left out, and a list of none is one empty element. */
    void element(FieldLines fields, int start, int end);
}
