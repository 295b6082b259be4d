package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static io.github.pollhttp.e2e.behaviour.BehaviourPlayer.run;
import static io.github.pollhttp.e2e.behaviour.server.Reply.ANY_ORIGIN;
import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;
import static io.github.pollhttp.e2e.behaviour.server.Reply.redirect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;
import io.github.pollhttp.e2e.browser.BrowserPage;
import io.github.pollhttp.e2e.browser.Browsers;

/** The advice of a failure's message, compared with what the browser does. */
class AdviceTest extends BehaviourTest {
    private static final String LONG = "x".repeat(129);
    private static final String HALF = "x".repeat(128);

    /** Headers that need a preflight, and those of them that the preflight names. */
    private static final Map<String, String> PREFLIGHTED = Map.ofEntries(
            Map.entry("Range: bytes=-500", "range"), Map.entry("Range: bytes=0-1,3-4", "range"),
            Map.entry("Range: bytes=5-3", "range"), Map.entry("Range: items=0-", "range"),
            Map.entry("Range: bytes=0 - 1", "range"), Map.entry("Accept: " + LONG, "accept"),
            Map.entry("Accept: a(b)", "accept"), Map.entry("Accept: \"a\"", "accept"),
            Map.entry("Accept-Language: " + LONG, "accept-language"),
            Map.entry("Accept-Language: de_DE", "accept-language"),
            Map.entry("Content-Language: de/en", "content-language"),
            Map.entry("Content-Type: text/plain; charset=\"utf-8\"", "content-type"),
            Map.entry("Content-Type: text/plainer", "content-type"), Map.entry("Content-Type: text", "content-type"),
            Map.entry("Content-Type: text/plain;" + LONG, "content-type"),
            Map.entry("Content-Type: application/json", "content-type"), Map.entry("X-Level: 1", "x-level"),
            Map.entry("If-None-Match: 1", "if-none-match"));

    private static final List<String> SAFELISTED = List.of("Range: bytes=0-", "Range: bytes=2-3",
            "Range: bytes=007-7", "Accept: text/html;q=0.5, */*", "Accept: " + HALF, "Accept-Language: de-DE, *;q=0.5",
            "Content-Language: de", "Content-Type: text/plain", "Content-Type: TEXT/plain; charset=utf-8",
            "Content-Type: multipart/form-data;boundary=a", "Content-Type: application/x-www-form-urlencoded");

    private static final String CSP = "Content-Security-Policy:connect-src ";

    /** Puts a frame into the page, sends it steps, and returns their trace. */
    private static final String IN_A_FRAME = """
            async (name, value, sandbox, steps) => {
              const frame = document.createElement('iframe');
              const next = () => new Promise((resolve) => addEventListener('message', (event) => resolve(event.data), {once: true}));
              if (sandbox) {
                frame.sandbox = sandbox;
              }
              frame[name] = value;
              const ready = next();
              document.body.append(frame);
              await ready;
              const answer = next();
              frame.contentWindow.postMessage({steps}, '*');
              const {trace} = await answer;
              frame.remove();
              return trace;
            }""";
    private static final String SRCDOC = "<script src='console.js'></script><script type='module' src='suite.js'></script><body></body>";

    /** One target is enough, because what is tested here are the same scripts for both. */
    @Override
    Stream<BehaviourPlayer> players(Browsers browsers) {
        return BehaviourPlayer.oneTargetEach(browsers, server);
    }

    @Override
    Map<String, Check> checks() {
        Map<String, Check> checks = new LinkedHashMap<>();
        PREFLIGHTED.forEach((line, name) -> checks.put("the preflight of " + shortened(line) + " is named",
                player -> checkPreflight(player, name, line)));
        SAFELISTED.forEach(line -> checks.put("no preflight is named for " + shortened(line),
                player -> checkNoPreflight(player, line)));
        checks.put("the preflight of headers that are long together is named", this::checkLongTogether);
        checks.put("the preflight of an upload with progress is named", this::checkUpload);
        checks.put("the preflight of a PUT upload with progress is named with its method", this::checkPut);
        checks.put("the advice in a sandboxed frame is the star", player -> checkSandbox(player, "src"));
        checks.put("the advice in a sandboxed srcdoc frame is the star", player -> checkSandbox(player, "srcdoc"));
        checks.put("the advice in a sandboxed frame with cookies is not to send them", this::checkSandboxedCookies);
        checks.put("the advice in a srcdoc frame has the origin of its parent", this::checkSrcdoc);
        checks.put("a srcdoc frame has the origin of its parent", this::checkOwnServerInSrcdoc);
        checks.put("a policy that allows the URL blocks where it redirects to", this::checkRedirect);
        checks.put("a policy that does not allow the URL is to allow it", this::checkForbidden);
        checks.put("the limit of keepalive bodies is named", this::checkKeepalive);
        checks.put("the local network is named to a page of the internet", this::checkLocalNetwork);
        return checks;
    }

