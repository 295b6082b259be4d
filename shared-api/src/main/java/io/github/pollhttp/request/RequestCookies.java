package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.internal.HeaderLine;

/** Sends the cookies of a program's jar, and stores those of responses. Not final, so that TeaVM can leave it out. */
class RequestCookies {
    private final CookieJar jar;

    RequestCookies(CookieJar jar) {
        this.jar = jar;
    }

    CookieJar jar() {
        return jar;
    }

    /** @return the header lines, and {@code Cookie} if there are cookies and the program does not set its own */
    List<String> addTo(List<String> lines, RequestSpec request) {
        String cookies = request.has("Cookie") ? "" : jar.cookiesFor(request.url().toString());
        return cookies.isEmpty() ? lines : HeaderLine.joined(lines, List.of("Cookie: " + cookies));
    }

    void store(RequestSpec request, HTTPClient response) {
        jar.store(request.url().toString(), response.getResponseHeader("Set-Cookie"));
    }
}
