package io.github.pollhttp.e2e.browser;

/** Messages for a person who watches the build. */
public final class RunLog {
    private RunLog() {}

    /** Prints a line that begins with the project's name. */
    public static void say(String text) {
        System.out.println("[pollhttp] " + text);
    }
}