    private static String shortened(String line) {
        return line.replace(LONG, "129 bytes").replace(HALF, "128 bytes");
    }

    private static String message(BrowserPage page, Site site, String... steps) {
        List<String> program = new ArrayList<>(List.of("begin"));
        program.addAll(List.of(steps));
        program.addAll(List.of("head", "message"));
        String trace = run(page, site, program.toArray(String[]::new));
        return trace.substring(trace.indexOf("message:"));
    }

    private static String allow(String origin) {
        return allow(origin, "");
    }

    private static String allow(String origin, String further) {
        return "message:{B}: the network failed or CORS blocked the response, and the browser does not say which; "
                + "check that the server runs and sends \"Access-Control-Allow-Origin: " + origin + "\"" + further
                + ".";
    }

    private static String preflight(String headers) {
        return "; its response to the preflight (OPTIONS) needs a status from 200 to 299, the headers just named, and "
                + headers;
    }

    private void checkPreflight(BehaviourPlayer player, String name, String... lines) {
        Site site = open(Map.of("/x", hello()));
        assertEquals(allow("{A}", preflight("\"Access-Control-Allow-Headers: " + name + "\"")),
                message(player.page("A", ""), site, steps(lines)));
        assertEquals("B OPTIONS /x Access-Control-Request-Headers=" + name,
                site.log().get(0).line(List.of("Access-Control-Request-Headers")));
    }

    private void checkNoPreflight(BehaviourPlayer player, String line) {
        Site site = open(Map.of("/x", hello()));
        assertEquals(allow("{A}"), message(player.page("A", ""), site, steps(line)));
        assertFalse(site.log().get(0).method().equals("OPTIONS"));
    }

    private static String[] steps(String... lines) {
        List<String> steps = new ArrayList<>(List.of("connect\t{B}"));
        for (String line : lines) {
            steps.add("header\t" + line);
        }
        boolean hasBody = lines[0].startsWith("Content-");
        if (hasBody) {
            steps.add("text\tdata");
        }
        steps.add("request\t" + (hasBody ? "POST" : "GET") + "\t/~/x");
        return steps.toArray(String[]::new);
    }

    private void checkLongTogether(BehaviourPlayer player) {
        String[] lines = new String[11];
        Arrays.fill(lines, "Accept: " + "x".repeat(100));
        checkPreflight(player, "accept", lines);
    }

    private void checkUpload(BehaviourPlayer player) {
        Site site = open(Map.of("/x", hello()));
        assertEquals(
                allow("{A}",
                        "; its response to the preflight (OPTIONS) needs a status from 200 to 299 and the headers just named"),
                message(player.page("A", ""), site, "uploads", "connect\t{B}", "text\tdata", "request\tPOST\t/~/x"));
        assertEquals(List.of("B OPTIONS /x"), site.log().stream().map(each -> each.line(List.of())).toList());
    }

    private void checkPut(BehaviourPlayer player) {
        Site site = open(Map.of("/x", hello()));
        assertEquals(allow("{A}", preflight("\"Access-Control-Allow-Methods: PUT\"")),
                message(player.page("A", ""), site, "uploads", "connect\t{B}", "text\tdata", "request\tPUT\t/~/x"));
    }

    private void checkKeepalive(BehaviourPlayer player) {
        Site site = open(Map.of("/x", hello()));
        String options = "options\tSAME_ORIGIN\tDEFAULT\ttrue\tAUTO\tDEFAULT";
        String limit = "; the bodies of keepalive requests have at most 64 KiB together, so turn keepalive off for larger ones.";
        String message = message(player.page("A", ""), site, options, "connect\t{B}", "pattern\t65537",
                "request\tPOST\t/~/x");
        assertTrue(message.endsWith(limit), message);
        assertEquals(allow("{A}"),
                message(player.page("A", ""), site, options, "connect\t{B}", "request\tGET\t/~/x"));
    }

