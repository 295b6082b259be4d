package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.cookies.Cookie;
import io.github.pollhttp.cookies.CookieJar;

/** A cookie jar that calls the request that is calling it. */
@Timeout(60)
class ReentrantJarTest {
    private enum Call {
        CANCEL(HTTPRequest::cancelRequest), CLOSE(HTTPRequest::close), POLL(HTTPRequest::poll), CANCEL_AND_POLL(
                http -> {
                    http.cancelRequest();
                    http.poll();
                }), CANCEL_TWICE(http -> {
                    http.cancelRequest();
                    http.cancelRequest();
                });

        private final Consumer<HTTPRequest> call;

        Call(Consumer<HTTPRequest> call) {
            this.call = call;
        }

        private String expected() {
            return this == POLL ? "SUCCESS 200 hello" : "REQUEST_FAILED 0 ";
        }
    }

    /** Calls back once, when it is asked for cookies or gets them. */
    private static final class ReentrantJar implements CookieJar {
        private final Runnable call;
        private final boolean whenStoring;
        private boolean called;

        private ReentrantJar(Runnable call, boolean whenStoring) {
            this.call = call;
            this.whenStoring = whenStoring;
        }

        private void callOnce(boolean storing) {
            if (storing == whenStoring && !called) {
                called = true;
                call.run();
            }
        }

        @Override
        public String cookiesFor(String url) {
            callOnce(false);
            return "";
        }

        @Override
        public void store(String url, List<String> setCookies) {
            callOnce(true);
        }

        @Override
        public List<Cookie> cookies() {
            return List.of();
        }

        @Override
        public void add(Cookie cookie) {}

        @Override
        public void clear() {}
    }

    @ParameterizedTest
    @EnumSource(Call.class)
    void requestCompletesOnce(Call call) throws Exception {
        for (boolean whenStoring : new boolean[]{false, true}) {
            try (Origin origin = new Origin(request -> Origin.ok("hello")); RequestGame game = new RequestGame()) {
                game.http.setCookieJar(new ReentrantJar(() -> call.call.accept(game.http), whenStoring));

                assertEquals(call.expected(), game.get(origin.url("/")).line());
                game.frames(100);
                assertEquals(1, game.completions.size(), whenStoring + " " + game.completions);
                assertFalse(game.http.isRequesting());
                assertEquals("SUCCESS 200 hello", game.get(origin.url("/")).line());
                assertEquals(2, game.completions.size());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCEL", "CLOSE"})
    void jarMayStartTheNextRequest(Call call) throws Exception {
        for (boolean whenStoring : new boolean[]{false, true}) {
            try (Origin origin = new Origin(request -> Origin.ok("of " + Origin.target(request)));
                    RequestGame game = new RequestGame()) {
                ErrorCode[] started = new ErrorCode[1];
                game.http.setCookieJar(new ReentrantJar(() -> {
                    call.call.accept(game.http);
                    started[0] = game.http.request(origin.url("/next"));
                }, whenStoring));

                assertEquals("SUCCESS 200 of /next", game.get(origin.url("/first")).line());
                assertEquals(ErrorCode.OK, started[0]);
                assertEquals(2, game.completions.size());
                assertEquals("REQUEST_FAILED 0 ", game.completions.get(0).line());
            }
        }
    }
}
