package io.github.pollhttp.internal;

/**
 * Parses HTTP dates in the three forms that a recipient must accept (RFC 9110 section 5.6.7). {@code java.time} is not used, because it brings 300 KB
 * into a TeaVM bundle.
 */
public final class HttpDate {
    /** The result for text that is not a date. */
    public static final long NONE = Long.MIN_VALUE;
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private int day = -1;
    private int month = -1;
    private int year = -1;
    private int secondOfDay = -1;

    private HttpDate() {}

    /**
     * Parses a date.
     *
     * @param text the value of a header field
     * @return seconds since 1970 (UTC), or {@link #NONE} if the text is not a date
     */
    public static long seconds(String text) {
        HttpDate date = new HttpDate();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || " ,-".indexOf(text.charAt(i)) >= 0) {
                date.take(text.substring(start, i));
                start = i + 1;
            }
        }
        return date.seconds();
    }

    /** Takes the next word. The three forms differ in their order, but in all of them the day is the first number and the year the second. */
    private void take(String word) {
        if (word.length() == 8 && word.charAt(2) == ':' && word.charAt(5) == ':') {
            int hour = number(word.substring(0, 2));
            int minute = number(word.substring(3, 5));
            int second = number(word.substring(6));
            boolean right = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
            secondOfDay = right ? hour * 3600 + minute * 60 + second : -1;
        } else if (number(word) >= 0) {
            if (day < 0) {
                day = number(word);
            } else {
                year = fullYear(number(word), word.length());
            }
        } else if (word.length() == 3 && month < 0) {
            int at = MONTHS.indexOf(Ascii.lower(word));
            month = at >= 0 && at % 3 == 0 ? at / 3 + 1 : -1;
        }
    }

    /** A year of the RFC 850 form has two digits. The century follows RFC 6265 section 5.1.1. */
    private static int fullYear(int year, int digits) {
        return digits > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    /** @return the number of one to four digits, or -1 if the word is something else */
    private static int number(String word) {
        return word.length() > 4 ? -1 : (int) Decimal.parse(word, 9999);
    }

    private long seconds() {
        if (day < 1 || day > 31 || month < 0 || year < 1601 || secondOfDay < 0) {
            return NONE;
        }
        return daysSince1970(year, month, day) * 86_400 + secondOfDay;
    }

    /**
     * Returns the days between 1 January 1970 and a date of the (proleptic) Gregorian calendar.
     *
     * @param year  the year, 1 or greater
     * @param month 1 to 12
     * @param day   1 to 31
     * @return the number of days, negative before 1970
     */
    public static long daysSince1970(int year, int month, int day) {
        // Counts years from March, so that the leap day is the last day. There are 719468 days from 1 March of year 0 to 1 January 1970.
        int marchYear = month > 2 ? year : year - 1;
        int marchMonth = month > 2 ? month - 3 : month + 9;
        return 365L * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + (153 * marchMonth + 2) / 5
                + day - 1 - 719_468;
    }
}
