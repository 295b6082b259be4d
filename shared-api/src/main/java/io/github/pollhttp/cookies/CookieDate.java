package io.github.pollhttp.cookies;

import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.Decimal;
import io.github.pollhttp.internal.HttpDate;

/** Parses the date of a cookie, whose format is looser than that of other dates in HTTP (RFC 6265bis section 5.1.1). */
final class CookieDate {
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private int secondOfDay = -1;
    private int day = -1;
    private int month = -1;
    private int year = -1;

    private CookieDate() {}

    /** @return seconds since 1970, or {@link HttpDate#NONE} if the text is not a date */
    static long seconds(String text) {
        CookieDate date = new CookieDate();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isDelimiter(text.charAt(i))) {
                if (i > start) {
                    date.take(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return date.seconds();
    }

    private static boolean isDelimiter(char c) {
        return c == '\t' || c >= ' ' && c <= '/' || c >= ';' && c <= '@' || c >= '[' && c <= '`'
                || c >= '{' && c <= '~';
    }

    /**
     * Tries to read a token as the time, the day, the month and the year, in this order (RFC 6265bis section 5.1.1). Parts that are already known are
     * skipped.
     */
    private void take(String token) {
        int time = secondOfDay < 0 ? time(token) : -1;
        if (time >= 0) {
            secondOfDay = time;
        } else if (day < 0 && digits(token, 0, 2) > 0) {
            day = number(token, 0, digits(token, 0, 2));
        } else if (month < 0 && month(token) > 0) {
            month = month(token);
        } else if (year < 0 && digits(token, 0, 4) >= 2) {
            year = fullYear(number(token, 0, digits(token, 0, 4)));
        }
    }

    private static int month(String token) {
        int at = token.length() < 3 ? -1 : MONTHS.indexOf(Ascii.lower(token.substring(0, 3)));
        return at >= 0 && at % 3 == 0 ? at / 3 + 1 : -1;
    }

    private static int fullYear(int year) {
        return year < 70 ? year + 2000 : year < 100 ? year + 1900 : year;
    }

    /**
     * Parses a time: three numbers of one or two digits, separated by colons. Text after the third number is ignored.
     *
     * @return the second of the day; 86400 for a time out of range, such as 25:00:00; -1 if the token is not a time
     */
    private static int time(String token) {
        int seconds = 0;
        int at = 0;
        boolean inRange = true;
        for (int i = 0; i < 3; i++) {
            int count = digits(token, at, 2);
            if (count == 0) {
                return -1;
            }
            int number = number(token, at, count);
            inRange &= number < (i == 0 ? 24 : 60);
            seconds = seconds * 60 + number;
            at += count;
            if (i < 2 && (at == token.length() || token.charAt(at++) != ':')) {
                return -1;
            }
        }
        return inRange ? seconds : 86_400;
    }

    /** @return the number of digits from an index on; 0 if there are more than allowed */
    private static int digits(String token, int start, int maxDigits) {
        int end = start;
        while (end < token.length() && Decimal.isDigit(token.charAt(end))) {
            end++;
        }
        return end - start > maxDigits ? 0 : end - start;
    }

    private static int number(String token, int start, int digits) {
        return (int) Decimal.parse(token, start, start + digits, 9999);
    }

    private long seconds() {
        if (secondOfDay < 0 || secondOfDay >= 86_400 || month < 0 || year < 1601 || day < 1 || day > daysOfMonth()) {
            return HttpDate.NONE;
        }
        return HttpDate.daysSince1970(year, month, day) * 86_400 + secondOfDay;
    }

    private int daysOfMonth() {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }
}
