package io.github.pollhttp;

import java.util.Objects;

/**
 * How the browser sends requests: members of the Fetch Standard's {@code RequestInit}. Set by {@link HTTPClient#setWebOptions}. The JVM accepts
 * them and ignores them, because it has no browser cookies, no HTTP cache and no page.
 *
 * <p>
 * A request sent with upload progress ({@link HTTPClient#setUploadProgressEnabled}) does not use {@code fetch}. Only {@link Credentials#INCLUDE}
 * applies to it. A browser ignores members that it does not support.
 *
 * <p>
 * Instances are immutable. Begin with the default and change what differs: {@code WebOptions.DEFAULT.withCredentials(Credentials.INCLUDE)}.
 *
 * @param credentials    which requests send cookies and HTTP authentication
 * @param cache          how requests use the browser's HTTP cache
 * @param keepalive      true if a request continues after the page is closed; the bodies of such requests are limited to 64 KiB together
 * @param priority       the priority of requests relative to other requests of the page
 * @param referrerPolicy how much of the page's URL requests send in {@code Referer}
 * @see <a href="https://fetch.spec.whatwg.org/#requestinit">Fetch Standard, RequestInit</a>
 */
public record WebOptions(Credentials credentials, Cache cache, boolean keepalive, Priority priority,
        ReferrerPolicy referrerPolicy) {

    /**
     * Creates options with all members given. Shorter: {@link #DEFAULT} and the {@code with} methods.
     *
     * @param credentials    which requests send cookies and HTTP authentication
     * @param cache          how requests use the browser's HTTP cache
     * @param keepalive      true if a request continues after the page is closed
     * @param priority       the priority of requests relative to other requests of the page
     * @param referrerPolicy how much of the page's URL requests send in {@code Referer}
     * @throws NullPointerException if an argument is null
     */
    public WebOptions {
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(cache, "cache");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(referrerPolicy, "referrerPolicy");
    }

    /** The defaults of {@code fetch}: among others, cookies are sent only to the page's own origin. */
    public static final WebOptions DEFAULT = new WebOptions(Credentials.SAME_ORIGIN, Cache.DEFAULT, false,
            Priority.AUTO,
            ReferrerPolicy.DEFAULT);

    /** Which requests send cookies and HTTP authentication, and store the cookies of responses. */
    public enum Credentials {
        /** Requests to the page's own origin. */
        SAME_ORIGIN("same-origin"),
        /**
         * All requests. A server of another origin must answer with {@code Access-Control-Allow-Credentials: true}, and with the page's origin
         * instead of {@code *} in {@code Access-Control-Allow-Origin}.
         */
        INCLUDE("include"),
        /** No requests, except those sent with upload progress to the page's own origin. */
        OMIT("omit");

        private final String token;

        Credentials(String token) {
            this.token = token;
        }

        /**
         * Returns the value in {@code RequestInit}.
         *
         * @return for example {@code same-origin}
         */
        public String token() {
            return token;
        }
    }

    /** How requests use the browser's HTTP cache. */
    public enum Cache {
        /** Uses a cached response if it is fresh, and asks the server whether a stale one is still valid. */
        DEFAULT("default"),
        /** Neither reads nor writes the cache. */
        NO_STORE("no-store"),
        /** Does not read the cache, but stores the response. */
        RELOAD("reload"),
        /** Asks the server whether a cached response is still valid, even if it is fresh. */
        NO_CACHE("no-cache"),
        /** Uses a cached response, fresh or stale, and asks the server only if there is none. */
        FORCE_CACHE("force-cache");

        private final String token;

        Cache(String token) {
            this.token = token;
        }

        /**
         * Returns the value in {@code RequestInit}.
         *
         * @return for example {@code no-store}
         */
        public String token() {
            return token;
        }
    }

    /** The priority of requests relative to other requests of the page. */
    public enum Priority {
        /** The browser chooses. */
        AUTO("auto"),
        /** Higher than that of other requests. */
        HIGH("high"),
        /** Lower than that of other requests. */
        LOW("low");

        private final String token;

        Priority(String token) {
            this.token = token;
        }

        /**
         * Returns the value in {@code RequestInit}.
         *
         * @return for example {@code high}
         */
        public String token() {
            return token;
        }
    }

    /** How much of the page's URL requests send in {@code Referer} (Referrer Policy, section 3). "Downgrade" is a request from https to http. */
    public enum ReferrerPolicy {
        /** Uses the policy of the page. */
        DEFAULT(""),
        /** Sends no {@code Referer}. */
        NO_REFERRER("no-referrer"),
        /** Sends the URL; nothing on a downgrade. */
        NO_REFERRER_WHEN_DOWNGRADE("no-referrer-when-downgrade"),
        /** Sends the origin. */
        ORIGIN("origin"),
        /** Sends the URL to the page's own origin, and the origin to others. */
        ORIGIN_WHEN_CROSS_ORIGIN("origin-when-cross-origin"),
        /** Sends the URL to the page's own origin, and nothing to others. */
        SAME_ORIGIN("same-origin"),
        /** Sends the origin; nothing on a downgrade. */
        STRICT_ORIGIN("strict-origin"),
        /** Sends the URL to the page's own origin, and the origin to others; nothing on a downgrade. */
        STRICT_ORIGIN_WHEN_CROSS_ORIGIN("strict-origin-when-cross-origin"),
        /** Sends the URL always. */
        UNSAFE_URL("unsafe-url");

        private final String token;

        ReferrerPolicy(String token) {
            this.token = token;
        }

        /**
         * Returns the value in {@code RequestInit}.
         *
         * @return for example {@code no-referrer}
         */
        public String token() {
            return token;
        }
    }

    /**
     * Copies these options with another credentials mode.
     *
     * @param credentials which requests send cookies and HTTP authentication
     * @return the copy
     */
    public WebOptions withCredentials(Credentials credentials) {
        return new WebOptions(credentials, cache, keepalive, priority, referrerPolicy);
    }

    /**
     * Copies these options with another cache mode.
     *
     * @param cache how requests use the browser's HTTP cache
     * @return the copy
     */
    public WebOptions withCache(Cache cache) {
        return new WebOptions(credentials, cache, keepalive, priority, referrerPolicy);
    }

    /**
     * Copies these options with another keepalive flag.
     *
     * @param keepalive true if a request continues after the page is closed
     * @return the copy
     */
    public WebOptions withKeepalive(boolean keepalive) {
        return new WebOptions(credentials, cache, keepalive, priority, referrerPolicy);
    }

    /**
     * Copies these options with another priority.
     *
     * @param priority the priority of requests relative to other requests of the page
     * @return the copy
     */
    public WebOptions withPriority(Priority priority) {
        return new WebOptions(credentials, cache, keepalive, priority, referrerPolicy);
    }

    /**
     * Copies these options with another referrer policy.
     *
     * @param referrerPolicy how much of the page's URL requests send in {@code Referer}
     * @return the copy
     */
    public WebOptions withReferrerPolicy(ReferrerPolicy referrerPolicy) {
        return new WebOptions(credentials, cache, keepalive, priority, referrerPolicy);
    }
}
