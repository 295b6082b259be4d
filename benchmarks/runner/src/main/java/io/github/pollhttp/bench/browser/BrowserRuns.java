package io.github.pollhttp.bench.browser;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.github.pollhttp.bench.result.Results;
import io.github.pollhttp.bench.result.Results.BrowserFigure;
import io.github.pollhttp.bench.result.Spread;
import io.github.pollhttp.bench.wire.Path;

/** Runs B1 and B2 in each installed browser. Every program has its own page, and the programs take turns. */
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
     * @param wanted   selects browsers by their name
     * @param requests the number of small GETs, one after the other
     * @param length   the length of the large body, in bytes
     */
    public void run(Predicate<String> wanted, int requests, long length) throws IOException {
        List<Work> works = List.of(
                new Work("B1: " + requests + " small GETs in a row, in a browser", "requests/s", Path.plain(Path.SMALL),
                        Path.SMALL, requests, requests),
                new Work("B2: " + length / (1024 * 1024) + " MiB streamed, in a browser", "MB/s", Path.plain(length),
                        length, 1, length / 1e6));
        for (InstalledBrowser each : InstalledBrowser.values()) {
            if (!wanted.test(each.name())) {
                continue;
            }
            Optional<BenchmarkBrowser> found = each.launch();
            if (found.isEmpty()) {
                results.remarks().add("There are no figures for " + each.title() + ", because it is not installed.");
                continue;
            }
            try (BenchmarkBrowser browser = found.get()) {
                works.forEach(work -> compare(each.title() + " " + browser.version(), browser, work));
            }
        }
    }

    private void compare(String engine, BenchmarkBrowser browser, Work work) {
        System.out.println("[bench] " + work.title() + ": " + engine);
        Map<BrowserProgram, BenchmarkPage> pages = new EnumMap<>(BrowserProgram.class);
        for (BrowserProgram program : BrowserProgram.values()) {
            pages.put(program, browser.open(origin + "/bench/index.html?program=" + program.pageName()));
        }
        for (BrowserProgram program : List.copyOf(pages.keySet())) {
            measure(pages, program, engine, work); // warms up the JIT compilers of the browser
        }
        watchMemory(pages, engine, work);
        Map<BrowserProgram, List<Double>> rates = new EnumMap<>(BrowserProgram.class);
        for (int round = 0; round < rounds; round++) {
            for (BrowserProgram program : List.copyOf(pages.keySet())) {
                measure(pages, program, engine, work)
                        .ifPresent(rate -> rates.computeIfAbsent(program, key -> new ArrayList<>()).add(rate));
            }
        }
        pages.values().forEach(BenchmarkPage::close);
        note(engine, work, rates);
    }

    /** Measures the memory in a separate round, because that takes time itself. */
    private void watchMemory(Map<BrowserProgram, BenchmarkPage> pages, String engine, Work work) {
        for (BrowserProgram program : List.copyOf(pages.keySet())) {
            try (BrowserMemory memory = new BrowserMemory()) {
                measure(pages, program, engine, work);
                results.browsers().add(new BrowserFigure(engine, work.title() + ": memory growth of the browser",
                        program.title(), Spread.of(memory.grownBytes() / MIB), "MiB", null));
            }
        }
    }

    private void note(String engine, Work work, Map<BrowserProgram, List<Double>> rates) {
        Map<BrowserProgram, Spread> spreads = new EnumMap<>(BrowserProgram.class);
        rates.forEach((program, each) -> spreads.put(program,
                Spread.of(each.stream().mapToDouble(Double::doubleValue).toArray())));
        Spread floor = spreads.get(BrowserProgram.FETCH);
        spreads.forEach((program, spread) -> results.browsers().add(new BrowserFigure(engine, work.title(),
                program.title(), spread, work.unit(), floor == null ? null : spread.median() / floor.median())));
    }

    /** @return the rate; empty if the program has failed, whose page is then closed */
    private Optional<Double> measure(Map<BrowserProgram, BenchmarkPage> pages, BrowserProgram program, String engine,
            Work work) {
        Object took = pages.get(program)
                .evaluate("measure('" + work.path() + "', " + work.length() + ", " + work.count() + ")");
        if (took instanceof Number millis) {
            return Optional.of(work.scale() * 1000 / millis.doubleValue());
        }
        results.remarks().add(program.title() + " in " + engine + ", " + work.title() + ": " + took + ".");
        pages.remove(program).close();
        return Optional.empty();
    }
}