    /** The browsers of the tests have only pages of this machine, so the page claims another origin. */
    private void checkLocalNetwork(BehaviourPlayer player) {
        Site site = open(Map.of("/x", hello()));
        BrowserPage page = player.page("A", "X-Page:elsewhere");
        page.evaluate("() => { window.origin = 'https://game.example'; }");
        assertEquals(allow("https://game.example",
                "; the browser or its user may have denied this page access to the local network"),
                message(page, site, "connect\t{B}", "request\tGET\t/~/x"));
    }

    // Frames

    private static String inAFrame(BehaviourPlayer player, Site site, String attribute, String sandbox,
            String... steps) {
        BrowserPage page = player.page("A", "");
        String value = attribute.equals("srcdoc") ? SRCDOC : (String) page.evaluate("() => location.href");
        String program = site.expanded("begin\n" + String.join("\n", steps) + "\nhead\nmessage");
        String trace = site.shortened((String) page.evaluate(IN_A_FRAME, attribute, value, sandbox, program));
        return trace.substring(trace.indexOf("message:"));
    }

    private void checkSandbox(BehaviourPlayer player, String attribute) {
        Site site = open(Map.of("/x", hello()));
        assertEquals(
                allow("*",
                        ", because this page has no origin that a server can name (a sandboxed frame, a file or a data: URL)"),
                inAFrame(player, site, attribute, "allow-scripts", "connect\t{B}", "request\tGET\t/~/x"));
        assertEquals("null", site.log().get(0).headers().get("Origin"));
        Site allowing = open(Map.of("/x", hello(ANY_ORIGIN)));
        assertEquals("message:",
                inAFrame(player, allowing, attribute, "allow-scripts", "connect\t{B}", "request\tGET\t/~/x"));
    }

    private void checkSandboxedCookies(BehaviourPlayer player) {
        Site site = open(Map.of("/x", hello(ANY_ORIGIN)));
        String message = inAFrame(player, site, "src", "allow-scripts", "include", "connect\t{B}",
                "request\tGET\t/~/x");
        assertTrue(message.endsWith("; such a page cannot use Credentials.INCLUDE."), message);
        assertFalse(message.contains("Allow-Credentials") || message.contains("null"), message);
    }

    private void checkSrcdoc(BehaviourPlayer player) {
        Site site = open(Map.of("/x", hello()));
        assertEquals(allow("{A}"), inAFrame(player, site, "srcdoc", "", "connect\t{B}", "request\tGET\t/~/x"));
        assertEquals("{A}", site.shortened(site.log().get(0).headers().get("Origin")));
    }

    private void checkOwnServerInSrcdoc(BehaviourPlayer player) {
        Site site = open(Map.of("/x", Reply.raw("")));
        assertEquals("message:{A}: the request failed, and the browser does not say why; check that the server runs.",
                inAFrame(player, site, "srcdoc", "", "connect\t{A}", "request\tGET\t/~/x"));
    }

    // Policies

    private void checkRedirect(BehaviourPlayer player) {
        for (String policy : List.of("'self'", "{A}", "127.0.0.1:* {A}/elsewhere {A}",
                "http://*.x.test 'self' http://y.test")) {
            Site site = open(Map.of("/x", redirect(302, "{C}/~/y"), "/y", hello(ANY_ORIGIN)));
            assertEquals(
                    "message:{A}: the page's content security policy allows this URL, but blocks where it redirects to; "
                            + "add that origin to its connect-src.",
                    message(player.page("A", site.expanded(CSP + policy)), site, "connect\t{A}", "request\tGET\t/~/x"),
                    policy);
        }
    }

    private void checkForbidden(BehaviourPlayer player) {
        assumeTrue(player.isJavaScript(), "these policies block the program, too");
        for (String policy : List.of("'none'", "{B}", "https:", "http://*.x.test")) {
            Site site = open(Map.of("/x", hello()));
            assertEquals(
                    "message:{A}: the page's content security policy blocks this request; add {A} to its connect-src.",
                    message(player.page("A", site.expanded(CSP + policy)), site, "connect\t{A}", "request\tGET\t/~/x"),
                    policy);
        }
    }
}
