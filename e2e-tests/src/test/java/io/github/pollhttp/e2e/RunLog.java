package io.github.pollhttp.e2e;

/** What a person who watches the build should know. */
final class RunLog {
    private RunLog() {}

    static void say(String text) {
        System.out.println("[pollhttp] " + text);
    }
}
