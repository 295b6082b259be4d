package io.github.pollhttp.request;

import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.cookies.CookieJar;

/** The properties of an HTTPRequest; each request that begins takes a copy of its own. */
final class Settings {
    boolean acceptGzip = true;
    long bodySizeLimit = -1;
    int downloadChunkSize = 64 * 1024;
    /** Null unless the body goes to a file. */
    ResumableDownload.Factory download;
    boolean resume;
    int maxRedirects = 8;
    long timeoutNanos;
    double stallTimeout;
    /** Null for none, and where the platform has its own. */
    CookieJar cookieJar;
    /** Null for no retries, for the same reason. */
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
