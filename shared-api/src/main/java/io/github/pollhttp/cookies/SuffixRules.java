package io.github.pollhttp.cookies;

import java.util.HashSet;
import java.util.Set;

import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.Punycode;

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
                rules.add(encoded(Ascii.lower(line.substring(0, end))));
            }
        }
    }

    /** The list has names in all scripts. They need no mapping, because the list has them in their mapped form. */
    private static String encoded(String rule) {
        StringBuilder output = new StringBuilder(rule.length());
        int start = 0;
        while (start <= rule.length()) {
            int dot = rule.indexOf('.', start);
            int end = dot < 0 ? rule.length() : dot;
            String label = rule.substring(start, end);
            output.append(start > 0 ? "." : "").append(Ascii.isAscii(label) ? label : "xn--" + Punycode.encode(label));
            start = end + 1;
        }
        return output.toString();
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
