package io.github.pollhttp.jvm.idna;

import java.text.Normalizer;
import java.text.Normalizer.Form;

import io.github.pollhttp.internal.Ascii;
import io.github.pollhttp.internal.RejectionException;

/**
 * What UTS #46 does with each code point. Its table is, but for the exceptions here, case folding and NFKC of what the JDK's version of Unicode
 * defines, so none of it has to be kept here.
 */
final class CodePoints {
    static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int SHARP_S = 0xDF;
    private static final int CAPITAL_SHARP_S = 0x1E9E;
    private static final int FINAL_SIGMA = 0x3C2;
    private static final int DOTLESS_I = 0x131;
    private static final int CAPITAL_I_WITH_DOT = 0x130;

    /** The ideographic, the fullwidth and the halfwidth full stop: each separates labels. */
    private static final String FULL_STOPS = "\u3002\uFF0E\uFF61";

    /** Status "ignored": pairs of first and last. */
    private static final int[] IGNORED = {0xAD, 0xAD, 0x34F, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180D,
            0x180F,
            0x180F, 0x200B, 0x200B, 0x2060, 0x2060, 0x2064, 0x2064, 0x3164, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF,
            0xFFA0,
            0xFFA0, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0100, 0xE01EF};

    /** Status "disallowed", where the general category does not say it: space of Ogham, soft hyphen of Mongolian, ideographic description, specials. */
    private static final int[] DISALLOWED = {0x1680, 0x1680, 0x1806, 0x1806, 0x2FF0, 0x2FFF, 0xFE12, 0xFE12, 0xFFFC,
            0xFFFD};

    /** Code points that no version of Unicode assigns, besides the last two of each plane. Planes 4 to 13 are unused. */
    private static final int[] NEVER_ASSIGNED = {0x2065, 0x2065, 0xFDD0, 0xFDEF, 0xFFF0, 0xFFF8, 0x40000, 0xE0FFF};

    /** More rounds are never needed for a mapping to become stable. */
    private static final int MOST_ROUNDS = 4;

    private CodePoints() {}

    /** UTS #46 section 4, step 1. */
    static String map(String domain) throws RejectionException {
        StringBuilder mapped = new StringBuilder(domain.length());
        for (int codePoint : domain.codePoints().toArray()) {
            if (codePoint < 0x80) {
                mapped.append(Ascii.lower((char) codePoint));
            } else if (FULL_STOPS.indexOf(codePoint) >= 0) {
                mapped.append('.');
            } else if (isDisallowed(codePoint)) {
                throw disallowed(codePoint);
            } else if (!isIn(IGNORED, codePoint)) {
                mapped.append(mapping(codePoint));
            }
        }
        return mapped.toString();
    }

    static RejectionException disallowed(int codePoint) {
        return RejectionException.invalid("U+" + Integer.toHexString(codePoint) + " is not allowed in a host.");
    }

    /** Whether it may stand in a label: it maps to itself. */
    static boolean isValid(int codePoint) {
        return !isDisallowed(codePoint) && !isIn(IGNORED, codePoint)
                && mapping(codePoint).equals(Character.toString(codePoint));
    }

    /** Whether a version of Unicode that is later than the JDK's may assign it. */
    static boolean isOfLaterUnicode(int codePoint) {
        return Character.getType(codePoint) == Character.UNASSIGNED && (codePoint & 0xFFFE) != 0xFFFE
                && !isIn(NEVER_ASSIGNED, codePoint);
    }

    static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isDisallowed(int codePoint) {
        if (codePoint < 0x80 || isDeviation(codePoint) || isIn(IGNORED, codePoint)) {
            return false; // the URL Standard looks for forbidden characters of ASCII afterwards
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // A character such as "1." would bring a separator with it.
            default -> isIn(DISALLOWED, codePoint)
                    || Normalizer.normalize(Character.toString(codePoint), Form.NFKD).indexOf('.') >= 0;
        };
    }

    /** The four that non-transitional processing keeps as they are. */
    private static boolean isDeviation(int codePoint) {
        return codePoint == SHARP_S || codePoint == FINAL_SIGMA || codePoint == ZERO_WIDTH_JOINER
                || codePoint == ZERO_WIDTH_NON_JOINER;
    }

    private static String mapping(int codePoint) {
        if (isDeviation(codePoint)) {
            return Character.toString(codePoint);
        }
        if (codePoint == CAPITAL_SHARP_S) {
            return Character.toString(SHARP_S);
        }
        String mapped = Character.toString(codePoint);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String next = foldOnce(mapped);
            if (next.equals(mapped)) {
                break;
            }
            mapped = next;
        }
        return mapped;
    }

    private static String foldOnce(String text) {
        StringBuilder folded = new StringBuilder();
        for (int codePoint : Normalizer.normalize(text, Form.NFKD).codePoints().toArray()) {
            if (!isIn(IGNORED, codePoint)) {
                fold(codePoint, folded);
            }
        }
        return Normalizer.normalize(folded, Form.NFKC);
    }

    /** Unicode's case folding. It follows from the case mappings, but for these. */
    private static void fold(int codePoint, StringBuilder folded) {
        if (codePoint == CAPITAL_I_WITH_DOT) {
            folded.append("i\u0307");
        } else if (codePoint == DOTLESS_I) {
            folded.appendCodePoint(codePoint);
        } else if (Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.CHEROKEE) {
            folded.appendCodePoint(Character.toUpperCase(codePoint)); // its capitals came first
        } else {
            folded.appendCodePoint(Character.toLowerCase(Character.toUpperCase(codePoint)));
        }
    }

    private static boolean isIn(int[] ranges, int codePoint) {
        for (int i = 0; i < ranges.length; i += 2) {
            if (codePoint >= ranges[i] && codePoint <= ranges[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
