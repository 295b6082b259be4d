package io.github.pollhttp.cookies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.RejectionException;
import io.github.pollhttp.internal.RequestUrl;

/** Which cookies are kept, for how long, and who gets them (RFC 6265bis section 5.7). Locked, for requests may run on threads. */
final class MemoryCookieJar implements CookieJar {
    static final int MOST_OF_A_DOMAIN = 50;
    static final int MOST_IN_ALL = 3000;

    private final PublicSuffixes publicSuffixes;
    private final LongSupplier clock;

    /** The one that was not used for the longest time is the first. */
    private final Map<Key, Kept> kept = new LinkedHashMap<>();
    private long created;

    /** Of two cookies with the same one, the later replaces the earlier. */
    private record Key(String name, String domain, boolean hostOnly, String path) {
        static Key of(Cookie cookie) {
            return new Key(cookie.name(), cookie.domain(), cookie.hostOnly(), cookie.path());
        }
    }

    /** @param number counts the cookies as they were created */
    private record Kept(Cookie cookie, long number) {}

    /**
     * An empty jar.
     *
     * @param publicSuffixes the domains that no cookie may be set for
     * @param clock          milliseconds since 1970
     */
    MemoryCookieJar(PublicSuffixes publicSuffixes, LongSupplier clock) {
        this.publicSuffixes = Objects.requireNonNull(publicSuffixes, "publicSuffixes");
        this.clock = clock;
    }

    private static RequestUrl parsed(String url) {
        try {
            return RequestUrl.parse(url);
        } catch (RejectionException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    // Taking

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
        Kept old = kept.remove(Key.of(cookie));
        kept.put(Key.of(cookie), new Kept(cookie, old == null ? created++ : old.number()));
    }

    /** @return null for one that this server may not set */
    private Cookie acceptable(SetCookie set, RequestUrl from) {
        String host = from.origin().host();
        boolean tls = from.origin().tls();
        String domain = set.domain.equals(host) && publicSuffixes.isPublicSuffix(host) ? "" : set.domain;
        boolean hostOnly = domain.isEmpty();
        if (!hostOnly && (!isName(domain) || publicSuffixes.isPublicSuffix(domain) || !isWithin(from, domain))) {
            return null;
        }
        if (set.secure && !tls || set.sameSite.equals("None") && !set.secure || !deservesPrefix(set, hostOnly)) {
            return null;
        }
        Cookie cookie = new Cookie(set.name, set.value, hostOnly ? host : domain, hostOnly,
                set.path.isEmpty() ? defaultPath(from) : set.path, set.expires, set.secure, set.httpOnly,
                set.sameSite);
        return !tls && wouldHideSecureOne(cookie) ? null : cookie;
    }

    /** RFC 6265bis section 4.1.3; a nameless one could pretend to have a prefix. */
    private static boolean deservesPrefix(SetCookie set, boolean hostOnly) {
        String name = set.name.isEmpty() ? set.value : set.name;
        boolean forHost = Ascii.startsWith(name, "__Host-");
        boolean forSecure = Ascii.startsWith(name, "__Secure-");
        if (set.name.isEmpty()) {
            return !forHost && !forSecure;
        }
        return !(forHost || forSecure) || set.secure && (forSecure || hostOnly && set.path.equals("/"));
    }

    /** Who can write over http must not take the place of what came over https. */
    private boolean wouldHideSecureOne(Cookie cookie) {
        for (Kept each : kept.values()) {
            Cookie old = each.cookie();
            if (old.secure() && old.name().equals(cookie.name()) && isPathWithin(cookie.path(), old.path())
                    && (isBelow(cookie.domain(), old.domain()) || isBelow(old.domain(), cookie.domain()))) {
                return true;
            }
        }
        return false;
    }

    /** RFC 6265bis section 5.1.4. */
    private static String defaultPath(RequestUrl url) {
        String path = path(url);
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    private static String path(RequestUrl url) {
        int query = url.target().indexOf('?');
        return query < 0 ? url.target() : url.target().substring(0, query);
    }

    /** A dot at the end would hide a public suffix from the list. */
    private static boolean isName(String domain) {
        for (int i = 0; i < domain.length(); i++) {
            if (domain.charAt(i) >= 0x80) {
                return false;
            }
        }
        return !domain.startsWith(".") && !domain.endsWith(".");
    }

    // Matching

    /** RFC 6265bis section 5.1.3: an address has nothing above it. */
    private static boolean isWithin(RequestUrl url, String domain) {
        String host = url.origin().host();
        return host.equals(domain) || !url.origin().isLiteral() && isBelow(host, domain);
    }

    private static boolean isBelow(String host, String domain) {
        int start = host.length() - domain.length();
        return host.equals(domain) || start > 0 && host.charAt(start - 1) == '.' && host.endsWith(domain);
    }

    /** RFC 6265bis section 5.1.4. */
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

    // Giving

    @Override
    public synchronized String cookiesFor(String url) {
        RequestUrl target = parsed(url);
        discardExpired(clock.getAsLong());
        List<Kept> found = new ArrayList<>();
        for (Kept each : kept.values()) {
            if (isFor(each.cookie(), target)) {
                found.add(each);
            }
        }
        found.sort(MemoryCookieJar::longestPathFirst);
        StringBuilder line = new StringBuilder();
        for (Kept each : found) {
            Cookie cookie = each.cookie();
            kept.remove(Key.of(cookie));
            kept.put(Key.of(cookie), each);
            line.append(line.length() > 0 ? "; " : "").append(cookie.name()).append(cookie.name().isEmpty() ? "" : "=")
                    .append(cookie.value());
        }
        return line.toString();
    }

    private static int longestPathFirst(Kept one, Kept other) {
        int byPath = other.cookie().path().length() - one.cookie().path().length();
        return byPath != 0 ? byPath : Long.compare(one.number(), other.number());
    }

    @Override
    public synchronized List<Cookie> cookies() {
        discardExpired(clock.getAsLong());
        List<Kept> all = new ArrayList<>(kept.values());
        all.sort((one, other) -> Long.compare(one.number(), other.number()));
        List<Cookie> cookies = new ArrayList<>();
        for (Kept each : all) {
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
        kept.clear();
    }

    // Discarding

    private void discardExpired(long now) {
        kept.values().removeIf(each -> each.cookie().expires() <= now);
    }

    /** Once for each response, so that one of many cookies costs no more than one of few. */
    private void discardOverflow() {
        if (kept.size() <= MOST_OF_A_DOMAIN) {
            return;
        }
        Map<String, Integer> ofDomain = new HashMap<>();
        for (Kept each : kept.values()) {
            ofDomain.merge(each.cookie().domain(), 1, Integer::sum);
        }
        discardOverflowOfDomains(ofDomain, false);
        discardOverflowOfDomains(ofDomain, true);
        Iterator<Kept> oldest = kept.values().iterator();
        while (kept.size() > MOST_IN_ALL) {
            oldest.next();
            oldest.remove();
        }
    }

    /** RFC 6265bis section 5.7: those that are not secure go first. */
    private void discardOverflowOfDomains(Map<String, Integer> ofDomain, boolean secure) {
        kept.values().removeIf(each -> {
            String domain = each.cookie().domain();
            int count = ofDomain.get(domain);
            boolean goes = count > MOST_OF_A_DOMAIN && each.cookie().secure() == secure;
            if (goes) {
                ofDomain.put(domain, count - 1);
            }
            return goes;
        });
    }
}
