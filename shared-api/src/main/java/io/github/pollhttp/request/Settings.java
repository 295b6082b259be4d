package io.github.pollhttp.request;

import io.github.pollhttp.CookieJar;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.spi.Proxy;

/** The properties of an HTTPRequest; each request that begins takes a copy of its own. */
final class Settings {
    boolean acceptGzip = true;
    long bodySizeLimit = -1;
    int downloadChunkSize = 64 * 1024;
    /** Null for none, so that a browser program which never downloads to a file brings none of its code. */
    Downloads downloads;
    boolean resume;
    int maxRedirects = 8;
    long timeoutNanos;
    double stallTimeout;
    /** Null for none, and where the platform has its own. */
    CookieJar cookieJar;
    /** Null for no retries, for the same reason. */
    Backoff backoff;
    Route route = Route.DIRECT;

    /** How an origin is reached; a kept connection serves a request of the same route alone. */
    record Route(TLSOptions tlsOptions, ProxyAddress httpProxy, ProxyAddress httpsProxy) {
        static final Route DIRECT = new Route(null, new ProxyAddress("", -1), new ProxyAddress("", -1));
    }

    /** As {@code setHttpProxy} takes it. */
    record ProxyAddress(String host, int port) {
        ProxyAddress {
            if (!host.isEmpty() && port != -1) {
                Proxy.of(host, port); // says what is wrong with it
            }
        }
    }

    Settings copy() {
        Settings copy = new Settings();
        copy.acceptGzip = acceptGzip;
        copy.bodySizeLimit = bodySizeLimit;
        copy.downloadChunkSize = downloadChunkSize;
        copy.downloads = downloads;
        copy.resume = resume;
        copy.maxRedirects = maxRedirects;
        copy.timeoutNanos = timeoutNanos;
        copy.stallTimeout = stallTimeout;
        copy.cookieJar = cookieJar;
        copy.backoff = backoff;
        copy.route = route;
        return copy;
    }
}
