package io.github.pollhttp.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The generated website. */
final class Website {
    static final Path FOLDER = Path.of(System.getProperty("site.folder"));
    /** The repository, which has the sources. */
    static final Path ROOT = Path.of(System.getProperty("site.root"));
    /** The URL of the repository. */
    static final String REPOSITORY = System.getProperty("site.repository");

    private Website() {}

    /** All pages, relative to the folder of the site. */
    static List<Path> pages() throws IOException {
        return files(FOLDER, ".html");
    }

    /** The pages that are made from Markdown. */
    static List<Path> textPages() throws IOException {
        return pages().stream().filter(each -> !each.startsWith("apidocs") && !each.startsWith("try")).toList();
    }

    static Document read(Path page) {
        try {
            return Jsoup.parse(FOLDER.resolve(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(ending)).map(folder::relativize).sorted().toList();
        }
    }
}
