package io.github.pollhttp.internal;

/** The end of a message for a person. Some messages end with text of another origin, such as an exception, with or without a full stop. */
public final class Sentence {
    private Sentence() {}

    /**
     * Adds a full stop.
     *
     * @param text a message
     * @return the message, with one full stop at its end
     */
    public static String ended(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
