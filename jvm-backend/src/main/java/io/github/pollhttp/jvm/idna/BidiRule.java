package io.github.pollhttp.jvm.idna;

import java.util.List;

import io.github.pollhttp.internal.RejectionException;

/** The rule for names with right-to-left labels (RFC 5893 section 2), so that no label can be read as part of another one. */
final class BidiRule {
    private static final int LEFT = 1 << Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    private static final int RIGHT = 1 << Character.DIRECTIONALITY_RIGHT_TO_LEFT
            | 1 << Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    private static final int EUROPEAN_NUMBER = 1 << Character.DIRECTIONALITY_EUROPEAN_NUMBER;
    private static final int ARABIC_NUMBER = 1 << Character.DIRECTIONALITY_ARABIC_NUMBER;
    private static final int NON_SPACING_MARK = 1 << Character.DIRECTIONALITY_NONSPACING_MARK;
    private static final int NEUTRAL = EUROPEAN_NUMBER | NON_SPACING_MARK
            | 1 << Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR
            | 1 << Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR
            | 1 << Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR
            | 1 << Character.DIRECTIONALITY_OTHER_NEUTRALS | 1 << Character.DIRECTIONALITY_BOUNDARY_NEUTRAL;

    private BidiRule() {}

    /** @param labels in Unicode; without a right-to-left character among them, everything passes */
    static void check(List<String> labels) throws RejectionException {
        int all = 0;
        for (String label : labels) {
            all |= directions(label);
        }
        if ((all & (RIGHT | ARABIC_NUMBER)) == 0) {
            return;
        }
        for (String label : labels) {
            if (!label.isEmpty() && !isFulfilledBy(label)) {
                throw RejectionException.invalid("the name mixes directions of writing in a way that names may not.");
            }
        }
    }

    private static boolean isFulfilledBy(String label) {
        int first = direction(label.codePointAt(0));
        int all = directions(label);
        int last = lastDirection(label);
        if ((first & RIGHT) != 0) {
            boolean bothNumbers = (all & EUROPEAN_NUMBER) != 0 && (all & ARABIC_NUMBER) != 0;
            return (all & ~(RIGHT | ARABIC_NUMBER | NEUTRAL)) == 0 && !bothNumbers
                    && (last & (RIGHT | EUROPEAN_NUMBER | ARABIC_NUMBER)) != 0;
        }
        return first == LEFT && (all & ~(LEFT | NEUTRAL)) == 0 && (last & (LEFT | EUROPEAN_NUMBER)) != 0;
    }

    private static int directions(String label) {
        return label.codePoints().map(BidiRule::direction).reduce(0, (one, other) -> one | other);
    }

    /** Non-spacing marks at the end do not count. */
    private static int lastDirection(String label) {
        int end = label.length();
        while (end > 0 && direction(label.codePointBefore(end)) == NON_SPACING_MARK) {
            end -= Character.charCount(label.codePointBefore(end));
        }
        return end == 0 ? 0 : direction(label.codePointBefore(end));
    }

    private static int direction(int codePoint) {
        return 1 << Character.getDirectionality(codePoint);
    }
}
