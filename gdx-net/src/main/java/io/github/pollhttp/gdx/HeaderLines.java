package io.github.pollhttp.gdx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.badlogic.gdx.Net.HttpRequest;

/** The header lines of a libGDX request. */
final class HeaderLines {
    /** Those that the JDK leaves out when a program sets them. Browsers leave them out, too. */
    private static final List<String> OF_THE_CONNECTION = List.of("Access-Control-Request-Headers",
            "Access-Control-Request-Method", "Connection", "Content-Length", "Content-Transfer-Encoding", "Host",
            "Keep-Alive", "Origin", "Trailer", "Transfer-Encoding", "Upgrade", "Via");

    private HeaderLines() {}

    /** @param typed whether a string as the body gets a {@code Content-Type} if the request has none */
    static List<String> of(HttpRequest request, boolean typed) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> each : request.getHeaders().entrySet()) {
            if (each.getValue() != null && !has(OF_THE_CONNECTION, each.getKey())) {
                lines.add(each.getKey() + ": " + each.getValue());
            }
        }
        if (typed && request.getContent() != null && !has(request.getHeaders().keySet(), "Content-Type")) {
            lines.add("Content-Type: application/x-www-form-urlencoded");
        }
        return lines;
    }

    static boolean has(Iterable<String> names, String name) {
        for (String each : names) {
            if (each != null && each.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }
}
