package io.github.pollhttp.e2e.snippets;

// snippet: readme-desktop
/** Stands for the loop of a desktop game. */
public final class DesktopMain {
    private DesktopMain() {}

    public static void main(String[] args) throws InterruptedException {
        FirstRequest request = new FirstRequest();
        while (!request.frame()) {
            Thread.sleep(16); // about 60 frames a second
        }
    }
}
// end
