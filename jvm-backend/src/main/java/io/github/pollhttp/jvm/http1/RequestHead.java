package io.github.pollhttp.jvm.http1;

import io.github.pollhttp.HTTPClient.Method;
import io.github.pollhttp.spi.OutgoingRequest;
import io.github.pollhttp.spi.Utf8;

/** Writes the head of a request: request line, the caller's headers as given, then those that are added unless given. */
final class RequestHead {
    private final StringBuilder text = new StringBuilder(256);

    private RequestHead() {}

    /**
     * @param authority the value of the Host header; empty if the program brought a transport of its own (RFC 9112 section 3.2)
     */
    static byte[] encode(OutgoingRequest request, String authority, String userAgent) {
        RequestHead head = new RequestHead();
        head.text.append(name(request.method())).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
        for (String line : request.headers()) {
            head.text.append(line).append("\r\n");
        }
        head.addUnlessGiven(request, "Host", authority);
        if (hasLength(request)) {
            head.addUnlessGiven(request, "Content-Length", Integer.toString(request.body().length));
        }
        head.addUnlessGiven(request, "User-Agent", userAgent);
        head.addUnlessGiven(request, "Accept", "*/*");
        return Utf8.encode(head.text.append("\r\n").toString());
    }

    private void addUnlessGiven(OutgoingRequest request, String name, String value) {
        if (!request.has(name)) {
            text.append(name).append(": ").append(value).append("\r\n");
        }
    }

    /** RFC 9110 section 8.6: a method that has a meaning for content announces even an empty one, or servers answer 411. */
    private static boolean hasLength(OutgoingRequest request) {
        return request.body().length > 0 || switch (request.method()) {
            case METHOD_POST, METHOD_PUT, METHOD_PATCH -> true;
            default -> false;
        };
    }

    private static String name(Method method) {
        return method.name().substring("METHOD_".length());
    }
}
