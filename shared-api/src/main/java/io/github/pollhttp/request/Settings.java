package io.github.pollhttp.request;

import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.content.ContentCodings;
import io.github.pollhttp.cookies.CookieJar;

/** The settings of an HTTPRequest. They do not change while a request uses them. */
final class Settings {
    static final int DEFAULT_CHUNK = 64 * 1024;

    boolean acceptGzip = true;
    long bodySizeLimit = -1;
    int downloadChunkSize = DEFAULT_CHUNK;
    ContentCodings codings;
    /** Creates the download to a file; null if the body goes to the listener. */
    ResumableDownload.Factory download;
    boolean resume;
    int maxRedirects = 8;
    /** Null for none. */
    RedirectHook redirectHook;
    long timeoutNanos;
    double stallTimeout;
    /** Null for no jar, and in the browser, which has its own. */
    CookieJar cookieJar;
    /** Null for no retries. TeaVM then leaves the class out of programs that set no policy. */
    Backoff backoff;
    TLSOptions tlsOptions;
    ClientSettings client = ClientSettings.NONE;

    Settings(ContentCodings codings) {
        this.codings = codings;
    }

    Settings copy() {
        Settings copy = new Settings(codings);
        copy.acceptGzip = acceptGzip;
        copy.bodySizeLimit = bodySizeLimit;
        copy.downloadChunkSize = downloadChunkSize;
        copy.download = download;
        copy.resume = resume;
        copy.maxRedirects = maxRedirects;
        copy.redirectHook = redirectHook;
        copy.timeoutNanos = timeoutNanos;
        copy.stallTimeout = stallTimeout;
        copy.cookieJar = cookieJar;
        copy.backoff = backoff;
        copy.tlsOptions = tlsOptions;
        copy.client = client;
        return copy;
    }
}
