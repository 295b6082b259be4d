package io.github.pollhttp.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.GsonBuilder;

import io.github.pollhttp.bench.result.Growth;
import io.github.pollhttp.bench.result.Results;

/**
 * Writes the results: the page {@code performance.md}, and a folder with the charts and all figures as JSON. It replaces only the text between two
 * marks of the page.
 */
public final class Report {
    private static final String PAGE = "performance.md";
    private static final String FOLDER = "performance";
    private static final String BEGIN = "<!-- measured: the benchmark writes the text between these marks -->\n";
    private static final String END = "<!-- end of the measured part -->\n";

    private final Results results;

    public Report(Results results) {
        this.results = results;
    }

    /** @return the page */
    public Path write(Path docs) throws IOException {
        Path folder = docs.resolve(FOLDER);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("results.json"),
                new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(results) + "\n");
        for (Growth growth : results.growths()) {
            Files.writeString(folder.resolve(growth.id() + ".svg"), new LineChart(growth).svg());
        }
        Path page = docs.resolve(PAGE);
        String old = Files.exists(page) ? Files.readString(page) : "# Performance\n\n" + BEGIN + END;
        Files.writeString(page, replaceMeasured(old, new Markdown(results, FOLDER).text()));
        return page;
    }

    static String replaceMeasured(String page, String measured) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(PAGE + " does not have the two marks around the measured part");
        }
        return page.substring(0, begin + BEGIN.length()) + "\n" + measured + "\n" + page.substring(end);
    }
}
