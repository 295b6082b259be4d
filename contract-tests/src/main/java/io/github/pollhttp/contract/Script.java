package io.github.pollhttp.contract;

/** What a server needs to know of a scenario, and a test of its outcome. */
public interface Script {
    /** A sentence that says what is so. */
    String name();

    /** The first part of each path that this scenario requests. */
    String id();

    /** The answer to the request of a number. */
    Answer answer(int number);

    /** The trace on the JVM. */
    String trace();

    /** The trace in a browser. */
    String browserTrace();

    /** Why the two differ; empty if they do not. */
    String reason();

    /** A name as a part of a path. */
    static String idOf(String name) {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            id.append(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' ? c : '-');
        }
        return id.toString();
    }
}
