package io.github.pollhttp.demo;

/**
 * The end that a case must have on each platform.
 *
 * @param onDesktop the end on the desktop, where every response arrives and a refused connection is reported as one
 * @param inBrowser the end in a browser, where CORS may hide the response and all network failures look alike
 * @param checksum  the CRC-32 of the body, in hexadecimal; null if it is not known beforehand
 */
public record Expectation(Ending onDesktop, Ending inBrowser, String checksum) {

    static Expectation everywhere(Ending ending) {
        return new Expectation(ending, ending, null);
    }

    static Expectation checked(Ending ending, String checksum) {
        return new Expectation(ending, ending, checksum);
    }

    static Expectation different(Ending onDesktop, Ending inBrowser) {
        return new Expectation(onDesktop, inBrowser, null);
    }

    Ending on(Platform platform) {
        return platform == Platform.DESKTOP ? onDesktop : inBrowser;
    }
}
