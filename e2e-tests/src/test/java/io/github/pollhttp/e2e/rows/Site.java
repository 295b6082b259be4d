package io.github.pollhttp.e2e.rows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The part of the server that one run of a row has for itself: what is there, and who asked. Its paths begin with a number of their own, so
 * that nothing is in a browser's cache; texts write {@code ~} for that number and <code>{A}</code> for an origin.
 */
final class Site {
    private final Map<String, String> origins;
    private final String id;
    private final Map<String, Reply> replies;
    private final List<Served> log = new CopyOnWriteArrayList<>();

    /** @param origins by letter, for example {@code A} and {@code http://127.0.0.1:8080} */
    Site(Map<String, String> origins, String id, Map<String, Reply> replies) {
        this.origins = origins;
        this.id = id;
        this.replies = replies;
    }

    /** Puts in the real origins and the real paths. */
    String real(String text) {
        String real = text.replace("/~/", "/" + id + "/");
        for (Map.Entry<String, String> each : origins.entrySet()) {
            real = real.replace("{" + each.getKey() + "}", each.getValue());
        }
        return real;
    }

    /** The other way round. */
    String told(String text) {
        String told = text.replace("/" + id + "/", "/~/");
        for (Map.Entry<String, String> each : origins.entrySet()) {
            told = told.replace(each.getValue(), "{" + each.getKey() + "}");
        }
        return told;
    }

    /** The letter of an origin. */
    String letter(String origin) {
        return origins.entrySet().stream().filter(each -> each.getValue().equals(origin)).map(Map.Entry::getKey)
                .findFirst().orElse("?");
    }

    Reply reply(String path) {
        return replies.getOrDefault(path, Reply.status(404));
    }

    void add(Served served) {
        log.add(served);
    }

    List<Served> log() {
        return log;
    }
}
