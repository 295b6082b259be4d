package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.run;
import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.runRequests;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;
import io.github.pollhttp.e2e.behaviour.server.Visit;
import io.github.pollhttp.e2e.browser.BrowserPage;
import io.github.pollhttp.e2e.browser.Browsers;

/** Scripts of the page that replace what the library uses. Each request ends in one failure, without an error of JavaScript. */
class HostilePageTest extends BehaviourTest {
    /** Values of {@code fetch} that fail before a head is visible. {@code real} is the browser's function. */
    private static final List<String> WITHOUT_A_HEAD = List.of(
            "() => { throw new Error('no') }", "() => { throw undefined }", "() => Promise.reject()",
            "() => Promise.reject('no')", "() => undefined", "() => null", "() => 7", "() => 'text'", "() => ({})",
            "undefined", "({})", "() => ({ then() { throw 1 } })", "() => ({ get then() { throw 1 } })",
            "async () => undefined", "async () => null", "async () => ({ status: 200 })",
            "async () => ({ status: 200, headers: new Headers() })",
            "async () => ({ status: 200, headers: null, body: null })",
            "async () => ({ status: 200, headers: {}, body: {} })",
            "async (...a) => { const r = await real(...a); await r.text(); return r }",
            "async (...a) => { const r = await real(...a); r.body.getReader(); return r }",
            "async (...a) => { const r = await real(...a); await r.body.cancel(); return r }",
            "async (...a) => { const r = await real(...a); const b = r.body.getReader(); await b.read(); b.releaseLock(); return r }",
            with("headers", "get() { throw new Error('no') }"), with("headers", "value: undefined"),
            with("headers", "value: { forEach() { throw 1 } }"), with("status", "get() { throw 1 }"),
            with("body", "get() { throw 1 }"), with("body", "value: undefined"),
            with("body", "value: {}"), with("body", "value: { getReader() { throw 1 } }"),
            "async (...a) => new Proxy(await real(...a), {})");

    /** Values of {@code fetch} that fail in the body. */
    private static final List<String> IN_THE_BODY = List.of(
            reading("() => { throw new Error('no') }"), reading("() => { throw undefined }"),
            reading("() => undefined"), reading("() => 7"), reading("async () => undefined"),
            reading("async () => null"), reading("() => Promise.reject()"), reading("async () => ({})"),
            reading("async () => ({ done: false })"), reading("async () => ({ value: null })"),
            reading("async () => ({ value: 'text' })"), reading("async () => ({ value: [1, 2] })"),
            reading("async () => ({ value: new ArrayBuffer(3) })"), reading("async () => ({ value: { length: 3 } })"),
            reading("async () => ({ get done() { throw 1 } })"), reading("async () => ({ get value() { throw 1 } })"),
            with("body", "value: { getReader: () => ({}) }"), with("body", "value: { getReader: () => undefined }"),
            "async () => new Response(new ReadableStream({ start(c) { c.enqueue('text'); c.close() } }))");

    /** Values of {@code XMLHttpRequest} that fail before a head is visible. */
    private static final List<String> WITHOUT_AN_UPLOAD = List.of("undefined", "({})",
            "class { constructor() { throw 1 } }",
            "class {}", "class extends Real { open() { throw 1 } }", "class extends Real { send() { throw 1 } }",
            "class extends Real { get upload() { return undefined } }",
            "class extends Real { getAllResponseHeaders() { throw 1 } }",
            "class extends Real { getAllResponseHeaders() { return null } }",
            "class extends Real { get status() { throw 1 } }", "class extends Real { get responseURL() { throw 1 } }");

    private static final List<String> WITHOUT_AN_UPLOADED_BODY = List.of(
            "class extends Real { get response() { throw 1 } }",
            "class extends Real { get response() { return 'text' } }",
            "class extends Real { get response() { return {} } }",
            "class extends Real { get response() { return null } }");

    private static final Map<String, Reply> REPLIES = Map.of("/x", Reply.hello(), "/silent", Visit::awaitEnd,
            "/endless", visit -> {
                visit.head(200, List.of("Content-Type: application/json")); // Chromium waits for more bytes of most other types
                visit.write("hello".getBytes(), false);
                visit.awaitEnd();
            });

    private static String with(String member, String descriptor) {
        return "async (...a) => Object.defineProperty(await real(...a), '" + member + "', { " + descriptor + " })";
    }

