package io.github.pollhttp.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each link, anchor and picture of the website leads to something that exists. */
class LinksTest {
    private static final Map<Path, List<String>> LINKS = new HashMap<>();
    /** The list of packages on this page of the Javadoc of JDK 17 has a link to io.github, which is a part of their names and has no anchor. */
    private static final Path CONSTANTS = Path.of("apidocs", "constant-values.html");
    private static final Map<Path, Set<String>> ANCHORS = new HashMap<>();

    @BeforeAll
    static void readPages() throws IOException {
        for (Path page : Website.pages()) {
            Document document = Website.read(page);
            LINKS.put(page, Stream.of("href", "src")
                    .flatMap(name -> document.select("[" + name + "]").eachAttr(name).stream()).toList());
            Set<String> anchors = new HashSet<>(document.select("[id]").eachAttr("id"));
            anchors.addAll(document.select("a[name]").eachAttr("name"));
            ANCHORS.put(page, anchors);
        }
    }

    @Test
    void eachLinkWithinTheSiteLeadsToAFileAndAnAnchor() {
        List<String> broken = new ArrayList<>();
        LINKS.forEach((page, links) -> {
            for (String link : links) {
                if (!isExternal(link) && !exists(page, link)) {
                    broken.add(page + " -> " + link);
                }
            }
        });
        assertEquals(List.of(), broken);
        assertTrue(LINKS.values().stream().mapToInt(List::size).sum() > 1000, "hardly any links were read");
    }

    @Test
    void eachLinkToTheRepositoryLeadsToAFileOrFolder() {
        Set<String> broken = new TreeSet<>();
        String files = Website.REPOSITORY + "/(blob|tree)/[^/]+/";
        LINKS.values().stream().flatMap(List::stream).filter(each -> each.matches(files + ".*")).forEach(each -> {
            String path = URI.create(each).getPath().replaceFirst(URI.create(Website.REPOSITORY).getPath()
                    + "/(blob|tree)/[^/]+/", "");
            if (!Files.exists(Website.ROOT.resolve(path))) {
                broken.add(each);
            }
        });
        assertEquals(Set.of(), broken);
    }

    @Test
    void eachMarkdownPageIsReachedFromTheFirstPage() throws IOException {
        Set<Path> reached = new TreeSet<>();
        Deque<Path> next = new ArrayDeque<>(List.of(Path.of("index.html")));
        while (!next.isEmpty()) {
            Path page = next.remove();
            if (LINKS.containsKey(page) && reached.add(page)) {
                LINKS.get(page).stream().filter(each -> !isExternal(each) && !each.startsWith("#"))
                        .forEach(each -> next.add(target(page, each)));
            }
        }
        Set<Path> missing = new TreeSet<>();
        Stream.concat(
                Website.files(Website.ROOT.resolve("docs"), ".md").stream().map(Path.of("docs")::resolve),
                Stream.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md",
                        "RELEASING.md").map(Path::of))
                .map(each -> Path.of(each.toString().replace("README.md", "index.md").replaceAll("md$", "html")))
                .filter(each -> !reached.contains(each)).forEach(missing::add);
        assertEquals(Set.of(), missing);
        assertTrue(reached.contains(Path.of("apidocs", "index.html")));
        assertTrue(reached.contains(Path.of("try", "index.html")));
    }

    @Test
    void eachMarkdownPageHasOneHeadingOfTheFirstLevelAndTextsForItsPictures() throws IOException {
        for (Path page : Website.textPages()) {
            Document document = Website.read(page);
            assertEquals(1, document.select("h1").size(), page.toString());
            List<String> silent = document.select("main img").stream().filter(each -> each.attr("alt").isEmpty())
                    .map(Element::outerHtml).toList();
            assertEquals(List.of(), silent, page.toString());
        }
    }

    private static boolean isExternal(String link) {
        return link.isEmpty() || link.matches("(?i)[a-z][a-z0-9+.-]*:.*");
    }

    private static boolean exists(Path page, String link) {
        Path target = target(page, link);
        String fragment = URI.create(link).getFragment();
        if (!Files.isRegularFile(Website.FOLDER.resolve(target))) {
            return false;
        }
        return fragment == null || fragment.isEmpty() || target.equals(CONSTANTS) || !ANCHORS.containsKey(target)
                || ANCHORS.get(target).contains(fragment);
    }

    /** The file of the site that a link leads to. */
    private static Path target(Path page, String link) {
        String path = URI.create(link).getPath();
        Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        return Files.isDirectory(Website.FOLDER.resolve(target)) ? target.resolve("index.html") : target;
    }
}
