package io.github.pollhttp.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.internal.HeaderLine;

/**
 * The rules of the CORS protocol for one request (Fetch Standard).
 *
 * @param origin  the value of the Origin header
 * @param include whether the program wants credentials sent to other origins
 * @param upload  whether the program wants upload progress, which causes a preflight
 */
record Cors(String origin, boolean include, boolean upload) {
    private static final int LONGEST_SAFE_VALUE = 128;
    private static final Set<Method> SAFE_METHODS = Set.of(Method.METHOD_GET, Method.METHOD_HEAD, Method.METHOD_POST);
    private static final Set<String> SAFE_RESPONSE_HEADERS = Set.of("cache-control", "content-language",
            "content-length", "content-type", "expires", "last-modified", "pragma");
    private static final Pattern UNSAFE_BYTE = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\"():<>?@\\[\\\\\\]{}\\x7f]");
    private static final Pattern TOKEN = Pattern.compile("[0-9A-Za-z *,\\-.;=]*");
    private static final Pattern SIMPLE_TYPE = Pattern.compile(
            "(application/x-www-form-urlencoded|multipart/form-data|text/plain)\\s*(;.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern RANGE = Pattern.compile("bytes=\\d+-\\d*");

    /** The names of the headers that need a permission (CORS-unsafe request-header names), in lower case and sorted. */
    private static Set<String> unsafeHeaders(SentRequest request) {
        Set<String> names = new TreeSet<>();
        for (String line : request.headers()) {
            String name = HeaderLine.name(line).toLowerCase(Locale.ROOT);
            String value = HeaderLine.value(line);
            if (value.length() > LONGEST_SAFE_VALUE || !isSafe(name, value)) {
                names.add(name);
            }
        }
        return names;
    }

    private static boolean isSafe(String name, String value) {
        boolean harmless = !UNSAFE_BYTE.matcher(value).find();
        return switch (name) {
            case "accept" -> harmless;
            case "accept-language", "content-language" -> TOKEN.matcher(value).matches();
            case "content-type" -> harmless && SIMPLE_TYPE.matcher(value).matches();
            case "range" -> RANGE.matcher(value).matches();
            default -> false;
        };
    }

    boolean needsPreflight(SentRequest request) {
        return !SAFE_METHODS.contains(request.method()) || !unsafeHeaders(request).isEmpty()
                || upload && request.body().length > 0;
    }

    SentRequest preflight(SentRequest request) {
        List<String> headers = new ArrayList<>(List.of("Origin: " + origin,
                "Access-Control-Request-Method: " + request.method().token()));
        Set<String> names = unsafeHeaders(request);
        if (!names.isEmpty()) {
            headers.add("Access-Control-Request-Headers: " + String.join(",", names));
        }
        return new SentRequest(Method.METHOD_OPTIONS, request.url(), headers, new byte[0]);
    }

    static boolean isPreflight(SentRequest request) {
        return request.method() == Method.METHOD_OPTIONS && request.header("Access-Control-Request-Method") != null;
    }

    /** Whether the response to the preflight permits the request. */
    boolean permits(Reply.Head response, SentRequest request) {
        if (response == null || response.code() / 100 != 2 || !allows(response)) {
            return false;
        }
        Set<String> methods = list(response, "Access-Control-Allow-Methods");
        Set<String> headers = list(response, "Access-Control-Allow-Headers");
        boolean anyHeader = headers.contains("*") && !include;
        boolean permitted = SAFE_METHODS.contains(request.method())
                || methods.contains(request.method().token().toLowerCase(Locale.ROOT))
                || methods.contains("*") && !include;
        for (String name : unsafeHeaders(request)) {
            permitted &= headers.contains(name) || anyHeader && !name.equals("authorization");
        }
        return permitted;
    }

    /** Whether the page may read the response (CORS check). */
    boolean allows(Reply.Head response) {
        String allowed = String.join(", ", HeaderLine.values(response.headers(), "Access-Control-Allow-Origin"));
        if (!include && allowed.equals("*")) {
            return true;
        }
        return allowed.equals(origin)
                && (!include
                        || "true".equals(HeaderLine.first(response.headers(), "Access-Control-Allow-Credentials")));
    }

    /** Whether the page sees a header of a response that it may read. */
    boolean exposes(Reply.Head response, String name) {
        Set<String> exposed = list(response, "Access-Control-Expose-Headers");
        return SAFE_RESPONSE_HEADERS.contains(name) || exposed.contains(name) || exposed.contains("*") && !include;
    }

    /** The elements of a list in lower case. */
    private static Set<String> list(Reply.Head response, String name) {
        Set<String> elements = new TreeSet<>();
        HeaderLine.values(response.headers(), name).stream().flatMap(value -> Stream.of(value.split(",")))
                .map(each -> each.strip().toLowerCase(Locale.ROOT)).forEach(elements::add);
        return elements;
    }

    /** The headers that the server has to send, for a message. */
    String advice(SentRequest request) {
        String text = "\"Access-Control-Allow-Origin: " + origin
                + (include ? "\" and \"Access-Control-Allow-Credentials: true\"" : "\"");
        if (!needsPreflight(request)) {
            return text;
        }
        List<String> permissions = new ArrayList<>();
        if (!SAFE_METHODS.contains(request.method())) {
            permissions.add("\"Access-Control-Allow-Methods: " + request.method().token() + "\"");
        }
        Set<String> names = unsafeHeaders(request);
        if (!names.isEmpty()) {
            permissions.add("\"Access-Control-Allow-Headers: " + String.join(", ", names) + "\"");
        }
        return text + "; its response to the preflight (OPTIONS) needs a status from 200 to 299"
                + (permissions.isEmpty()
                        ? " and the headers just named"
                        : ", the headers just named, and " + String.join(" and ", permissions));
    }
}
