package io.github.pollhttp.cookies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;

/** Stores, selects and removes cookies (RFC 6265bis section 5.7). Synchronized, because requests on several threads can share a jar. */
final class MemoryCookieJar implements CookieJar {
    static final int MAX_PER_DOMAIN = 50;
    static final int MAX_IN_TOTAL = 3000;

    private final PublicSuffixes publicSuffixes;
    private final LongSupplier clock;

    /** The least recently used cookie is the first. */
    private final Map<Key, Stored> stored = new LinkedHashMap<>();
    private long created;

    /** A cookie replaces an earlier one with the same key. */
    private record Key(String name, String domain, boolean hostOnly, String path) {
        static Key of(Cookie cookie) {
            return new Key(cookie.name(), cookie.domain(), cookie.hostOnly(), cookie.path());
        }
    }

    /** @param number the position in the order of creation */
    private record Stored(Cookie cookie, long number) {}

    /**
     * @param publicSuffixes the domains for which servers cannot set cookies
     * @param clock          the time of day, in milliseconds since 1970
     */
    MemoryCookieJar(PublicSuffixes publicSuffixes, LongSupplier clock) {
        this.publicSuffixes = Objects.requireNonNull(publicSuffixes, "publicSuffixes");
        this.clock = clock;
    }

    private static RequestUrl parsed(String url) {
        try {
            return RequestUrl.parse(url);
        } catch (RejectionException e) {
            throw new IllegalArgumentException(e.message(), e);
        }
    }

    // Storing

    @Override
    public synchronized void store(String url, List<String> setCookies) {
        if (setCookies.isEmpty()) {
            return;
        }
        long now = clock.getAsLong();
        RequestUrl from = parsed(url);
        for (String line : setCookies) {
            SetCookie set = SetCookie.parse(line, now);
            Cookie cookie = set == null ? null : acceptable(set, from);
            if (cookie != null) {
                put(cookie);
            }
        }
        discardExpired(now);
        discardOverflow();
    }

    private void put(Cookie cookie) {
        Stored old = stored.remove(Key.of(cookie));
        stored.put(Key.of(cookie), new Stored(cookie, old == null ? created++ : old.number()));
    }

    /** @return the cookie, or null if this server cannot set it */
    private @Nullable Cookie acceptable(SetCookie set, RequestUrl from) {
        String host = from.origin().host();
        boolean tls = from.origin().tls();
        String domain = set.domain.equals(host) && publicSuffixes.isPublicSuffix(host) ? "" : set.domain;
        boolean hostOnly = domain.isEmpty();
        if (!hostOnly && (!isName(domain) || publicSuffixes.isPublicSuffix(domain) || !isWithin(from, domain))) {
            return null;
        }
        if (set.secure && !tls || set.sameSite.equals("None") && !set.secure || !meetsPrefixRules(set, hostOnly)) {
            return null;
        }
        Cookie cookie = new Cookie(set.name, set.value, hostOnly ? host : domain, hostOnly,
                set.path.isEmpty() ? defaultPath(from) : set.path, set.expires, set.secure, set.httpOnly,
                set.sameSite);
        return !tls && wouldHideSecureOne(cookie) ? null : cookie;
    }

    /** Checks the rules of the name prefixes (RFC 6265bis section 4.1.3). The value of a cookie without a name must not look like a prefix. */
    private static boolean meetsPrefixRules(SetCookie set, boolean hostOnly) {
        String name = set.name.isEmpty() ? set.value : set.name;
        boolean forHost = Ascii.startsWith(name, "__Host-");
        boolean forSecure = Ascii.startsWith(name, "__Secure-");
        if (set.name.isEmpty()) {
            return !forHost && !forSecure;
        }
        return !(forHost || forSecure) || set.secure && (forSecure || hostOnly && set.path.equals("/"));
    }

    /** A cookie that was set over http must not hide one that was set over https, because http can be manipulated. */
    private boolean wouldHideSecureOne(Cookie cookie) {
        for (Stored each : stored.values()) {
            Cookie old = each.cookie();
            if (old.secure() && old.name().equals(cookie.name()) && isPathWithin(cookie.path(), old.path())
                    && (isBelow(cookie.domain(), old.domain()) || isBelow(old.domain(), cookie.domain()))) {
                return true;
            }
        }
        return false;
    }