    /** A response whose reader delivers a good piece first. */
    private static String reading(String then) {
        return with("body", "value: { getReader() { let i = 0; const then = " + then
                + "; return { read: () => i++ ? then() : Promise.resolve({ value: new Uint8Array([104, 105]) }) } } }");
    }

    /** One target is enough, because what is tested here are the same scripts for both. */
    @Override
    Stream<BehaviourPlayer> players(Browsers browsers) {
        return BehaviourPlayer.oneTargetEach(browsers, server);
    }

    @Override
    Map<String, Check> checks() {
        Map<String, Check> checks = new LinkedHashMap<>();
        WITHOUT_A_HEAD.forEach(each -> checks.put("fetch = " + each, player -> checkFetch(page(player), each, FAILED)));
        IN_THE_BODY.forEach(each -> checks.put("fetch = " + each, player -> checkFetchedBody(page(player), each)));
        WITHOUT_AN_UPLOAD.forEach(each -> checks.put("XMLHttpRequest = " + each,
                player -> checkUpload(page(player), each, FAILED)));
        WITHOUT_AN_UPLOADED_BODY.forEach(each -> checks.put("XMLHttpRequest = " + each, player -> checkUpload(
                page(player), each,
                "BODY code:200 body: CONNECTION_ERROR poll:ERR_CONNECTION_ERROR because:CONNECTION_RESET")));
        for (String wrapper : List.of("(input, init) => real(input, { ...init, headers: { 'X-Traced': '1' } })",
                "(input, init) => real(input, Object.assign({}, init))", "input => real(input)",
                "(input, init) => real(new Request(input, init))")) {
            checks.put("close() in the body ends the transfer with fetch = " + wrapper,
                    player -> checkClose(page(player), wrapper));
        }
        for (String path : List.of("/silent", "/endless")) {
            checks.put("window.stop() ends an upload to " + path, player -> checkStop(page(player), path, "uploads"));
            checks.put("window.stop() ends a request for " + path, player -> checkStop(page(player), path));
        }
        for (String fetch : WITHOUT_A_HEAD.subList(0, 9)) {
            checks.put("the probe of diagnostics ends with fetch = " + fetch,
                    player -> checkProbe(page(player), fetch));
        }
        checks.put("a response without a readable URL is a response", player -> checkWithoutUrl(page(player)));
        checks.put("a failure has a message without navigator.onLine", player -> checkWithoutOnLine(page(player)));
        return checks;
    }

    private static BrowserPage page(BehaviourPlayer player) {
        return player.page("A", "X-Page:hostile");
    }

    private static void replace(BrowserPage page, String name, String value) {
        page.evaluate("() => { const real = window.realFetch ??= window.fetch.bind(window); "
                + "const Real = window.RealXhr ??= XMLHttpRequest; window." + name + " = " + value + "; }");
    }

    private void checkFetch(BrowserPage page, String fetch, String trace) {
        Site site = open(REPLIES);
        run(page, site, "begin", "connect\t{A}");
        runRequests(page, site, "begin");
        replace(page, "fetch", fetch);
        try {
            assertEquals("request:OK REQUESTING " + trace, run(page, site, "request\tGET\t/~/x", "head", "body"));
            assertEquals("CONNECTION_ERROR:0: succeeded:0 failed:20",
                    runRequests(page, site, "get\t{A}/~/x", "add\t20\tGET\t{A}/~/x\t", "drain"));
        } finally {
            replace(page, "fetch", "real");
        }
        checkNext(page, site);
    }

    private void checkFetchedBody(BrowserPage page, String fetch) {
        Site site = open(REPLIES);
        run(page, site, "begin", "connect\t{A}");
        runRequests(page, site, "begin");
        replace(page, "fetch", fetch);
        try {
            String good = fetch.contains("104") ? "hi" : "";
            assertEquals(
                    "request:OK REQUESTING BODY code:200 body:" + good
                            + " CONNECTION_ERROR poll:ERR_CONNECTION_ERROR because:CONNECTION_RESET",
                    run(page, site, "request\tGET\t/~/x", "head", "body"));
            assertEquals("CONNECTION_ERROR:0: succeeded:0 failed:20",
                    runRequests(page, site, "get\t{A}/~/x", "add\t20\tGET\t{A}/~/x\t", "drain"));
        } finally {
            replace(page, "fetch", "real");
        }
        checkNext(page, site);
    }

