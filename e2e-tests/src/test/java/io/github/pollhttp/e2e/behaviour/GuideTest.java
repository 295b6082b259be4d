package io.github.pollhttp.e2e.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import static io.github.pollhttp.e2e.behaviour.server.Reply.hello;
import static io.github.pollhttp.e2e.behaviour.server.Reply.redirect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import io.github.pollhttp.contract.ClientScenario;
import io.github.pollhttp.contract.AllClientScenarios;
import io.github.pollhttp.e2e.browser.BrowserPage;
import io.github.pollhttp.e2e.browser.Browsers;
import io.github.pollhttp.e2e.browser.BrowsersOfTheRun;
import io.github.pollhttp.e2e.behaviour.server.BehaviourServer;
import io.github.pollhttp.e2e.behaviour.server.Reply;
import io.github.pollhttp.e2e.behaviour.server.Site;
import io.github.pollhttp.e2e.behaviour.server.Visit;

/** The messages that {@code docs/browser-and-cors.md} quotes are those of the library, in every browser of the run. */
@ExtendWith(BrowsersOfTheRun.class)
class GuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "browser-and-cors.md");
    private static final String POLICY = "Content-Security-Policy:connect-src 'self'";
    /** Opens a separate page for this quote. Not every driver can disable the network, so the test makes only this page appear offline. */
    private static final String OFFLINE = "X-Page:offline";
    private static final String GO_OFFLINE = "() => { Object.defineProperty(navigator, 'onLine', { value: false }); }";
    private static final String HIDDEN = "the network failed or CORS blocked the response, and the browser does not say which; "
            + "check that the server runs and sends ";
    private static final String ALLOW = "\"Access-Control-Allow-Origin: https://game.example\"";
    private static final String API = "https://api.example: ";
    private static final String GAME = "https://game.example: ";
    private static final String MESSAGE = "message:";

    /** The names of the guide for the origins of a run. */
    private static final Map<String, String> NAMES = Map.of("{A}", "https://game.example", "{B}", "https://api.example",
            "http://pollhttp.invalid", "http://api.example");

    private static final Map<String, Reply> REPLIES = Map.of("/x", hello(), "/moved", redirect(302, "{B}/~/x"),
            "/silent", Visit::awaitEnd, "/cut",
            Reply.cutShort("Content-Length: 10"));

    private record Quote(String name, String page, String header, String text, String... program) {}

    private static Quote failure(String name, String text, String... program) {
        return new Quote(name, "A", "", text, program);
    }

    private static final List<Quote> QUOTES = List.of(
            failure("a response without the header", API + HIDDEN + ALLOW + ".", "connect\t{B}", "request\tGET\t/~/x"),
            failure("a response without the header, with diagnostics",
                    API + "the server answers, but CORS hides its response from this page; let the server send "
                            + ALLOW + ".",
                    "diagnostics", "connect\t{B}", "request\tGET\t/~/x"),
            failure("a preflight", API + HIDDEN + ALLOW
                    + "; its response to the preflight (OPTIONS) needs a status from 200 to 299, the headers just named, and "
                    + "\"Access-Control-Allow-Methods: PUT\" and \"Access-Control-Allow-Headers: content-type, x-level\".",
                    "connect\t{B}", "header\tX-Level: 1", "header\tContent-Type: application/json", "text\t{}",
                    "request\tPUT\t/~/x"),
            failure("credentials", API + HIDDEN + ALLOW + " and \"Access-Control-Allow-Credentials: true\".", "include",
                    "connect\t{B}", "request\tGET\t/~/x"),
            failure("the page's own server",
                    GAME + "the request failed, and the browser does not say why; check that the server runs.",
                    "connect\t{A}", "request\tGET\t/~/broken"),
            failure("a bad port",
                    "http://127.0.0.1:6000: browsers do not connect to port 6000 (Fetch Standard, bad port); "
                            + "let the server listen on another one.",
                    "connect\thttp://127.0.0.1:6000", "request\tGET\t/"),
            failure("a read timeout",
                    GAME + "nothing more came within the time limit; check the network, or set a longer one.",
                    "timeout\t100", "connect\t{A}", "request\tGET\t/~/silent"),
            failure("a body cut short",
                    GAME + "the connection ended in the middle of the response body; send the request again.",
                    "connect\t{A}",
                    "request\tGET\t/~/cut"),
            new Quote("no network", "A", OFFLINE, "http://api.example: the browser is offline; check the network.",
                    "connect\thttp://pollhttp.invalid:80", "request\tGET\t/"),
            new Quote("mixed content", "S", "",
                    "http://api.example: the browser blocks http requests of a page that was loaded over https; serve this address over https, too.",
                    "connect\thttp://pollhttp.invalid:80", "request\tGET\t/"),
            new Quote("the page's policy", "A", POLICY,
                    API + "the page's content security policy blocks this request; add https://api.example to its connect-src.",
                    "connect\t{B}", "request\tGET\t/~/x"),
            new Quote("the page's policy and a redirect", "A", POLICY,
                    GAME + "the page's content security policy allows this URL, but blocks where it redirects to; "
                            + "add that origin to its connect-src.",
                    "connect\t{A}", "request\tGET\t/~/moved"));

    private static BehaviourServer server;
    private static String guide;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        server = BehaviourServer.start(directory);
        guide = Files.readString(GUIDE);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> quotes(Browsers browsers) {
        return BehaviourPlayer.oneTargetEach(browsers, server).flatMap(player -> Stream.concat(
                QUOTES.stream().map(each -> dynamicTest(each.name + player.title(), () -> check(each, player))),
                Stream.of(dynamicTest("the console is empty" + player.title(), () -> {
                    List<String> said = player.said();
                    player.close();
                    assertEquals(List.of(), said);
                }))));
    }

    private static void check(Quote quote, BehaviourPlayer player) {
        Map<String, Reply> replies = new HashMap<>(REPLIES);
        replies.put("/broken", visit -> visit.end());
        Site site = server.open(replies);
        String[] program = Stream.concat(Stream.concat(Stream.of("begin"), Arrays.stream(quote.program)),
                Stream.of("head", "body", "message")).toArray(String[]::new);
        BrowserPage page = player.page(quote.page, quote.header);
        if (quote.header.equals(OFFLINE)) {
            page.evaluate(GO_OFFLINE);
        }
        String trace = BehaviourPlayer.run(page, site, program);
        String said = trace.substring(trace.indexOf(MESSAGE) + MESSAGE.length());
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            said = said.replace(name.getKey(), name.getValue());
        }
        assertEquals(quote.text, said);
        assertTrue(guide.contains("`" + quote.text + "`"), "docs/browser-and-cors.md does not contain this message");
    }

    /** {@code BrowserContractTest} checks on every platform that these are the messages. */
    @Test
    void eachRejectionOfTheGuideIsOneOfStrictPortableMode() {
        String traces = AllClientScenarios.list().stream()
                .filter(each -> each.name().startsWith("strict portable mode"))
                .map(ClientScenario::trace).collect(Collectors.joining("\n"));
        List<String> rejections = guide.lines().dropWhile(line -> !line.startsWith("| `getRejection()`")).skip(2)
                .takeWhile(line -> line.startsWith("|")).map(line -> line.substring(3, line.indexOf("` |"))).toList();

        assertEquals(6, rejections.size());
        for (String rejection : rejections) {
            assertTrue(traces.contains("rejection:" + rejection), rejection);
        }
    }
}
