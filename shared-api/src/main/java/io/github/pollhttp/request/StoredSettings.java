package io.github.pollhttp.request;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.pollhttp.ErrorCode;
import io.github.pollhttp.HTTPClient;
import io.github.pollhttp.TLSOptions;
import io.github.pollhttp.WebOptions;
import io.github.pollhttp.cookies.CookieJar;
import io.github.pollhttp.internal.Proxy;
import io.github.pollhttp.spi.BackgroundWork;
import io.github.pollhttp.spi.Rejection;
import io.github.pollhttp.spi.RequestPlatform;

/** Checks the values that the program sets, and stores them in {@link Settings}. */
class StoredSettings implements RequestSettings {
    private static final int SMALLEST_CHUNK = 256;
    private static final int LARGEST_CHUNK = 16 * 1024 * 1024;
    static final double NANOS = 1e9;
    // The defaults of HTTPClient
    private static final double CONNECT_SECONDS = 30;
    private static final double IDLE_SECONDS = 60;

    final RequestPlatform platform;
    private Settings settings;

    /** Whether a request uses {@link #settings}, so that a change needs a copy. */
    private boolean inUse;
    private String downloadFile = "";
    /** Null for none. */
    private RetryPolicy retryPolicy;
    private double timeout;
    /** Starts a request on a thread, and returns false if there is none. Null to step requests in polls. */
    private Predicate<BackgroundWork> threads;
    private Rejection rejection;

    StoredSettings(RequestPlatform platform) {
        this.platform = platform;
        settings = new Settings();
        settings.clientSide = platform.unlessBuiltIn(
                () -> new ClientSide.Factory(new RequestCodings(platform, true, Settings.DEFAULT_CHUNK), null));
    }

    /** @return the settings for a request that begins now. They stay as they are, because the next change makes a copy */
    Settings settingsOfRequest() {
        inUse = true;
        return settings;
    }

    private Settings change() {
        if (inUse) {
            settings = settings.copy();
            inUse = false;
        }
        return settings;
    }

    @Override
    public void setAcceptGzip(boolean enabled) {
        change().acceptGzip = enabled;
        useCodings();
    }

    @Override
    public boolean isAcceptingGzip() {
        return settings.acceptGzip;
    }

    @Override
    public void setBodySizeLimit(long bytes) {
        if (bytes < -1) {
            throw new IllegalArgumentException(
                    "The body size limit is " + bytes + ". Use 0 or more, or -1 for no limit.");
        }
        change().bodySizeLimit = bytes;
        settings.announcedLimit = bytes < 0 ? null : new AnnouncedLimit(settings.bodySizeLimit(MemorySink.LARGEST));
    }

    @Override
    public long getBodySizeLimit() {
        return settings.bodySizeLimit;
    }

    @Override
    public void setDownloadChunkSize(int bytes) {
        if (bytes < SMALLEST_CHUNK || bytes > LARGEST_CHUNK) {
            throw new IllegalArgumentException("The download chunk size is " + bytes + ". Use 256 to 16777216.");
        }
        change().downloadChunkSize = bytes;
        settings.perRequest = ClientSettings.with(settings.perRequest, "readChunkSize",
                client -> client.setReadChunkSize(bytes), client -> client.setReadChunkSize(Settings.DEFAULT_CHUNK));
        useCodings();
    }

    private void useCodings() {
        if (settings.clientSide != null) {
            settings.clientSide = settings.clientSide.withCodings(platform, settings.acceptGzip,
                    settings.downloadChunkSize);
        }
    }

    @Override
    public int getDownloadChunkSize() {
        return settings.downloadChunkSize;
    }

    @Override
    public void setDownloadFile(String path) {
        change().download = path.isEmpty()
                ? null
                : (resume, request) -> new ResumableDownload(platform, path, resume, request);
        downloadFile = path;
    }

    @Override
    public String getDownloadFile() {
        return downloadFile;
    }

    @Override
    public void setDownloadResumed(boolean enabled) {
        change().resume = enabled;
    }

    @Override
    public boolean isDownloadResumed() {
        return settings.resume;
    }

    @Override
    public void setMaxRedirects(int redirects) {
        if (redirects < -1) {
            throw new IllegalArgumentException(
                    "The redirect limit is " + redirects + ". Use 0 or more, or -1 for no limit.");
        }
        change().maxRedirects = redirects;
    }

    @Override
    public int getMaxRedirects() {
        return settings.maxRedirects;
    }

    @Override
    public ErrorCode setRedirectHook(RedirectHook hook) {
        rejection = rejectionOf(hook);
        if (rejection != null) {
            return rejection.code();
        }
        change().redirectHook = hook;
        return ErrorCode.OK;
    }

    /** @return why strict portable mode does not allow a request with the hook that is set; null if it does */
    Rejection rejectionOfHook() {
        return rejectionOf(settings.redirectHook);
    }

    private Rejection rejectionOf(RedirectHook hook) {
        return settings.strictMode == null ? null : settings.strictMode.ofHook(hook);
    }

    @Override
    public String getRejection() {
        return rejection == null ? null : rejection.message();
    }

    /** @return builds why the last call was rejected, also after later calls */
    Supplier<String> rejectionMessage() {
        return rejection::message;
    }

    /** @param why why the call is rejected; null if it is not */
    void reject(Rejection why) {
        rejection = why;
    }

