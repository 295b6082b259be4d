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

/** Runs B4 in each installed browser: a whole body in a page that polls once a frame. Every program has its own page, and the programs take turns. */
public final class FrameRuns {
    private enum Program {
        FETCH("raw fetch, arrayBuffer()", "fetch-whole"), //
        REQUEST_JS("**PollHTTP's HTTPRequest, JavaScript**", "request-js"), //
        REQUEST_WASM("**PollHTTP's HTTPRequest, WasmGC**", "request-wasm");

        private final String title;
        private final String pageName;

        Program(String title, String pageName) {
            this.title = title;
            this.pageName = pageName;
        }

        boolean polls() {
            return this != FETCH;
        }
    }

    /** What is measured of each body: the rate, the longest poll, and how long the program then waits for the array. */
    private record Series(List<Double> rates, List<Double> polls, List<Double> arrays) {
        Series() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final String origin;
    private final Results results;
    private final int rounds;

    public FrameRuns(String origin, Results results, int rounds) {
        this.origin = origin;
        this.results = results;
        this.rounds = rounds;
    }

    /**
     * @param wanted selects browsers by their name
     * @param length the length of the body, in bytes
     */
    public void run(Predicate<String> wanted, long length) throws IOException {
        for (InstalledBrowser each : InstalledBrowser.values()) {
            Optional<BenchmarkBrowser> found = wanted.test(each.name()) ? each.launch() : Optional.empty();
            if (found.isPresent()) {
                try (BenchmarkBrowser browser = found.get()) {
                    compare(each.title() + " " + browser.version(), browser, length);
                }
            }
        }
    }

    private void compare(String engine, BenchmarkBrowser browser, long length) {
        String title = "B4: " + length / (1024 * 1024) + " MiB whole, in a page that polls once a frame";
        System.out.println("[bench] " + title + ": " + engine);
        Map<Program, Series> measured = new EnumMap<>(Program.class);
        for (int round = 0; round < rounds; round++) {
            for (Program program : Program.values()) {
                measure(browser, program, length, measured.computeIfAbsent(program, key -> new Series()))
                        .ifPresent(failure -> results.remarks()
                                .add(program.title + " in " + engine + ", " + title + ": " + failure + "."));
            }
        }
        double floor = median(measured.get(Program.FETCH).rates);
        measured.forEach((program, series) -> {
            note(engine, title, program, series.rates, "MB/s", median(series.rates) / floor);
            note(engine, title + ": longest poll", program, series.polls, "ms", null);
            note(engine, title + ": the array of the response, asked for afterwards", program, series.arrays, "ms",
                    null);
        });
    }

    /**
     * Opens a page for each measurement, because browsers show no frames of a page that another one covers. The first GET warms up its JIT compilers.
     *
     * @return why the program has failed; empty if it has not
     */
    private Optional<Object> measure(BenchmarkBrowser browser, Program program, long length, Series series) {
        String get = "measure('" + Path.plain(length) + "', " + length + ", 1)";
        try (BenchmarkPage page = browser.open(origin + "/bench/index.html?program=" + program.pageName)) {
            page.evaluate(get);
            Object took = page.evaluate(get);
            Object poll = page.evaluate("measureLongestPoll()");
            Object array = page.evaluate("measureArray()");
            if (took instanceof Number millis && array instanceof Number arrayMillis) {
                series.rates.add(length / 1e3 / millis.doubleValue());
                if (program.polls()) {
                    series.polls.add(((Number) poll).doubleValue());
                    series.arrays.add(arrayMillis.doubleValue());
                }
                return Optional.empty();
            }
            return Optional.of(took instanceof Number ? array : took);
        }
    }

    private static double median(List<Double> values) {
        return values.isEmpty() ? Double.NaN : spread(values).median();
    }

    private static Spread spread(List<Double> values) {
        return Spread.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void note(String engine, String title, Program program, List<Double> values, String unit, Double toFetch) {
        if (!values.isEmpty()) {
            results.browsers().add(new BrowserFigure(engine, title, program.title, spread(values), unit, toFetch));
        }
    }
}
