package io.github.pollhttp.request;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.cookies.CookieJar;

/** Sends the cookies of a program's jar, and stores those of responses. Not final, so that TeaVM can leave it out. */
class RequestCookies {
    private final CookieJar jar;

    RequestCookies(CookieJar jar) {
        this.jar = jar;
    }

    CookieJar jar() {
        return jar;
    }

    /** @return the {@code Cookie} header line; empty without cookies, and if the program sets its own */
    List<String> headers(RequestSpec request) {
        String cookies = request.has("Cookie") ? "" : jar.cookiesFor(request.url().toString());
        return cookies.isEmpty() ? List.of() : List.of("Cookie: " + cookies);
    }

    void store(RequestSpec request, HTTPClient response) {
        jar.store(request.url().toString(), response.getResponseHeader("Set-Cookie"));
    }
}
