package io.github.pollhttp;

import java.util.Objects;

/**
 * How a browser sends requests: members of the Fetch Standard's {@code RequestInit}. Accepted and without effect on the JVM, which has no cookies,
 * no cache and no page.
 *
 * <p>
 * Requests that go out with upload progress ({@link HTTPClient#setUploadProgressEnabled}) are no fetches: of all this,
 * {@link Credentials#INCLUDE} alone holds for them. An engine that does not know a member passes over it.
 *
 * <p>
 * An instance is immutable: {@code WebOptions.DEFAULT.withCredentials(Credentials.INCLUDE)}.
 *
 * @param credentials    which requests carry cookies and HTTP authentication
 * @param cache          how the browser's HTTP cache is used
 * @param keepalive      whether the request outlives the page; its body has 64 KiB at most then
 * @param priority       how urgent the request is beside others of the page
 * @param referrerPolicy how much of the page's address goes into {@code Referer}
 * @see <a href="https://fetch.spec.whatwg.org/#requestinit">Fetch Standard, RequestInit</a>
 */
public record WebOptions(Credentials credentials, Cache cache, boolean keepalive, Priority priority,
        ReferrerPolicy referrerPolicy) {

    /**
     * Options of one's own; the copies of {@link #DEFAULT} say the same with fewer words.
     *
     * @param credentials    which requests carry cookies and HTTP authentication
     * @param cache          how the browser's HTTP cache is used
     * @param keepalive      whether the request outlives the page
     * @param priority       how urgent the request is
     * @param referrerPolicy how much of the page's address goes into {@code Referer}
     * @throws NullPointerException if one is null
     */
    public WebOptions {
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(cache, "cache");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(referrerPolicy, "referrerPolicy");
    }

    /** What a browser does for any page, with cookies for the page's own origin alone. */
    public static final WebOptions DEFAULT = new WebOptions(Credentials.SAME_ORIGIN, Cache.DEFAULT, false,
            Priority.AUTO,
            ReferrerPolicy.DEFAULT);

    /** Which requests carry cookies and HTTP authentication. */
    public enum Credentials {
        /** Those to the page's own origin. */
        SAME_ORIGIN("same-origin"),
        /** All; a server of another origin must answer with {@code Access-Control-Allow-Credentials: true} and the origin's name. */
        INCLUDE("include"),
        /** None; those sent with upload progress carry them to the page's own origin nevertheless. */
        OMIT("omit");

        private final String token;

        Credentials(String token) {
            this.token = token;
        }

        /**
         * The Fetch Standard's word.
         *
         * @return such as {@code same-origin}
         */
        public String token() {
            return token;
        }
    }

    /** How the browser's HTTP cache is used. */
    public enum Cache {
        /** Fresh answers from the cache, stale ones after asking the server. */
        DEFAULT("default"),
        /** The cache is neither read nor written. */
        NO_STORE("no-store"),
        /** The cache is written and not read. */
        RELOAD("reload"),
        /** The server is asked before any answer from the cache. */
        NO_CACHE("no-cache"),
        /** Any answer from the cache, stale or not; the server only if there is none. */
        FORCE_CACHE("force-cache");

        private final String token;

        Cache(String token) {
            this.token = token;
        }

        /**
         * The Fetch Standard's word.
         *
         * @return such as {@code no-store}
         */
        public String token() {
            return token;
        }
    }

    /** How urgent a request is beside others of the page. */
    public enum Priority {
        /** As the browser sees fit. */
        AUTO("auto"),
        /** Before others. */
        HIGH("high"),
        /** After others. */
        LOW("low");

        private final String token;

        Priority(String token) {
            this.token = token;
        }

        /**
         * The Fetch Standard's word.
         *
         * @return such as {@code high}
         */
        public String token() {
            return token;
        }
    }

    /** How much of the page's address goes into {@code Referer}. */
    public enum ReferrerPolicy {
        /** The page's own policy. */
        DEFAULT(""),
        /** Nothing. */
        NO_REFERRER("no-referrer"),
        /** Everything, but nothing from https to http. */
        NO_REFERRER_WHEN_DOWNGRADE("no-referrer-when-downgrade"),
        /** The origin. */
        ORIGIN("origin"),
        /** Everything to the page's own origin, the origin to others. */
        ORIGIN_WHEN_CROSS_ORIGIN("origin-when-cross-origin"),
        /** Everything to the page's own origin, nothing to others. */
        SAME_ORIGIN("same-origin"),
        /** The origin, but nothing from https to http. */
        STRICT_ORIGIN("strict-origin"),
        /** Everything to the page's own origin, the origin to others, nothing from https to http. */
        STRICT_ORIGIN_WHEN_CROSS_ORIGIN("strict-origin-when-cross-origin"),
        /** Everything to everyone. */
        UNSAFE_URL("unsafe-url");

        private final String token;

        ReferrerPolicy(String token) {
            this.token = token;
        }

        /**
         * The Fetch Standard's word.
         *
         * @return such as {@code no-referrer}
         */
        public String token() {
            return token;
        }
    }

    /**
     * Copies these options.
     *
     * @param credentials the one thing that is different
     * @return the copy
     */
    public WebOptions withCredentials(Credentials credentials) {
        return new WebOptions(credentials, cache, keepalive, priority, referrerPolicy);
    }

    /**
     * Copies these options.
     *
     * @param cache the one thing that is different
     * @return the copy
     */
    public WebOptions withCache(Cache cache) {
        return new WebOptions(credentials, cache, keepalive, priority, referrerPolicy);
    }

    /**
     * Copies these options.
     *
     * @param keepalive the one thing that is different
     * @return the copy
     */
    public WebOptions withKeepalive(boolean keepalive) {
        return new WebOptions(credentials, cache, keepalive, priority, referrerPolicy);
    }

    /**
     * Copies these options.
     *
     * @param priority the one thing that is different
     * @return the copy
     */
    public WebOptions withPriority(Priority priority) {
        return new WebOptions(credentials, cache, keepalive, priority, referrerPolicy);
    }

    /**
     * Copies these options.
     *
     * @param referrerPolicy the one thing that is different
     * @return the copy
     */
    public WebOptions withReferrerPolicy(ReferrerPolicy referrerPolicy) {
        return new WebOptions(credentials, cache, keepalive, priority, referrerPolicy);
    }
}
