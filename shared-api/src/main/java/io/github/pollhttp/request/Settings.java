package io.github.pollhttp.request;

import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.cookies.CookieJar;

/** The settings of an HTTPRequest. Each request takes a copy when it starts. */
final class Settings {
    boolean acceptGzip = true;
    long bodySizeLimit = -1;
    int downloadChunkSize = 64 * 1024;
    /** Creates the download to a file; null if the body goes to the listener. */
    ResumableDownload.Factory download;
    boolean resume;
    int maxRedirects = 8;
    long timeoutNanos;
    double stallTimeout;
    /** Null for no jar, and in the browser, which has its own. */
    CookieJar cookieJar;
    /** Null for no retries. TeaVM then leaves the class out of programs that set no policy. */
    Backoff backoff;
    TLSOptions tlsOptions;
    ClientSettings client = ClientSettings.NONE;

    Settings copy() {
        Settings copy = new Settings();
        copy.acceptGzip = acceptGzip;
        copy.bodySizeLimit = bodySizeLimit;
        copy.downloadChunkSize = downloadChunkSize;
        copy.download = download;
        copy.resume = resume;
        copy.maxRedirects = maxRedirects;
        copy.timeoutNanos = timeoutNanos;
        copy.stallTimeout = stallTimeout;
        copy.cookieJar = cookieJar;
        copy.backoff = backoff;
        copy.tlsOptions = tlsOptions;
        copy.client = client;
        return copy;
    }
}
