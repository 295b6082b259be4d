package io.github.pollhttp.cookies;

/**
 * Tells the domains under which strangers have names of their own, such as {@code com} and {@code co.uk}: a cookie for one of them would be sent to
 * all of these strangers.
 *
 * <p>
 * The whole truth is the Public Suffix List, which changes every week and is 240 KB large under a licence of its own. So it is not in here. A game
 * that talks to its own servers does well with {@link #COMMON}; a program that follows links to anywhere brings the list, through {@link #of}.
 *
 * @see <a href="https://publicsuffix.org/">The Public Suffix List</a>
 */
@FunctionalInterface
public interface PublicSuffixes {
    /**
     * A rule without a list: a domain without a dot is public, and so is a usual name under a country ({@code co.uk}, {@code com.au},
     * {@code ne.jp}: ac, co, com, edu, gob, gov, mil, ne, net, nom, or, org under two letters). It misses what companies let ({@code github.io}) and what some
     * countries do otherwise ({@code city.kawasaki.jp}); and a name such as {@code com.de} that somebody owns keeps its cookies to itself.
     */
    PublicSuffixes COMMON = new CommonSuffixes();

    /**
     * Whether strangers have names under a domain.
     *
     * @param domain small letters, no dot at its ends
     * @return true if no cookie may be set for it, except by a host of that very name for itself
     */
    boolean isPublicSuffix(String domain);

    /**
     * Reads rules in the format of the Public Suffix List: a rule a line, {@code *} for any one label, {@code !} before an exception; empty lines and
     * those that begin with {@code //} are passed over. Where no rule fits, a domain without a dot is public.
     *
     * @param lines the list. Names beyond ASCII are understood as the list writes them
     * @return the rules; they share nothing with the lines
     */
    static PublicSuffixes of(Iterable<String> lines) {
        return new SuffixRules(lines);
    }
}
