package io.github.pollhttp.demo;

/**
 * How a case has to end.
 *
 * @param onDesktop there every answer arrives, and a refused connection is known as one
 * @param inBrowser there CORS may forbid the answer, and no failure tells more than that it is one
 */
public record Expectation(Ending onDesktop, Ending inBrowser) {

    static Expectation everywhere(Ending ending) {
        return new Expectation(ending, ending);
    }

    Ending on(Platform platform) {
        return platform == Platform.DESKTOP ? onDesktop : inBrowser;
    }
}