    private void checkUpload(BrowserPage page, String xhr, String trace) {
        Site site = open(REPLIES);
        run(page, site, "begin", "uploads", "connect\t{A}");
        runRequests(page, site, "begin", "uploads");
        replace(page, "XMLHttpRequest", xhr);
        try {
            assertEquals("request:OK REQUESTING " + trace,
                    run(page, site, "header\tX-Test: 1", "text\tdata", "request\tPOST\t/~/x", "head", "body"));
            assertEquals("CONNECTION_ERROR:0: succeeded:0 failed:20",
                    runRequests(page, site, "send\tPOST\t{A}/~/x\tdata", "add\t20\tPOST\t{A}/~/x\tdata", "drain"));
        } finally {
            replace(page, "XMLHttpRequest", "Real");
        }
        checkNext(page, site);
    }

    private static void checkNext(BrowserPage page, Site site) {
        assertEquals(REQUESTING + " BODY code:200 body:hello CONNECTED",
                run(page, site, "connect\t{A}", "request\tGET\t/~/x", "head", "body"));
        assertEquals("SUCCESS:200:hello succeeded:20 failed:0",
                runRequests(page, site, "get\t{A}/~/x", "add\t20\tGET\t{A}/~/x\t", "drain"));
    }

    private void checkClose(BrowserPage page, String wrapper) throws InterruptedException {
        Site site = open(REPLIES);
        replace(page, "fetch", wrapper);
        try {
            assertEquals(REQUESTING + " BODY code:200 body:hello close DISCONNECTED",
                    run(page, site, "begin", "connect\t{A}", "request\tGET\t/~/endless", "head", "some\t5", "close"));
            site.awaitQuiet();
        } finally {
            replace(page, "fetch", "real");
        }
    }

    private void checkStop(BrowserPage page, String path, String... settings) throws InterruptedException {
        Site site = open(REPLIES);
        boolean hasHead = path.equals("/endless");
        run(page, site, "begin");
        run(page, site, settings.length == 0 ? new String[]{"poll"} : settings);
        assertEquals(REQUESTING + (hasHead ? " BODY code:200" : ""),
                run(page, site, "connect\t{A}", "text\tdata", "request\tPOST\t/~" + path, hasHead ? "head" : "sent")
                        .replaceAll(" sent:\\d+", ""));
        site.awaitLog(1);
        page.evaluate("() => window.stop()");
        String trace = run(page, site, "head", "body");
        assertEquals(hasHead
                ? "CONNECTION_ERROR poll:ERR_CONNECTION_ERROR because:CONNECTION_RESET"
                : FAILED, trace.replaceAll("^code:200 body:(hello)? ", ""));
        site.awaitQuiet();
    }

    private void checkProbe(BrowserPage page, String fetch) {
        Site site = open(REPLIES);
        run(page, site, "begin", "diagnostics", "connect\t{B}");
        replace(page, "fetch", fetch);
        try {
            String trace = run(page, site, "request\tGET\t/~/x", "head");
            assertEquals("request:OK REQUESTING " + FAILED, trace.replace("CORS_REFUSED", "NETWORK_OR_CORS"));
        } finally {
            replace(page, "fetch", "real");
        }
    }

    private void checkWithoutUrl(BrowserPage page) {
        Site site = open(REPLIES);
        run(page, site, "begin", "connect\t{A}");
        replace(page, "fetch", with("url", "get() { throw 1 }"));
        try {
            assertEquals("request:OK REQUESTING BODY code:200 body:hello CONNECTED url: length:-1",
                    run(page, site, "request\tGET\t/~/x", "head", "body", "url", "bodyLength"));
        } finally {
            replace(page, "fetch", "real");
        }
    }

    private void checkWithoutOnLine(BrowserPage page) {
        Site site = open(REPLIES);
        page.evaluate(
                "() => { Object.defineProperty(navigator, 'onLine', { value: undefined, configurable: true }); }");
        assertEquals(REQUESTING + " " + FAILED
                + " message:{N}: the network failed or CORS blocked the response, and the browser does not say which; "
                + "check that the server runs and sends \"Access-Control-Allow-Origin: {A}\".",
                run(page, site, "begin", "connect\t{N}", "request\tGET\t/", "head", "message"));
        page.evaluate("() => { delete navigator.onLine; }");
    }
}
