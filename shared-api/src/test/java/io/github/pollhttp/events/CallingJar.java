package io.github.pollhttp.events;

import java.util.List;
import java.util.function.Consumer;

import io.github.pollhttp.cookies.Cookie;
import io.github.pollhttp.cookies.CookieJar;

/** A jar without cookies that calls the test with the URL: when it is asked for cookies, or when it stores cookies. */
record CallingJar(boolean whileSending, Consumer<String> call) implements CookieJar {
    @Override
    public String cookiesFor(String url) {
        if (whileSending) {
            call.accept(url);
        }
        return "";
    }

    @Override
    public void store(String url, List<String> setCookies) {
        if (!whileSending) {
            call.accept(url);
        }
    }

    @Override
    public List<Cookie> cookies() {
        return List.of();
    }

    @Override
    public void add(Cookie cookie) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException();
    }
}
