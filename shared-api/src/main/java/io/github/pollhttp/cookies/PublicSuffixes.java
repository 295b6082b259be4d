package io.github.pollhttp.cookies;

/**
 * Recognises public suffixes: domains under which anyone can register a name, such as {@code com} and {@code co.uk}. A cookie for a public suffix would be
 * sent to servers of unrelated owners, so a {@link CookieJar} rejects it.
 *
 * <p>
 * The complete list is the Public Suffix List. This library does not contain it, because it has 240 KB, changes every week and has a licence of its own.
 * {@link #COMMON} is enough for a game that contacts its own servers. A program that follows arbitrary links should load the list with {@link #of}.
 *
 * @see <a href="https://publicsuffix.org/">The Public Suffix List</a>
 */
@FunctionalInterface
public interface PublicSuffixes {
    /**
     * A rule that needs no list. A domain without a dot is a public suffix, and so is one of the names ac, co, com, edu, gob, gov, mil, ne, net, nom, or
     * and org under a top-level domain of two letters, such as {@code co.uk}, {@code com.au} and {@code ne.jp}.
     *
     * <p>
     * The rule misses the suffixes of companies, such as {@code github.io}, and unusual suffixes of countries, such as {@code city.kawasaki.jp}. It also
     * counts a registered name such as {@code com.de} as a suffix; cookies of that host are then not sent to its subdomains.
     */
    PublicSuffixes COMMON = new CommonSuffixes();

    /**
     * Returns whether a domain is a public suffix.
     *
     * @param domain the domain in lower case, without a dot at its beginning or end
     * @return true if no cookie can be set for this domain, except by the host of this name for itself alone
     */
    boolean isPublicSuffix(String domain);

    /**
     * Reads rules in the format of the Public Suffix List: one rule per line, {@code *} for any single label, {@code !} before an exception. Empty lines
     * and lines that begin with {@code //} are ignored. If no rule matches, a domain without a dot is a public suffix.
     *
     * @param lines the lines of the list; names beyond ASCII are converted to Punycode
     * @return the rules, independent of the lines
     */
    static PublicSuffixes of(Iterable<String> lines) {
        return new SuffixRules(lines);
    }
}
