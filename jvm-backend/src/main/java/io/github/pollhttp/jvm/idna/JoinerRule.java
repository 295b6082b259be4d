package io.github.pollhttp.jvm.idna;

import java.lang.Character.UnicodeScript;
import java.util.Set;

import io.github.pollhttp.internal.RejectionException;

/**
 * Where the zero-width joiner and non-joiner may stand (RFC 5892, appendix A.1 and A.2): after a virama, and the non-joiner also between two
 * letters that would join. The JDK tells neither combining classes nor joining types, so both are lists here.
 */
final class JoinerRule {
    /** By name, because Android has the constants of the last two only since an API level above 33. */
    private static final Set<String> CURSIVE = Set.of("ARABIC", "SYRIAC", "NKO", "MONGOLIAN", "PHAGS_PA", "MANDAIC",
            "MANICHAEAN", "ADLAM");

    /** Canonical combining class 9. */
    private static final String VIRAMAS = "\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D3B\u0D3C\u0D4D\u0DCA\u0E3A\u0EBA"
            + "\u0F84\u1039\u103A\u1714\u1715\u1734\u17D2\u1A60\u1B44\u1BAA\u1BAB\u1BF2\u1BF3\u2D7F\uA806\uA82C\uA8C4\uA953\uA9C0"
            + "\uAAF6\uABED\uD802\uDE3F\uD804\uDC46\uD804\uDC70\uD804\uDC7F\uD804\uDCB9\uD804\uDD33\uD804\uDD34\uD804\uDDC0"
            + "\uD804\uDE35\uD804\uDEEA\uD804\uDF4D\uD804\uDFCE\uD804\uDFCF\uD804\uDFD0\uD805\uDC42\uD805\uDCC2\uD805\uDDBF"
            + "\uD805\uDE3F\uD805\uDEB6\uD805\uDF2B\uD806\uDC39\uD806\uDD3D\uD806\uDD3E\uD806\uDDE0\uD806\uDE34\uD806\uDE47"
            + "\uD806\uDE99\uD807\uDC3F\uD807\uDD44\uD807\uDD45\uD807\uDD97\uD807\uDF41\uD807\uDF42\uD818\uDD2F";

    /** Letters of cursive scripts that join the letter before them, and not the one after. */
    private static final String RIGHT_JOINING = "\u0622\u0623\u0624\u0625\u0627\u0629\u062F\u0630\u0631\u0632\u0648\u0671\u0672\u0673"
            + "\u0675\u0676\u0677\u0688\u0689\u068A\u068B\u068C\u068D\u068E\u068F\u0690\u0691\u0692\u0693\u0694\u0695\u0696\u0697\u0698"
            + "\u0699\u06C0\u06C3\u06C4\u06C5\u06C6\u06C7\u06C8\u06C9\u06CA\u06CB\u06CD\u06CF\u06D2\u06D3\u06D5\u06EE\u06EF\u0710\u0715"
            + "\u0716\u0717\u0718\u0719\u071E\u0728\u072A\u072C\u072F\u074D\u0759\u075A\u075B\u076B\u076C\u0771\u0773\u0774\u0778\u0779"
            + "\u08AA\u08AB\u08AC\u08AE\u08B1\u08B2\u08B9";

    /** Letters of cursive scripts that join no other one: hamza, and the high hamza. */
    private static final String NOT_JOINING = "\u0621\u0674";

    private static final int TATWEEL = 0x640;

    private JoinerRule() {}

    static void check(int[] label) throws RejectionException {
        for (int i = 0; i < label.length; i++) {
            boolean joiner = label[i] == CodePoints.ZERO_WIDTH_JOINER;
            boolean nonJoiner = label[i] == CodePoints.ZERO_WIDTH_NON_JOINER;
            boolean afterVirama = i > 0 && VIRAMAS.indexOf(label[i - 1]) >= 0;
            if ((joiner || nonJoiner) && !afterVirama && !(nonJoiner && isBetweenJoiningLetters(label, i))) {
                throw RejectionException.invalid("a zero-width joiner or non-joiner stands where it has no meaning.");
            }
        }
    }

    private static boolean isBetweenJoiningLetters(int[] label, int index) {
        int before = index - 1;
        while (before >= 0 && isTransparent(label[before])) {
            before--;
        }
        int after = index + 1;
        while (after < label.length && isTransparent(label[after])) {
            after++;
        }
        return before >= 0 && isJoining(label[before]) && RIGHT_JOINING.indexOf(label[before]) < 0
                && after < label.length && isJoining(label[after]);
    }

    private static boolean isTransparent(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isJoining(int codePoint) {
        return codePoint == TATWEEL || Character.isLetter(codePoint) && NOT_JOINING.indexOf(codePoint) < 0
                && CURSIVE.contains(UnicodeScript.of(codePoint).name());
    }
}
