package io.github.pollhttp.events;

import java.util.List;

import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.content.StrictMode;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.internal.BaseUrl;
import io.github.pollhttp.spi.RequestPlatform;

/** The settings of an {@link EventSource}. Its client stores those that a client has, because the source uses one client all the time. */
abstract class EventSourceSettings implements EventSource {
    private static final int SMALLEST_EVENT_LIMIT = 1024;

    final HTTPClient client;
    final RequestPlatform platform;
    final StreamRequest request;
    final ReconnectPause pause;
    final BaseUrl baseUrl;
    int maxEventSize = 1024 * 1024;

    EventSourceSettings(RequestPlatform platform, StreamRequest request, ReconnectPause pause) {
        this.client = request.client();
        this.platform = platform;
        this.request = request;
        this.pause = pause;
        this.baseUrl = new BaseUrl(platform);
    }

    @Override
    public void setBaseUrl(String url) {
        baseUrl.set(url);
    }

    @Override
    public void setReconnectTime(double seconds) {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("The time is negative or NaN. Use 0 or more seconds.");
        }
        pause.setTime(seconds);
    }

    @Override
    public void setMaxEventSize(int bytes) {
        if (bytes < SMALLEST_EVENT_LIMIT) {
            throw new IllegalArgumentException("The event size limit is " + bytes + ". Use 1024 or more.");
        }
        maxEventSize = bytes;
    }

    @Override
    public HTTPClient getHttpClient() {
        return client;
    }

    @Override
    public void setCookieJar(CookieJar jar) {
        request.setCookieJar(jar);
    }

    @Override
    public CookieJar getCookieJar() {
        return request.cookieJar();
    }

    @Override
    public void setTlsOptions(TLSOptions options) {
        request.setTlsOptions(options);
    }

    @Override
    public void setHttpProxy(String host, int port) {
        client.setHttpProxy(host, port);
    }

    @Override
    public void setHttpsProxy(String host, int port) {
        client.setHttpsProxy(host, port);
    }

    @Override
    public void setProxyExclusions(List<String> hosts) {
        client.setProxyExclusions(hosts);
    }

    @Override
    public void setWebOptions(WebOptions options) {
        client.setWebOptions(options);
    }

    @Override
    public void setDiagnosticsEnabled(boolean enabled) {
        client.setDiagnosticsEnabled(enabled);
    }

    @Override
    public void setStrictPortable(boolean enabled) {
        request.setStrictMode(enabled ? new StrictMode() : null);
        client.setStrictPortable(enabled);
    }
}
