package io.github.pollhttp.cookies;

/** The suffixes that can be told without a list. */
final class CommonSuffixes implements PublicSuffixes {
    private static final String SECOND_LEVELS = " ac co com edu gob gov mil ne net nom or org ";

    /** Holds nothing. */
    CommonSuffixes() {}

    @Override
    public boolean isPublicSuffix(String domain) {
        int dot = domain.indexOf('.');
        if (dot < 0) {
            return true; // the list's own rule where none fits: "*"
        }
        boolean country = domain.length() - dot == 3 && dot == domain.lastIndexOf('.');
        return country && SECOND_LEVELS.contains(" " + domain.substring(0, dot) + " ");
    }
}
