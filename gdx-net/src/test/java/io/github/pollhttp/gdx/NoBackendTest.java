package io.github.pollhttp.gdx;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

import com.badlogic.gdx.Net;
import com.badlogic.gdx.Net.HttpMethods;
import com.badlogic.gdx.Net.HttpRequest;

/** A game whose launcher has no backend of PollHTTP. */
class NoBackendTest {
    /** The game, loaded without the backend that the other tests use. */
    public static final class Game {
        private Game() {}

        /** Sends a request and returns what the first poll throws. */
        public static String play() {
            ManualApplication application = ManualApplication.install();
            PollNet net = PollNet.over((Net) Proxy.newProxyInstance(Game.class.getClassLoader(),
                    new Class<?>[]{Net.class}, (proxy, method, args) -> null));
            HttpRequest request = new HttpRequest(HttpMethods.GET);
            request.setUrl("http://127.0.0.1/");
            net.sendHttpRequest(request, null);
            try {
                application.frame();
                return "nothing";
            } catch (IllegalStateException e) {
                return e.getMessage();
            }
        }
    }

    private static URL url(String file) {
        try {
            return Path.of(file).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    @Test
    void theFirstFrameOfTheFirstRequestNamesTheArtifactToAdd() throws Exception {
        URL[] files = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> !each.contains("jvm-backend") && !each.contains("pollhttp-jvm")).map(NoBackendTest::url)
                .toArray(URL[]::new);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(files, ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(loader); // ServiceLoader looks there
            String thrown = (String) loader.loadClass(Game.class.getName()).getMethod("play").invoke(null);
            assertTrue(thrown.contains("add pollhttp-jvm (desktop) or pollhttp-web (TeaVM)"), thrown);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
