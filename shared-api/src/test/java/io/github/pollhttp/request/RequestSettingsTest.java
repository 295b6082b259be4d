package io.github.pollhttp.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.pollhttp.BarePlatform;
import io.github.pollhttp.ManualClock;
import io.github.pollhttp.cookies.CookieJar;

/** Settings that are copied from one object to another. */
class RequestSettingsTest {
    private final HTTPRequest http = ScriptedRequests.create(new ManualClock());

    private static void changeAll(RequestSettings settings) {
        settings.setAcceptGzip(false);
        settings.setBodySizeLimit(1);
        settings.setDownloadChunkSize(300);
        settings.setDownloadFile("a");
        settings.setDownloadResumed(true);
        settings.setMaxRedirects(2);
        settings.setTimeout(3);
        settings.setStallTimeout(4);
        settings.setUseThreads(true);
        settings.setRetryPolicy(RetryPolicy.times(2));
        settings.setCookieJar(CookieJar.create());
    }

    /** @return what each getter returns */
    private static List<String> values(RequestSettings settings) throws ReflectiveOperationException {
        List<String> values = new ArrayList<>();
        for (Method method : RequestSettings.class.getMethods()) {
            if (method.getName().startsWith("get") || method.getName().startsWith("is")) {
                values.add(method.getName() + " " + method.invoke(settings));
            }
        }
        return values;
    }

    @Test
    void applyToReplacesAllSettings() throws ReflectiveOperationException {
        RequestSettings changed = new StoredSettings(new BarePlatform());
        List<String> defaults = values(http);
        changeAll(changed);
        changed.applyTo(http);

        List<String> values = values(http);
        assertEquals(values(changed), values);
        values.retainAll(defaults);
        assertEquals(List.of("getRejection null"), values, "changeAll does not change these settings");
        new StoredSettings(new BarePlatform()).applyTo(http);
        assertEquals(defaults, values(http));
    }

    @Test
    void copyIsIndependentOfItsOriginal() throws ReflectiveOperationException {
        List<String> defaults = values(http);
        RequestSettings copy = http.copy();
        changeAll(copy);
        assertEquals(defaults, values(http));

        List<String> changed = values(copy);
        RequestSettings copyOfCopy = copy.copy();
        copy.setTimeout(99);
        assertEquals(changed, values(copyOfCopy));
    }
}