    @Override
    public void setTimeout(double seconds) {
        long limit = nanos(seconds);
        change().timeout = limit == 0 ? null : provider -> new TotalTimeout(limit, provider);
        timeout = limit / NANOS;
    }

    @Override
    public double getTimeout() {
        return timeout;
    }

    @Override
    public void setStallTimeout(double seconds) {
        double limit = nanos(seconds) / NANOS;
        double connectLimit = limit == 0 ? CONNECT_SECONDS : Math.min(CONNECT_SECONDS, limit);
        change().stallTimeout = limit;
        settings.perRequest = ClientSettings.with(settings.perRequest, "stallTimeout", client -> {
            client.setConnectTimeout(connectLimit);
            client.setReadTimeout(limit);
        }, client -> {
            client.setConnectTimeout(CONNECT_SECONDS);
            client.setReadTimeout(0);
        });
    }

    @Override
    public double getStallTimeout() {
        return settings.stallTimeout;
    }

    /** @throws IllegalArgumentException if the time is negative or NaN */
    static long nanos(double seconds) {
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException("The time is negative or NaN. Use 0 or more seconds.");
        }
        return (long) Math.ceil(seconds * NANOS);
    }

    @Override
    public void setUseThreads(boolean enabled) {
        threads = enabled ? platform::startRequest : null;
    }

    @Override
    public boolean isUsingThreads() {
        return threads != null;
    }

    Predicate<BackgroundWork> threads() {
        return threads;
    }

    @Override
    public void setRetryPolicy(RetryPolicy policy) {
        retryPolicy = Objects.requireNonNull(policy, "policy");
        Backoff backoff = new Backoff(policy);
        change().retries = provider -> new Retries(backoff, provider);
    }

    @Override
    public RetryPolicy getRetryPolicy() {
        return retryPolicy == null ? RetryPolicy.NONE : retryPolicy;
    }

    @Override
    public void setCookieJar(CookieJar jar) {
        if (change().clientSide != null) {
            settings.clientSide = settings.clientSide.withCookies(jar);
        }
    }

    @Override
    public CookieJar getCookieJar() {
        return settings.clientSide == null ? null : settings.clientSide.cookieJar();
    }

    @Override
    public void setTlsOptions(TLSOptions options) {
        change().tls = options == null ? null : origin -> new OriginTls(origin, options);
    }

    // Settings of the underlying client

    @Override
    public void setHttpProxy(String host, int port) {
        checkProxy(host, port);
        useClientSetting("httpProxy", client -> client.setHttpProxy(host, port),
                client -> client.setHttpProxy("", -1));
    }

    @Override
    public void setHttpsProxy(String host, int port) {
        checkProxy(host, port);
        useClientSetting("httpsProxy", client -> client.setHttpsProxy(host, port),
                client -> client.setHttpsProxy("", -1));
    }

    private void useClientSetting(String name, Consumer<HTTPClient> setting, Consumer<HTTPClient> reset) {
        change().perConnection = ClientSettings.with(settings.perConnection, name, setting, reset);
    }

    private static void checkProxy(String host, int port) {
        if (!host.isEmpty() && port != -1) {
            Proxy.of(host, port);
        }
    }

    @Override
    public void setProxyExclusions(List<String> hosts) {
        List<String> copy = List.copyOf(hosts);
        HTTPClient.create().setProxyExclusions(copy); // only the JVM backend knows the syntax of an entry; throws for a wrong one
        useClientSetting("proxyExclusions", client -> client.setProxyExclusions(copy),
                client -> client.setProxyExclusions(List.of()));
    }

    @Override
    public void setWebOptions(WebOptions options) {
        Objects.requireNonNull(options, "options");
        useClientSetting("webOptions", client -> client.setWebOptions(options),
                client -> client.setWebOptions(WebOptions.DEFAULT));
    }

    @Override
    public void setDiagnosticsEnabled(boolean enabled) {
        useClientSetting("diagnostics", client -> client.setDiagnosticsEnabled(enabled),
                client -> client.setDiagnosticsEnabled(false));
    }

    @Override
    public void setStrictPortable(boolean enabled) {
        StrictRequests mode = enabled ? new StrictRequests() : null;
        change().strictMode = mode;
        useClientSetting("strictPortable",
                mode == null ? client -> client.setStrictPortable(false) : mode::beforeConnect,
                client -> client.setStrictPortable(false));
    }

    @Override
    public void setMaxIdleTime(double seconds) {
        nanos(seconds); // throws for a wrong one
        useClientSetting("maxIdleTime", client -> client.setMaxIdleTime(seconds),
                client -> client.setMaxIdleTime(IDLE_SECONDS));
    }

    @Override
    public void setUploadProgressEnabled(boolean enabled) {
        useClientSetting("uploadProgress", client -> client.setUploadProgressEnabled(enabled),
                client -> client.setUploadProgressEnabled(false));
    }

    // All at once

    @Override
    public RequestSettings copy() {
        StoredSettings copy = new StoredSettings(platform);
        applyTo(copy);
        return copy;
    }

    @Override
    public void applyTo(RequestSettings target) {
        StoredSettings stored = (StoredSettings) target;
        stored.settings = settings;
        stored.inUse = true;
        inUse = true;
        stored.downloadFile = downloadFile;
        stored.timeout = timeout;
        stored.retryPolicy = retryPolicy;
        stored.threads = threads;
    }
}
