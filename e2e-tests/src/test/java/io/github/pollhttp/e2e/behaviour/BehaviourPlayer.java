package io.github.pollhttp.e2e.behaviour;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.pollhttp.contract.Engine;
import io.github.pollhttp.e2e.browser.BrowserPage;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.Realm;
import io.github.pollhttp.e2e.browser.WebBrowser;
import io.github.pollhttp.e2e.browser.WorkerRealm;
import io.github.pollhttp.e2e.behaviour.server.BehaviourServer;
import io.github.pollhttp.e2e.behaviour.server.Site;

/** The pages of one browser that run programs for one target of TeaVM. A page is opened when a test first needs it. */
final class BehaviourPlayer implements AutoCloseable {
    private final WebBrowser browser;
    private final String target;
    private final BehaviourServer server;
    private final Map<String, BrowserPage> pages = new LinkedHashMap<>();

    private BehaviourPlayer(WebBrowser browser, String target, BehaviourServer server) {
        this.browser = browser;
        this.target = target;
        this.server = server;
    }

    /** Returns a player for each browser of the run and each target. */
    static Stream<BehaviourPlayer> all(Browsers browsers, BehaviourServer server) {
        return browsers.all().stream()
                .flatMap(
                        browser -> Stream.of("js", "wasm").map(target -> new BehaviourPlayer(browser, target, server)));
    }

    /**
     * Returns one target for each browser: WasmGC in Chromium, and JavaScript in the others. It is for tests of what a browser does, which is the same
     * for both. With {@code -Dtargets=all}, it returns both for each.
     */
    static Stream<BehaviourPlayer> oneTargetEach(Browsers browsers, BehaviourServer server) {
        return all(browsers, server).filter(player -> "all".equals(System.getProperty("targets"))
                || player.isJavaScript() == (player.engine() != Engine.CHROMIUM));
    }

    Engine engine() {
        return browser.engine();
    }

    /** Returns whether the program is JavaScript. A page loads WasmGC by fetch, under its own policy. */
    boolean isJavaScript() {
        return target.equals("js");
    }

    /** Returns the end of a test's name. */
    String title() {
        return " [" + browser.engine().title() + " " + target + "]";
    }

    /**
     * Returns a page of an origin, and opens it if necessary.
     *
     * @param letter the letter of the origin
     * @param header a header of the page's own response, as {@code Name:value}; empty for none
     */
    BrowserPage page(String letter, String header) {
        return open("index.html", letter, header);
    }

    /**
     * Returns a dedicated worker of an origin, and starts it if necessary.
     *
     * @param letter the letter of the origin
     * @param header a header of the responses that load the worker and its page, as {@code Name:value}; empty for none
     */
    Realm worker(String letter, String header) {
        return new WorkerRealm(open("worker.html", letter, header));
    }

    private BrowserPage open(String file, String letter, String header) {
        return pages.computeIfAbsent(file + letter + header, key -> load(file, server.origin(letter), header));
    }

    private BrowserPage load(String file, String origin, String header) {
        BrowserPage page = browser.newPage();
        page.navigate(origin + "/suite/" + file + "?target=" + target
                + (header.isEmpty() ? "" : "&header=" + URLEncoder.encode(header, StandardCharsets.UTF_8)));
        page.await("document.body.dataset.ready === '" + target + "'");
        return page;
    }

    /** Runs steps of {@code BehaviourProgram} and returns the trace. */
    static String run(Realm realm, Site site, String... steps) {
        return runProgram("BehaviourProgram", realm, site, steps);
    }

    /** Runs steps of {@code RequestProgram} and returns the trace. */
    static String runRequests(Realm realm, Site site, String... steps) {
        return runProgram("RequestProgram", realm, site, steps);
    }

    private static String runProgram(String name, Realm realm, Site site, String... steps) {
        Object trace = realm.evaluate("(...args) => run(...args)", site.expanded(String.join("\n", steps)), name);
        return site.shortened((String) trace);
    }

    /** Returns the console messages of all pages so far. */
    List<String> said() {
        return pages.values().stream().flatMap(each -> each.said().stream()).toList();
    }

    @Override
    public void close() {
        pages.values().forEach(BrowserPage::close);
        pages.clear();
    }
}
