package io.github.pollhttp.request;

import java.util.ArrayList;
import java.util.List;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.spi.Ascii;
import io.github.pollhttp.spi.HeaderLine;

/**
 * What is asked of one origin; a redirect makes a new one of it.
 *
 * @param url     where
 * @param method  how
 * @param headers the program's header lines, as far as they are for this origin
 * @param body    the program's bytes, empty for none
 */
public record Hop(RequestUrl url, Method method, List<String> headers, byte[] body) {
    private static final byte[] NO_BODY = {};

    /** Secrets, and the name, of the origin that they were meant for. */
    private static final List<String> FOR_ONE_ORIGIN = List.of("authorization", "cookie", "proxy-authorization",
            "host");

    /** Whether asking twice is as good as asking once (RFC 9110 section 9.2.2). */
    boolean isIdempotent() {
        return switch (method) {
            case METHOD_POST, METHOD_PATCH, METHOD_CONNECT -> false;
            default -> true;
        };
    }

    /**
     * Looks for a header.
     *
     * @param name in any case
     * @return whether it is there
     */
    public boolean has(String name) {
        for (String line : headers) {
            if (HeaderLine.isNamed(line, name)) {
                return true;
            }
        }
        return false;
    }

    /** RFC 9110 section 15.4, with the methods as the Fetch Standard changes them (HTTP-redirect fetch, step 12). */
    Hop redirected(int code, RequestUrl target) {
        boolean post = method == Method.METHOD_POST && (code == 301 || code == 302);
        boolean other = code == 303 && method != Method.METHOD_GET && method != Method.METHOD_HEAD;
        boolean becomesGet = post || other;
        List<String> kept = new ArrayList<>();
        for (String line : headers) {
            String name = Ascii.lower(HeaderLine.name(line));
            boolean dropped = becomesGet && isAboutBody(name)
                    || !target.origin().equals(url.origin()) && FOR_ONE_ORIGIN.contains(name);
            if (!dropped) {
                kept.add(line);
            }
        }
        return new Hop(target, becomesGet ? Method.METHOD_GET : method, kept, becomesGet ? NO_BODY : body);
    }

    private static boolean isAboutBody(String name) {
        return name.startsWith("content-") || name.equals("digest") || name.equals("last-modified");
    }
}