    /** The default path of RFC 6265bis section 5.1.4. */
    private static String defaultPath(RequestUrl url) {
        String path = path(url);
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    private static String path(RequestUrl url) {
        int query = url.target().indexOf('?');
        return query < 0 ? url.target() : url.target().substring(0, query);
    }

    /** Rejects a dot at the end, because a public suffix with such a dot is not in the list. */
    private static boolean isName(String domain) {
        for (int i = 0; i < domain.length(); i++) {
            if (domain.charAt(i) >= 0x80) {
                return false;
            }
        }
        return !domain.startsWith(".") && !domain.endsWith(".");
    }

    // Matching

    /** Domain matching of RFC 6265bis section 5.1.3. A literal address matches only itself. */
    private static boolean isWithin(RequestUrl url, String domain) {
        String host = url.origin().host();
        return host.equals(domain) || !url.origin().isLiteral() && isBelow(host, domain);
    }

    private static boolean isBelow(String host, String domain) {
        int start = host.length() - domain.length();
        return host.equals(domain) || start > 0 && host.charAt(start - 1) == '.' && host.endsWith(domain);
    }

    /** Path matching of RFC 6265bis section 5.1.4. */
    private static boolean isPathWithin(String path, String above) {
        return path.startsWith(above)
                && (path.length() == above.length() || above.endsWith("/") || path.charAt(above.length()) == '/');
    }

    private static boolean isFor(Cookie cookie, RequestUrl url) {
        boolean host = cookie.hostOnly()
                ? url.origin().host().equals(cookie.domain())
                : isWithin(url, cookie.domain());
        return host && isPathWithin(path(url), cookie.path()) && (!cookie.secure() || url.origin().tls());
    }

    // Reading

    @Override
    public synchronized String cookiesFor(String url) {
        RequestUrl target = parsed(url);
        discardExpired(clock.getAsLong());
        List<Stored> found = new ArrayList<>();
        for (Stored each : stored.values()) {
            if (isFor(each.cookie(), target)) {
                found.add(each);
            }
        }
        found.sort(MemoryCookieJar::longestPathFirst);
        StringBuilder line = new StringBuilder();
        for (Stored each : found) {
            Cookie cookie = each.cookie();
            stored.remove(Key.of(cookie));
            stored.put(Key.of(cookie), each);
            line.append(line.length() > 0 ? "; " : "").append(cookie.name()).append(cookie.name().isEmpty() ? "" : "=")
                    .append(cookie.value());
        }
        return line.toString();
    }

    private static int longestPathFirst(Stored one, Stored other) {
        int byPath = other.cookie().path().length() - one.cookie().path().length();
        return byPath != 0 ? byPath : Long.compare(one.number(), other.number());
    }

    @Override
    public synchronized List<Cookie> cookies() {
        discardExpired(clock.getAsLong());
        List<Stored> all = new ArrayList<>(stored.values());
        all.sort((one, other) -> Long.compare(one.number(), other.number()));
        List<Cookie> cookies = new ArrayList<>();
        for (Stored each : all) {
            cookies.add(each.cookie());
        }
        return cookies;
    }

    @Override
    public synchronized void add(Cookie cookie) {
        put(cookie);
        discardOverflow();
    }

    @Override
    public synchronized void clear() {
        stored.clear();
    }

    // Discarding

    private void discardExpired(long now) {
        stored.values().removeIf(each -> each.cookie().expires() <= now);
    }

    /** Called once per response, so that a response with many cookies costs no more than one with few. */
    private void discardOverflow() {
        if (stored.size() <= MAX_PER_DOMAIN) {
            return;
        }
        Map<String, Integer> ofDomain = new HashMap<>();
        for (Stored each : stored.values()) {
            ofDomain.merge(each.cookie().domain(), 1, Integer::sum);
        }
        discardOverflowOfDomains(ofDomain, false);
        discardOverflowOfDomains(ofDomain, true);
        Iterator<Stored> oldest = stored.values().iterator();
        while (stored.size() > MAX_IN_TOTAL) {
            oldest.next();
            oldest.remove();
        }
    }

    /** Removes cookies that are not secure first (RFC 6265bis section 5.7). */
    private void discardOverflowOfDomains(Map<String, Integer> ofDomain, boolean secure) {
        stored.values().removeIf(each -> {
            String domain = each.cookie().domain();
            int count = ofDomain.getOrDefault(domain, 0);
            boolean removed = count > MAX_PER_DOMAIN && each.cookie().secure() == secure;
            if (removed) {
                ofDomain.put(domain, count - 1);
            }
            return removed;
        });
    }
}
