package io.github.pollhttp.cookies;

/** Recognises the most common public suffixes without a list. */
final class CommonSuffixes implements PublicSuffixes {
    private static final String SECOND_LEVELS = " ac co com edu gob gov mil ne net nom or org ";

    CommonSuffixes() {}

    @Override
    public boolean isPublicSuffix(String domain) {
        int dot = domain.indexOf('.');
        if (dot < 0) {
            return true; // the default rule "*" of the Public Suffix List
        }
        boolean country = domain.length() - dot == 3 && dot == domain.lastIndexOf('.');
        return country && SECOND_LEVELS.contains(" " + domain.substring(0, dot) + " ");
    }
}
