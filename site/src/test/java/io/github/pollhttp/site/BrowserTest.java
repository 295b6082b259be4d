package io.github.pollhttp.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;

/** The website in Chromium, from a server that has its files and nothing else, in a folder as GitHub Pages has it. */
class BrowserTest {
    private static final double LIMIT_MILLISECONDS = 30_000;

    private static Server server;
    private static Playwright playwright;
    private static Browser chromium;
    private Page page;

    @BeforeAll
    static void startAll() throws Exception {
        server = new Server(0);
        ResourceHandler files = new ResourceHandler();
        files.setBaseResource(ResourceFactory.of(server).newResource(Website.FOLDER.getParent()));
        server.setHandler(files);
        server.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium().launch(options());
    }

    /** The Chromium that the environment variable names, or that of the system, or else Chrome. */
    private static LaunchOptions options() {
        LaunchOptions options = new LaunchOptions()
                .setArgs(List.of("--disable-gpu", "--disable-background-networking"));
        return Stream.of(System.getenv().getOrDefault("POLLHTTP_CHROMIUM", ""), "/usr/bin/chromium",
                "/usr/bin/chromium-browser").map(Path::of).filter(Files::isExecutable).filter(Files::isRegularFile)
                .findFirst().map(options::setExecutablePath).orElseGet(() -> options.setChannel("chrome"));
    }

    @AfterAll
    static void stopAll() throws Exception {
        playwright.close();
        server.stop();
    }

    @BeforeEach
    void openPage() {
        page = chromium.newPage();
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    private static String url(String path) {
        return "http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort() + "/"
                + Website.FOLDER.getFileName() + "/" + path;
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void noPageIsWiderThanTheScreen(int width) throws IOException {
        page.setViewportSize(width, 800);
        List<String> wide = new ArrayList<>();
        for (Path each : Website.textPages()) {
            page.navigate(Website.FOLDER.resolve(each).toUri().toString());
            if (!(boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")) {
                wide.add(each.toString());
            }
        }
        assertEquals(List.of(), wide);
    }

    @Test
    void visitorTriesTheLibrary() {
        page.navigate(url(""));
        page.locator("header nav").getByText("Try it").click();
        page.locator("#run-all").click();
        assertThat(page.locator("#summary")).hasText("5 of 5 ended as expected",
                new HasTextOptions().setTimeout(LIMIT_MILLISECONDS));
        assertThat(page.locator("article[data-case=json] [data-part=code]")).hasText("200 OK");
        assertThat(page.locator("article[data-case=json] [data-part=body]")).containsText("Zoë");
        assertThat(page.locator("article[data-case=not-found] [data-part=code]")).hasText("404 Not Found");
    }

    @Test
    void visitorFindsAPageAndComesBack() {
        page.navigate(url(""));
        page.getByText("What most games need").click();
        assertThat(page.locator("h1")).containsText("What most games need");
        page.locator("header nav").getByText("Start").click();
        assertThat(page.locator("h1")).containsText("PollHTTP");
    }
}
