package io.github.pollhttp.demo;

/**
 * The end that a case must have on each platform.
 *
 * @param onDesktop the end on the desktop, where every response arrives and a refused connection is reported as one
 * @param inBrowser the end in a browser, where CORS may hide the response and all network failures look alike
 */
public record Expectation(Ending onDesktop, Ending inBrowser) {

    static Expectation everywhere(Ending ending) {
        return new Expectation(ending, ending);
    }

    Ending on(Platform platform) {
        return platform == Platform.DESKTOP ? onDesktop : inBrowser;
    }
}
