package io.github.pollhttp.jvm.conformance;

import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.github.pollhttp.HTTPClient.Method;

/**
 * One line of the bench. The url is cut by hand: it may be one that no URL class would take, and whether to take it is
 * the client's decision.
 *
 * @param origin  scheme, host and port, or scheme and host, as written
 * @param proxy   host and port of the proxy, or null
 * @param options what is asked for beyond one plain exchange
 */
record BenchRequest(String id, Method method, String origin, String target, List<String> headers, byte[] body,
        long timeoutMs, String proxy, Map<String, Object> options) {

    static BenchRequest of(Map<String, Object> line) {
        String url = (String) line.get("url");
        int authority = url.indexOf("://") + "://".length();
        int target = authority;
        while (target < url.length() && "/?#".indexOf(url.charAt(target)) < 0) {
            target++;
        }
        String path = url.substring(target);
        Map<String, Object> options = Json.object(line.getOrDefault("opts", Map.of()));
        String proxy = (String) options.get("proxy");
        return new BenchRequest((String) line.get("id"), Method.valueOf("METHOD_" + line.get("method")),
                url.substring(0, target), path.startsWith("/") ? path : "/" + path, headerLines(line.get("headers")),
                Base64.getDecoder().decode((String) line.get("body_b64")), Json.number(line.get("timeout_ms")),
                proxy == null ? null : proxy.substring("http://".length()), options);
    }

    private static List<String> headerLines(Object pairs) {
        return Json.list(pairs).stream().map(Json::strings).map(pair -> pair.get(0) + ": " + pair.get(1)).toList();
    }

    boolean wants(String option) {
        return options.get(option) == Boolean.TRUE;
    }

    /** Connections with the same route can serve each other's requests. */
    String route() {
        return proxy == null ? origin : origin + " by " + proxy;
    }

    /** RFC 9110 section 9.2.2: these may be tried again when nobody knows whether the first try arrived. */
    boolean isIdempotent() {
        return switch (method) {
            case METHOD_GET, METHOD_HEAD, METHOD_PUT, METHOD_DELETE, METHOD_OPTIONS, METHOD_TRACE -> true;
            case METHOD_POST, METHOD_CONNECT, METHOD_PATCH -> false;
        };
    }
}
