package io.github.pollhttp.internal;

import org.jspecify.annotations.Nullable;

/** The URL that relative URLs are resolved against: the one that the program has set, or else that of the platform. */
public final class BaseUrl {
    private final Resolver resolver;
    private @Nullable String base;

    /** Many programs request one URL again and again, so the last one is kept. Null before the first. */
    private @Nullable String lastUrl;
    private @Nullable RequestUrl lastTarget;

    /** Parses URLs: on the JVM {@link RequestUrl}, in the browser the browser. */
    public interface Resolver {
        /**
         * Parses a URL that may be relative.
         *
         * @param url  an absolute URL, or a reference such as {@code levels/1.json}
         * @param base the URL to resolve it against; null for that of the platform
         * @return the absolute URL
         * @throws RejectionException if the result is not a valid http or https URL, or if a reference has no base
         */
        RequestUrl resolve(String url, @Nullable String base) throws RejectionException;
    }

    /**
     * Creates a base that the program has not set.
     *
     * @param resolver parses URLs
     */
    public BaseUrl(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Sets the base of the program.
     *
     * @param url an absolute URL; empty for the platform's base
     * @throws IllegalArgumentException if it is not an absolute http or https URL; the previous base stays
     */
    public void set(String url) {
        if (!url.isEmpty() && !isAbsolute(url)) {
            throw new IllegalArgumentException(
                    "The base URL is not an absolute http:// or https:// URL without user and password.");
        }
        base = url.isEmpty() ? null : url;
        lastUrl = null;
    }

    private boolean isAbsolute(String url) {
        try {
            return RequestUrl.isAbsolute(url) && resolver.resolve(url, null) != null;
        } catch (RejectionException e) {
            return false;
        }
    }

    /**
     * Resolves a URL.
     *
     * @param reference an absolute URL, or a reference such as {@code levels/1.json}
     * @return the absolute URL
     * @throws RejectionException if the result is not a valid http or https URL, or if a reference has no base
     */
    public RequestUrl resolve(String reference) throws RejectionException {
        RequestUrl target = lastTarget;
        if (target == null || !reference.equals(lastUrl)) {
            target = resolver.resolve(reference, base);
            lastTarget = target;
            lastUrl = reference;
        }
        return target;
    }
}
