package io.github.pollhttp.bench.browser;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.github.pollhttp.bench.result.Results;
import io.github.pollhttp.bench.result.Results.BrowserFigure;
import io.github.pollhttp.bench.result.Spread;
import io.github.pollhttp.bench.wire.Path;

/** B1 and B2, in each browser that is there: every program has a page of its own, and they take turns. */
public final class BrowserRuns {
    private static final double MIB = 1024 * 1024;

    private final String origin;
    private final Results results;
    private final int rounds;

    public BrowserRuns(String origin, Results results, int rounds) {
        this.origin = origin;
        this.results = results;
        this.rounds = rounds;
    }

    private record Work(String title, String unit, String path, long length, int count, double scale) {}

    /**
     * @param requests how many small GETs in a row
     * @param length   of the large body
     */
    public void run(int requests, long length) {
        List<Work> works = List.of(
                new Work("B1: " + requests + " small GETs in a row, in a browser", "requests/s", Path.plain(Path.SMALL),
                        Path.SMALL, requests, requests),
                new Work("B2: " + length / (1024 * 1024) + " MiB streamed, in a browser", "MB/s", Path.plain(length),
                        length, 1, length / 1e6));
        try (Playwright playwright = InstalledBrowser.playwright()) {
            for (InstalledBrowser each : InstalledBrowser.values()) {
                each.launch(playwright).ifPresentOrElse(browser -> {
                    try (browser) {
                        works.forEach(work -> compare(each.title() + " " + browser.version(), browser, work));
                    }
                }, () -> results.remarks().add("Not in " + each.title() + ", for there was none."));
            }
        }
        results.remarks().add("Not in WebKit, which Playwright cannot drive.");
    }

    private void compare(String engine, Browser browser, Work work) {
        System.out.println("[bench] " + work.title() + ": " + engine);
        Map<BrowserProgram, Page> pages = new EnumMap<>(BrowserProgram.class);
        Map<BrowserProgram, List<Double>> rates = new EnumMap<>(BrowserProgram.class);
        for (BrowserProgram program : BrowserProgram.values()) {
            pages.put(program, open(browser, program));
            rates.put(program, new ArrayList<>());
        }
        for (BrowserProgram program : List.copyOf(pages.keySet())) {
            try (BrowserMemory memory = new BrowserMemory()) {
                measure(pages, program, engine, work); // for the compilers; looking at the memory takes time, too
                results.browsers().add(new BrowserFigure(engine, work.title() + ": memory that the browser grew by",
                        program.title(), Spread.of(memory.grownBytes() / MIB), "MiB"));
            }
        }
        for (int round = 0; round < rounds; round++) {
            for (BrowserProgram program : List.copyOf(pages.keySet())) {
                measure(pages, program, engine, work).ifPresent(rates.get(program)::add);
            }
        }
        pages.values().forEach(Page::close);
        rates.forEach((program, each) -> {
            if (!each.isEmpty()) {
                results.browsers().add(new BrowserFigure(engine, work.title(), program.title(),
                        Spread.of(each.stream().mapToDouble(Double::doubleValue).toArray()), work.unit()));
            }
        });
    }

    /** @return the rate; nothing if the program failed, which then has no page any more */
    private Optional<Double> measure(Map<BrowserProgram, Page> pages, BrowserProgram program, String engine,
            Work work) {
        Object took = pages.get(program).evaluate("([path, length, count]) => measure(path, length, count)",
                List.of(work.path(), (double) work.length(), work.count()));
        if (took instanceof Number millis) {
            return Optional.of(work.scale() * 1000 / millis.doubleValue());
        }
        results.remarks().add(program.title() + " in " + engine + ", " + work.title() + ": " + took + ".");
        pages.remove(program).close();
        return Optional.empty();
    }

    private Page open(Browser browser, BrowserProgram program) {
        Page page = browser.newPage();
        page.navigate(origin + "/bench/index.html?program=" + program.pageName());
        page.waitForSelector("body[data-ready]",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        return page;
    }
}
