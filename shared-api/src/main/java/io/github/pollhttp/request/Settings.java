package io.github.pollhttp.request;

/**
 * The settings of an HTTPRequest. They do not change while a request uses them. An optional part of a request is a factory that is null until the
 * program asks for the part, so that TeaVM leaves it out of other programs.
 */
final class Settings {
    static final int DEFAULT_CHUNK = 64 * 1024;

    /** Null if the platform has these parts built in, as browsers do. */
    ClientSide.Factory clientSide;
    boolean acceptGzip = true;
    long bodySizeLimit = -1;
    /** Null without a limit of the program. */
    AnnouncedLimit announcedLimit;
    int downloadChunkSize = DEFAULT_CHUNK;
    /** Null if the body goes to the listener. */
    ResumableDownload.Factory download;
    boolean resume;
    int maxRedirects = 8;
    /** Null for none. */
    RedirectHook redirectHook;
    /** Null for no timeout. */
    TotalTimeout.Factory timeout;
    double stallTimeout;
    /** Null without a retry policy. */
    Retries.Factory retries;
    /** Null for the defaults. */
    OriginTls.Factory tls;
    /** Settings that take effect with the next request. Null for none. */
    ClientSettings perRequest;
    /** Settings that take effect with the next connection. Null for none. */
    ClientSettings perConnection;
    /** Null unless strict portable mode is on. */
    StrictRequests strictMode;

    /** @return the size limit for a body that goes to a place with this limit, in bytes */
    long bodySizeLimit(long limitOfPlace) {
        return bodySizeLimit < 0 ? limitOfPlace : Math.min(limitOfPlace, bodySizeLimit);
    }

    /** @throws RequestFailure if a body of this number of bytes is too large */
    void checkBodySize(long bytes, long limitOfPlace) throws RequestFailure {
        long limit = bodySizeLimit(limitOfPlace);
        if (bytes > limit) {
            throw new RequestFailure(BasicWhy.tooLarge(limit));
        }
    }

    Settings copy() {
        Settings copy = new Settings();
        copy.clientSide = clientSide;
        copy.acceptGzip = acceptGzip;
        copy.bodySizeLimit = bodySizeLimit;
        copy.announcedLimit = announcedLimit;
        copy.downloadChunkSize = downloadChunkSize;
        copy.download = download;
        copy.resume = resume;
        copy.maxRedirects = maxRedirects;
        copy.redirectHook = redirectHook;
        copy.timeout = timeout;
        copy.stallTimeout = stallTimeout;
        copy.retries = retries;
        copy.tls = tls;
        copy.perRequest = perRequest;
        copy.perConnection = perConnection;
        copy.strictMode = strictMode;
        return copy;
    }
}
