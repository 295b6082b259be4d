package io.github.pollhttp.e2e.browser;

import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.pollhttp.contract.Engine;

/**
 * A place where the compiled suite runs: a page, a dedicated worker or Node.
 *
 * @param title the end of a test's name, for example {@code Chromium JS worker}
 * @param suite opens the place and loads the suite there
 */
public record Place(Platform platform, String title, Supplier<Realm> suite) {
    /**
     * Returns the places of the run: a page of each browser, a worker of Chromium, and each Node. {@code -Dworkers=all} adds a worker of each other
     * browser, which takes two minutes more.
     *
     * @param port the port of the server that has the suite's pages
     */
    public static Stream<Place> all(Browsers browsers, int port) {
        return Stream.concat(browsers.all().stream().flatMap(browser -> in(browser, port)),
                Node.all().stream().flatMap(Place::in));
    }

    /**
     * Returns the pages of the run, without workers and Node, for programs that need animation frames.
     *
     * @param port the port of the server that has the suite's pages
     */
    public static Stream<Place> pages(Browsers browsers, int port) {
        return browsers.all().stream().flatMap(
                browser -> Platform.of(browser.engine()).map(platform -> page(browser, port, platform)));
    }

    private static Place page(WebBrowser browser, int port, Platform platform) {
        return new Place(platform, platform.title(), () -> open(browser, port, "index.html", platform));
    }

    private static Stream<Place> in(WebBrowser browser, int port) {
        return Platform.of(browser.engine()).flatMap(
                platform -> Stream.concat(Stream.of(page(browser, port, platform)), worker(browser, port, platform)));
    }

    private static Stream<Place> worker(WebBrowser browser, int port, Platform platform) {
        if (browser.engine() != Engine.CHROMIUM && !"all".equals(System.getProperty("workers"))) {
            return Stream.empty();
        }
        return Stream.of(new Place(platform, platform.title() + " worker",
                () -> new WorkerRealm(open(browser, port, "worker.html", platform))));
    }

    private static Stream<Place> in(Node node) {
        return node.platforms().map(platform -> new Place(platform, platform.title() + " " + node.version(),
                () -> node.open(platform.target())));
    }

    private static BrowserPage open(WebBrowser browser, int port, String name, Platform platform) {
        String target = platform.target().parameter();
        BrowserPage page = browser.newPage();
        page.navigate("http://127.0.0.1:" + port + "/suite/" + name + "?target=" + target);
        page.await("document.body.dataset.ready === '" + target + "'");
        return page;
    }
}
