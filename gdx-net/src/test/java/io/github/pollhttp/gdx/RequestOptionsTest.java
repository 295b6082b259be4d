package io.github.pollhttp.gdx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.badlogic.gdx.Net.HttpMethods;
import com.badlogic.gdx.Net.HttpRequest;

import io.github.pollhttp.WebOptions;
import io.github.pollhttp.WebOptions.Credentials;
import io.github.pollhttp.request.RequestSettings;

/** Which settings the options of a libGDX request become. */
class RequestOptionsTest {
    private final HttpRequest request = new HttpRequest(HttpMethods.GET);

    private List<String> settings() {
        List<String> calls = new ArrayList<>();
        RequestSettings recorder = (RequestSettings) Proxy.newProxyInstance(
                RequestOptionsTest.class.getClassLoader(), new Class<?>[]{RequestSettings.class},
                (proxy, method, args) -> {
                    calls.add(method.getName() + " " + args[0]);
                    return null;
                });
        RequestOptions.of(request).applyTo(recorder);
        return calls;
    }

    @Test
    void defaultsLeaveTheSettingsOfTheQueue() {
        assertEquals(List.of(), settings());
    }

    @Test
    void timeOutIsAStallTimeoutInSeconds() {
        request.setTimeOut(1500);
        assertEquals(List.of("setStallTimeout 1.5"), settings());
    }

    @Test
    void negativeTimeOutIsNoLimit() {
        request.setTimeOut(-1);
        assertEquals(List.of(), settings());
    }

    @Test
    void includeCredentialsIsForTheBrowser() {
        request.setIncludeCredentials(true);
        assertEquals(List.of("setWebOptions " + WebOptions.DEFAULT.withCredentials(Credentials.INCLUDE)), settings());
    }

    @Test
    void acceptEncodingInAnyCaseTurnsDecompressionOff() {
        request.setHeader("accept-encoding", "gzip");
        assertEquals(List.of("setAcceptGzip false"), settings());
    }

    @Test
    void redirectsThatAreNotFollowedAreLimitedToZero() {
        ManualApplication.install(); // libGDX asks it for the platform
        request.setFollowRedirects(false);
        assertEquals(List.of("setMaxRedirects 0"), settings());
    }
}
