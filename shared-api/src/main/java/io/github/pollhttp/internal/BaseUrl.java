package io.github.pollhttp.internal;

import java.util.function.Supplier;

/** The URL that relative URLs are resolved against: the one that the program has set, or else that of the platform. */
public final class BaseUrl {
    private final Supplier<String> ofPlatform;
    private RequestUrl url;

    /**
     * Creates a base that the program has not set.
     *
     * @param ofPlatform returns the platform's base, or null if it has none; called only for a relative URL without a base of the program
     */
    public BaseUrl(Supplier<String> ofPlatform) {
        this.ofPlatform = ofPlatform;
    }

    /**
     * Sets the base of the program.
     *
     * @param base an absolute URL; empty for the platform's base
     * @throws IllegalArgumentException if it is not an absolute http or https URL; the previous base stays
     */
    public void set(String base) {
        try {
            url = base.isEmpty() ? null : RequestUrl.parse(base);
        } catch (RejectionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
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
        if (RequestUrl.isAbsolute(reference)) {
            return RequestUrl.parse(reference);
        }
        String platformUrl = url == null ? ofPlatform.get() : null;
        return RequestUrl.parse(reference, platformUrl == null ? url : RequestUrl.parse(platformUrl));
    }
}
