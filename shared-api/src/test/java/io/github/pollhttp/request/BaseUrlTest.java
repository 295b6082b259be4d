package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.ScriptedOrigin;

/** Relative URLs, which are resolved against the base URL of the request. */
@Timeout(60)
class BaseUrlTest {
    private final ScriptedOrigin origin = new ScriptedOrigin(
            request -> ScriptedOrigin.ok(ScriptedOrigin.target(request)));
    private final RequestGame game = new RequestGame();

    @AfterEach
    void stop() {
        game.close();
        origin.close();
    }

    @ParameterizedTest
    @CsvSource({"levels/1.json, /game/levels/1.json", "/scores, /scores", "?page=2, /game/?page=2", "../top, /top",
            "http:b, /game/b",
            "'', /game/"})
    void relativeUrlIsResolvedAgainstTheBase(String relative, String target) {
        game.http.setBaseUrl(origin.url("/game/"));
        game.get(relative);

        assertEquals(List.of("GET " + target), origin.lines());
    }

    @Test
    void absoluteUrlDoesNotUseTheBase() {
        game.http.setBaseUrl("http://localhost:1/");

        assertEquals("SUCCESS 200 /here", game.get(origin.url("/here")).line());
    }

    @Test
    void relativeUrlWithoutABaseIsRejected() {
        assertEquals(ErrorCode.ERR_INVALID_PARAMETER, game.http.request("levels/1.json"));
        assertTrue(game.http.getRejection().contains("setBaseUrl"), game.http.getRejection());
    }

    @Test
    void emptyBaseMeansNone() {
        game.http.setBaseUrl(origin.url("/"));
        game.http.setBaseUrl("");

        assertEquals(ErrorCode.ERR_INVALID_PARAMETER, game.http.request("/scores"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com/", "mailto:somebody", "javascript:alert(1)"})
    void otherSchemesAreRejectedWithABaseToo(String url) {
        game.http.setBaseUrl(origin.url("/"));

        assertEquals(ErrorCode.ERR_INVALID_PARAMETER, game.http.request(url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"game/", "/", "ftp://example.com/", "http://user@example.com/"})
    void baseMustBeAbsolute(String base) {
        assertThrows(IllegalArgumentException.class, () -> game.http.setBaseUrl(base));
    }
}
