package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.pollhttp.cookies.Cookie;
import io.github.pollhttp.cookies.CookieJar;

/** Code of the program that throws while a request calls it. */
@Timeout(60)
class ThrowingProgramTest {
    private record ThrowingJar(Throwable toSend, Throwable toStore) implements CookieJar {
        private static void check(Throwable thrown) {
            if (thrown != null) {
                throwUnchecked(thrown);
            }
        }

        /** Throws any exception, also a checked one, as code in Kotlin or Scala does. */
        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void throwUnchecked(Throwable thrown) throws T {
            throw (T) thrown;
        }

        @Override
        public String cookiesFor(String url) {
            check(toSend);
            return "";
        }

        @Override
        public void store(String url, List<String> setCookies) {
            check(toStore);
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

    static Stream<Arguments> jars() {
        return Stream.of(new IllegalStateException("jar"), new StackOverflowError("jar"),
                new IOException("jar"), new Throwable("jar")).flatMap(
                        thrown -> Stream
                                .of(new ThrowingJar(thrown, null), new ThrowingJar(null, thrown))
                                .flatMap(jar -> Stream.of(Arguments.of(jar, false, thrown),
                                        Arguments.of(jar, true, thrown))));
    }

    @ParameterizedTest
    @MethodSource("jars")
    void oneCompletionIsToldAndTheExceptionLeavesPollOnce(CookieJar jar, boolean threads, Throwable thrown)
            throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok("hello")); RequestGame game = new RequestGame()) {
            game.http.setUseThreads(threads);
            game.http.setCookieJar(jar);
            game.begin(origin.url("/"));

            assertSame(thrown, thrownByPolls(game));
            assertEquals(1, game.completions.size());
            assertEquals("REQUEST_FAILED 0 ", game.completions.get(0).line());
            assertTrue(game.http.getFailureMessage().contains("cookie jar"), game.http.getFailureMessage());
            assertFalse(game.http.isRequesting());
            game.frames(100);
            assertEquals(1, game.completions.size());

            game.http.setCookieJar(null);
            assertEquals("SUCCESS 200 hello", game.get(origin.url("/")).line());
        }
    }

    private static Throwable thrownByPolls(RequestGame game) {
        try {
            game.await(() -> false);
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    @ParameterizedTest
    @MethodSource("memory")
    void missingMemoryEndsInTheListener(CookieJar jar, boolean threads) throws Exception {
        try (Origin origin = new Origin(request -> Origin.ok("hello")); RequestGame game = new RequestGame()) {
            game.http.setUseThreads(threads);
            game.http.setCookieJar(jar);
            assertEquals("BODY_SIZE_LIMIT_EXCEEDED", game.get(origin.url("/")).line().split(" ")[0]);

            game.http.setCookieJar(null);
            assertEquals("SUCCESS 200 hello", game.get(origin.url("/")).line());
        }
    }

    static Stream<Arguments> memory() {
        Throwable thrown = new OutOfMemoryError("no memory");
        return Stream.of(new ThrowingJar(thrown, null), new ThrowingJar(null, thrown))
                .flatMap(jar -> Stream.of(Arguments.of(jar, false), Arguments.of(jar, true)));
    }
}
