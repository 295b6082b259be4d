package io.github.pollhttp.cookies;

import java.util.HashSet;
import java.util.Set;

import io.github.pollhttp.internal.Ascii;

/** The rules and the matching algorithm of the Public Suffix List. */
final class SuffixRules implements PublicSuffixes {
    private final Set<String> rules = new HashSet<>();

    /** @param lines the lines of the list; a rule ends at the first white space */
    SuffixRules(Iterable<String> lines) {
        for (String line : lines) {
            int end = 0;
            while (end < line.length() && line.charAt(end) > ' ') {
                end++;
            }
            if (end > 0 && !line.startsWith("//")) {
                rules.add(Punycode.domain(Ascii.lower(line.substring(0, end))));
            }
        }
    }

    @Override
    public boolean isPublicSuffix(String domain) {
        if (rules.contains("!" + domain)) {
            return false;
        }
        int dot = domain.indexOf('.');
        return dot < 0 || rules.contains(domain) || rules.contains("*" + domain.substring(dot));
    }
}
